import type { Chunk } from './chunks.ts';
import type { EntityRegistry } from './entities.ts';
import { listOf, withArticle } from './inflect.ts';
import { COLOURS } from './lexicon/adjectives.ts';
import { PICTURE_PLACES, VIEWER_PRONOUNS } from './lexicon/closed-class.ts';
import { BODY_PARTS, MEDIA, TEXT_NOUNS, TIMES, UNIQUE_NOUNS } from './lexicon/nouns.ts';
import {
  ANIMATE_VERBS,
  DIRECTIONAL_PREPOSITIONS,
  INTRANSITIVE_VERBS,
  NEVER_TRANSITIVE,
  POSTURE_VERBS,
  PRESENCE_VERBS,
  TRANSITIVE_VERBS,
} from './lexicon/verbs.ts';
import type { NounPhrase } from './phrases.ts';
import type { Action, Entity, Scene } from './scene.ts';
import type { VerbGroup } from './verb-groups.ts';

/** Prepositions that say nothing a frame could show about the noun before them. */
const EMPTY_PREPOSITIONS = new Set('about per via during until before after since besides upon'.split(' '));
const WRITING_VERBS = new Set(
  'say read spell show write print title label name call state display caption letter have'.split(' '),
);
const HANDLING_VERBS = new Set(
  'put place pour drop throw toss pick take lift scoop spread attach add set lay pull push tie hang pin move'.split(
    ' ',
  ),
);
const HOLDING_VERBS = new Set('wear hold have carry show contain'.split(' '));
/** Verbs of holding oneself in some way, which "with" and a limb go on to describe. */
const POSTURE_OR_STANCE =
  /^(?:stand|sit|kneel|lie|crouch|squat|lean|bend|raise|lift|stretch|hang|pose|rest|spread|walk)$/u;
const SPEEDS = /^(?:fast|slow|hard|high|low)$/u;
/** Prepositions of a way that something takes; without a verb, "moving" is understood. */
const WAY_PREPOSITIONS = /^(?:through|into|onto|toward|towards|out of|past)$/u;
/** Nouns that after a preposition say where or how, and are nothing to look for: "at waist level". */
const PLACE_HEADS = new Set(
  'level height angle position pose direction air midair side posture stance manner way fashion motion row line mid-air circle rest unison font cursive script pattern formation flight midflight motion action'.split(
    ' ',
  ),
);
const TIME_HEADS = new Set(
  'end beginning start time moment while second minute hour first once least last same'.split(' '),
);
const PICTURE_WORDS = new Set(
  'image picture photo photograph frame video clip scene shot foreground background'.split(' '),
);

/** What the sentence has come to so far. */
interface State {
  /** Whom finite verbs are about. */
  subject: Entity[];
  /** The latest noun phrases: what a preposition or a participle is about. */
  nominal: Entity[];
  verb: { group: VerbGroup; subjects: Entity[]; actions: Action[]; hasObject: boolean } | null;
  copula: { subjects: Entity[]; negated: boolean } | null;
  preposition: string | null;
  /** Adverbs of direction that belong to the next preposition: "down across". */
  adverbs: string[];
  /** A place in the picture named before the thing: "in the background, …". */
  lead: string | null;
  /** "Behind the car, …": what comes is behind the car. */
  leadRelations: { preposition: string; object: Entity }[];
  existential: boolean;
  /** The adjectives that follow were read with "in". */
  colourTold: boolean;
  /** A quoted text came just before. */
  afterQuote: Entity | null;
  relative: boolean;
  negated: boolean;
  afterComma: boolean;
}

function freshState(): State {
  return {
    subject: [],
    nominal: [],
    verb: null,
    copula: null,
    preposition: null,
    adverbs: [],
    lead: null,
    leadRelations: [],
    existential: false,
    colourTold: false,
    afterQuote: null,
    relative: false,
    negated: false,
    afterComma: false,
  };
}

/** Reads the phrases of a sentence, from left to right, into the scene. */
export class ClauseReader {
  readonly #scene: Scene;
  readonly #registry: EntityRegistry;
  readonly #quotes: readonly string[];
  #state: State = freshState();

  constructor(scene: Scene, registry: EntityRegistry, quotes: readonly string[]) {
    this.#scene = scene;
    this.#registry = registry;
    this.#quotes = quotes;
  }

  read(chunks: readonly Chunk[]): void {
    this.#state = freshState();
    for (let index = 0; index < chunks.length; ) {
      const chunk = chunks[index];
      if (chunk === undefined) break;
      index = this.#step(chunks, chunk, index);
    }
    this.#flushAdverbs();
    this.#registry.adoptLooseParts();
  }

  #step(chunks: readonly Chunk[], chunk: Chunk, index: number): number {
    const state = this.#state;
    const comma = state.afterComma;
    state.afterComma = false;
    switch (chunk.type) {
      case 'noun':
        return this.#nouns(chunks, index);
      case 'verb':
        this.#verb(chunk.verb, comma, chunks[index - 1]);
        break;
      case 'preposition':
        this.#preposition(chunk.text, chunks, index);
        break;
      case 'adjectives':
        this.#adjectives(chunk.words);
        break;
      case 'adverb':
        this.#adverb(chunk);
        break;
      case 'there':
        state.existential = true;
        state.copula = null;
        break;
      case 'relative':
        state.relative = true;
        state.verb = null;
        break;
      case 'not':
        state.negated = true;
        break;
      case 'subordinator':
        this.#flushAdverbs();
        state.verb = null;
        state.copula = null;
        state.preposition = null;
        break;
      case 'comma':
        this.#flushAdverbs();
        state.preposition = null;
        state.verb = null;
        state.copula = null;
        state.relative = false;
        if (state.subject.length > 0 && chunks[index + 1]?.type !== 'relative') state.nominal = state.subject;
        state.afterComma = true;
        break;
      case 'conjunction':
        this.#flushAdverbs();
        state.preposition = null;
        state.afterComma = comma;
        if (chunk.text === 'but') state.negated = false;
        break;
    }
    return index + 1;
  }

  /** A list of noun phrases in one role: subject, object, or after a preposition. */
  #nouns(chunks: readonly Chunk[], start: number): number {
    const state = this.#state;
    const asSubject =
      state.preposition === null && !(state.verb !== null && !state.verb.hasObject) && state.copula === null;
    const { phrases, next } = collectList(chunks, start, asSubject && !state.existential);
    const first = phrases[0];
    if (first === undefined) return start + 1;
    if (first.pronoun !== null && VIEWER_PRONOUNS.has(first.pronoun)) {
      // "We can see …": what follows is there.
      state.existential = true;
      state.verb = null;
      return this.#skipViewerVerb(chunks, next);
    }
    if (state.preposition !== null && /^colou?r$/u.test(first.head)) {
      // "black in color", "in brown color".
      for (const entity of state.copula?.subjects ?? state.nominal) {
        for (const modifier of first.modifiers) this.#attribute(entity, modifier.text, false);
      }
      state.preposition = null;
      return next;
    }
    if (state.preposition !== null && TIME_HEADS.has(first.head) && first.possessor === null) {
      state.preposition = null;
      return next;
    }
    if (state.preposition !== null && (this.#isPicturePlace(first) || isPlaceHead(first))) {
      const apart = start < 2 || ['comma', 'conjunction'].includes(chunks[start - 2]?.type ?? '');
      this.#pictureLocation(first, apart && chunks[next]?.type === 'noun');
      return next;
    }
    if (state.preposition !== null && isInverted(chunks, start, next)) {
      // "Beside him is a dog": the dog is beside him.
      const [object] = this.#registry.resolve(first);
      if (object !== undefined) state.leadRelations.push({ preposition: state.preposition, object });
      Object.assign(state, { preposition: null, verb: null, copula: null, subject: [], nominal: [] });
      return next + 1;
    }
    if (this.#isTime(first)) {
      this.#time(first);
      return next;
    }
    if (asSubject && isMedium(first) && (first.of !== null || this.#presenceFollows(first, chunks, next))) {
      if (first.of !== null && !this.#presenceFollows(first, chunks, next)) return this.#objects([first.of], next);
      state.existential = true;
      return this.#skipViewerVerb(chunks, next);
    }
    return this.#objects(phrases.map(seen), next);
  }

  #objects(phrases: readonly NounPhrase[], next: number): number {
    const state = this.#state;
    if (phrases.every((phrase) => phrase.quote !== null && phrase.name === '')) {
      for (const phrase of phrases) this.#written(phrase);
      state.preposition = null;
      return next;
    }
    if (phrases[0]?.pronoun === 'each' && state.verb !== null) {
      for (const action of state.verb.actions) action.verb = `${action.verb} each other`;
      state.verb.hasObject = true;
      return next;
    }
    const negated = state.negated || state.preposition === 'without';
    const entities = phrases.flatMap((phrase) => {
      const resolved = this.#registry.resolve(phrase, state.verb?.subjects ?? []);
      const [carrier] = resolved;
      const text = phrase.quote === null ? undefined : this.#quotes[phrase.quote];
      if (text !== undefined && carrier !== undefined) this.#scene.texts.push({ text, carrier, verb: null });
      return resolved;
    });
    if (negated) for (const entity of entities) if (entity.mentions === 1) entity.absent = true;
    state.negated = false;
    const leads =
      state.preposition !== null && state.nominal.length === 0 && state.verb === null && state.copula === null;
    if (state.preposition !== null) this.#prepositionalObject(state.preposition, entities);
    else if (state.verb !== null && !state.verb.hasObject && !this.#isNextLimb(phrases)) this.#directObject(entities);
    else if (state.copula !== null) this.#predicateNoun(entities, phrases);
    else this.#newSubject(entities);
    state.preposition = null;
    if (entities.length > 0 && !leads) state.nominal = entities;
    return next;
  }

  /** "legs spread right arm …": one limb does not do anything to another; the next statement begins. */
  #isNextLimb(phrases: readonly NounPhrase[]): boolean {
    const limbs = this.#state.verb?.subjects.some((entity) => entity.class === 'body_part') ?? false;
    return (
      limbs &&
      phrases.every((phrase) => BODY_PARTS.has(phrase.head) && phrase.determiner === null && phrase.possessor === null)
    );
  }

  #newSubject(entities: Entity[]): void {
    const state = this.#state;
    this.#flushAdverbs();
    state.subject = entities;
    if (entities.length > 0) this.#registry.noteGroup(entities);
    state.verb = null;
    state.copula = null;
    if (state.lead !== null) for (const subject of entities) this.#scene.locations.push({ subject, text: state.lead });
    for (const { preposition, object } of state.leadRelations) {
      for (const subject of entities) this.#relation(subject, preposition, object);
    }
    state.leadRelations = [];
  }

  #directObject(objects: readonly Entity[]): void {
    const verb = this.#state.verb;
    if (verb === null) return;
    verb.hasObject = true;
    if (!verb.group.passive && NEVER_TRANSITIVE.has(verb.group.root)) return;
    const made: Action[] = [];
    for (const action of verb.actions) {
      for (const [index, object] of objects.entries()) {
        const own = index === 0 ? action : { ...action };
        own.object = object;
        if (index > 0) this.#scene.actions.push(own);
        made.push(own);
        if (action.negated) object.absent = object.mentions === 1;
        if (verb.group.root === 'wear') this.#registry.own(object, action.subject, 'worn');
        if (verb.group.root === 'have' && !isLiving(object) && object.class !== 'place')
          this.#registry.own(object, action.subject, 'part');
      }
    }
    verb.actions = made;
  }

  #predicateNoun(entities: readonly Entity[], phrases: readonly NounPhrase[]): void {
    const copula = this.#state.copula;
    if (copula === null) return;
    this.#state.copula = null;
    if (copula.subjects.length === 0) {
      this.#newSubject([...entities]);
      return;
    }
    for (const [index, entity] of entities.entries()) {
      const phrase = phrases[index];
      if (phrase === undefined || entity.mentions > 1 || phrase.name === '') continue;
      for (const subject of copula.subjects) {
        const bare = phrase.plural || phrase.determiner === null;
        const text = subject.head === entity.head ? '' : describePredicate(phrase);
        if (text === '') this.#moveAttributes(entity, subject);
        else this.#attribute(subject, bare ? text : withArticle(text), copula.negated);
      }
      this.#scene.attributes = this.#scene.attributes.filter((attribute) => attribute.entity !== entity);
      this.#remove(entity);
    }
    this.#state.nominal = copula.subjects;
  }

  /** "The man is a tall chef": what is said of the chef is said of the man. */
  #moveAttributes(from: Entity, to: Entity): void {
    for (const attribute of this.#scene.attributes) if (attribute.entity === from) attribute.entity = to;
  }

  #remove(entity: Entity): void {
    const index = this.#scene.entities.indexOf(entity);
    if (index >= 0) this.#scene.entities.splice(index, 1);
  }

  #prepositionalObject(preposition: string, objects: readonly Entity[]): void {
    const state = this.#state;
    if (preposition === 'without' || EMPTY_PREPOSITIONS.has(preposition)) return;
    if (preposition === 'with' || preposition === 'of') this.#flushAdverbs();
    const text = [...state.adverbs, preposition].join(' ');
    state.adverbs = [];
    const verb = state.verb;
    for (const object of objects) {
      if (verb !== null && verb.actions.length > 0) this.#verbObject(verb, text, preposition, object, objects);
      else this.#nominalObject(text, preposition, object, objects);
    }
    if (verb !== null) verb.hasObject = true;
  }

  /** A prepositional phrase after a verb: "sitting on a bench", "cutting bread with a knife". */
  #verbObject(
    verb: NonNullable<State['verb']>,
    text: string,
    preposition: string,
    object: Entity,
    list: readonly (Entity | null)[],
  ): void {
    for (const action of [...verb.actions]) {
      if (action.subject === object) continue;
      if (object.class === 'body_part' && preposition === 'with' && POSTURE_OR_STANCE.test(action.root)) {
        this.#limb(action.subject, object);
        return;
      }
      if (object.class === 'body_part' && isLiving(action.subject) && !/^(?:of|with)$/u.test(preposition))
        this.#registry.own(object, action.subject, 'possessive');
      if (action.object === null && action.place === null) {
        action.preposition = text;
        action.place = object;
      } else if (action.object === null && action.preposition === text && list.includes(action.place)) {
        this.#scene.actions.push({ ...action, place: object });
      } else if (action.object === null) {
        this.#laterPlace(action, text, preposition, object);
      } else {
        this.#afterObject(action, text, preposition, object);
      }
    }
  }

  /** "Standing with the left arm raised": what follows is about the arm. */
  #limb(owner: Entity, limb: Entity): void {
    this.#registry.own(limb, owner, 'possessive');
    this.#state.verb = null;
    this.#state.subject = [limb];
  }

  /** The second place of an action: said of its subject, or of the place before it. */
  #laterPlace(action: Action, text: string, preposition: string, object: Entity): void {
    const last = this.#state.nominal.at(-1) ?? action.subject;
    if (
      preposition === 'with' &&
      isLiving(action.subject) &&
      object.class !== 'clothing' &&
      object.class !== 'body_part'
    )
      this.#relation(action.subject, text, object);
    else if (preposition === 'with' || preposition === 'of') this.#with(last, object);
    else if (DIRECTIONAL_PREPOSITIONS.has(preposition))
      this.#scene.actions.push({ ...action, preposition: text, place: object });
    else if (object.possessor === action.subject) this.#relation(last, text, object);
    else {
      this.#relation(action.subject, text, object);
      this.#relation(last, text, object, false, true);
    }
  }

  #afterObject(action: Action, text: string, preposition: string, object: Entity): void {
    const target = action.object;
    if (target === null) return;
    if (preposition === 'with' && object.class === 'body_part')
      this.#with(this.#state.nominal.at(-1) ?? target, object);
    else if (object.class === 'body_part') this.#relation(this.#state.nominal.at(-1) ?? target, text, object);
    else if (preposition === 'with' && isLiving(object)) this.#relation(action.subject, text, object);
    else if (preposition === 'with' && !HOLDING_VERBS.has(action.root)) {
      this.#scene.actions.push({ ...action, object: null, preposition: text, place: object });
    } else if (preposition === 'with') this.#with(target, object);
    else if (preposition === 'of') this.#relation(target, text, object);
    else if (
      HANDLING_VERBS.has(action.root) ||
      (DIRECTIONAL_PREPOSITIONS.has(preposition) && (!HOLDING_VERBS.has(action.root) || action.root === 'carry'))
    ) {
      this.#scene.actions.push({ ...action, preposition: text, place: object });
    } else {
      this.#relation(action.subject, text, object);
      this.#relation(target, text, object, false, true);
    }
  }

  /** A prepositional phrase after a noun, or after "is". */
  #nominalObject(text: string, preposition: string, object: Entity, objects: readonly Entity[]): void {
    const state = this.#state;
    const owners = state.copula !== null ? state.copula.subjects : state.nominal;
    for (const owner of owners) {
      if (owner === object) continue;
      if (preposition === 'with') this.#with(owner, object);
      else if (preposition === 'in' && object.class === 'clothing' && isLiving(owner))
        this.#registry.own(object, owner, 'worn');
      else if (preposition === 'in' && isLiving(owner) && objects.some((other) => other.class === 'clothing'))
        this.#relation(owner, 'with', object);
      else if (preposition === 'of' && owner.class === 'body_part') this.#registry.own(owner, object, 'possessive');
      else if (WAY_PREPOSITIONS.test(preposition) && state.copula === null) this.#moving(owner, text, object);
      else this.#relation(owner, text, object, state.copula?.negated ?? false);
    }
    // "A car on a road next to a house": the house may be next to the car as well.
    if (state.copula === null && !/^(?:with|of|in|by|as|for|from)$/u.test(preposition)) {
      for (const subject of state.subject)
        if (!owners.includes(subject)) this.#relation(subject, text, object, false, true);
    }
    if (owners.length === 0 && preposition !== 'of') state.leadRelations.push({ preposition: text, object });
  }

  #with(owner: Entity, object: Entity): void {
    // Everything has a sky above it.
    if (object.class === 'place' || UNIQUE_NOUNS.has(object.head)) return;
    const part = object.class === 'body_part' || object.class === 'clothing';
    if (owner === object || (part && object.possessor !== null)) return;
    if (object.class === 'clothing' && isLiving(owner)) this.#registry.own(object, owner, 'worn');
    else if (isLiving(owner) && object.class !== 'body_part') this.#relation(owner, 'with', object);
    else if (isLiving(object)) this.#relation(owner, 'with', object);
    else if (object.possessor === null) this.#registry.own(object, owner, 'part');
    else this.#relation(owner, 'with', object);
  }

  #relation(subject: Entity, preposition: string, object: Entity, negated = false, secondary = false): void {
    // "A shirt on the person who wears it" says nothing new.
    if (subject === object || subject.possessor === object) return;
    if (preposition === 'with' && (object.class === 'place' || UNIQUE_NOUNS.has(object.head))) return;
    this.#scene.relations.push({ subject, preposition, object, negated, secondary });
  }

  /** "A cyclist through a market": a way without a verb. */
  #moving(subject: Entity, preposition: string, place: Entity): void {
    subject.acts++;
    this.#scene.actions.push({
      subject,
      verb: 'moving',
      root: 'move',
      passive: false,
      finite: true,
      object: null,
      preposition,
      place,
      manner: [],
      negated: false,
      purpose: false,
    });
  }

  #attribute(entity: Entity, text: string, negated: boolean): void {
    const known = this.#scene.attributes.some((attribute) => attribute.entity === entity && attribute.text === text);
    if (!known) this.#scene.attributes.push({ entity, text, some: false, negated });
  }

  #verb(group: VerbGroup, comma: boolean, before: Chunk | undefined): void {
    const state = this.#state;
    this.#flushAdverbs();
    if (state.existential && (group.copula || PRESENCE_VERBS.has(group.root)) && group.finite && !state.relative) {
      if (group.negated) state.negated = true;
      return;
    }
    if (state.afterQuote !== null && group.passive && WRITING_VERBS.has(group.root)) {
      state.copula = { subjects: [state.afterQuote], negated: false };
      state.verb = null;
      return;
    }
    const subjects = this.#subjectsOf(group, comma, before);
    state.preposition = null;
    state.relative = false;
    const passivePresence = PRESENCE_VERBS.has(group.root) && group.passive;
    if (group.copula || passivePresence) {
      state.copula = { subjects, negated: group.negated };
      state.verb = null;
      if (subjects.length > 0) state.nominal = subjects;
      return;
    }
    state.copula = null;
    const actions = subjects.map((subject): Action => {
      subject.acts++;
      return {
        subject,
        verb: group.phrase,
        root: group.root,
        passive: group.passive,
        finite: group.finite,
        object: null,
        preposition: null,
        place: null,
        manner: group.manner,
        negated: group.negated,
        purpose: group.purpose,
      };
    });
    this.#scene.actions.push(...actions);
    state.verb = { group, subjects, actions, hasObject: false };
  }

  #subjectsOf(group: VerbGroup, comma: boolean, before: Chunk | undefined): Entity[] {
    const state = this.#state;
    if (state.relative) return state.nominal;
    const known = state.subject.length > 0 ? state.subject : state.nominal;
    if (known.length === 0) return this.#missingSubject(group);
    if (group.finite || comma || before?.type === 'preposition' || before?.type === 'conjunction' || group.purpose) {
      return before?.type === 'conjunction' && state.verb !== null ? state.verb.subjects : known;
    }
    if (group.root === 'surround') return known;
    const nearest = state.nominal.length > 0 ? state.nominal : known;
    const limb = known.some((entity) => entity.class === 'body_part') && POSTURE_VERBS.has(group.root);
    if (limb && !nearest.some((entity) => entity.class === 'body_part')) return known;
    const living = nearest.some(isLiving) || nearest.some((entity) => entity.class === 'body_part');
    if (living || !needsLiving(group)) return nearest;
    return known.some(isLiving) ? known : nearest;
  }

  /** A sentence that begins with what is done: it goes on about the main entity, or means a person. */
  #missingSubject(group: VerbGroup): Entity[] {
    const main = this.#scene.entities.find((entity) => entity.acts > 0) ?? this.#scene.entities[0];
    if (main !== undefined) return [main];
    return ANIMATE_VERBS.has(group.root) ? [this.#registry.impliedPerson()] : [];
  }

  #preposition(text: string, chunks: readonly Chunk[], index: number): void {
    const state = this.#state;
    const clause = text === 'as' && chunks[index + 1]?.type === 'noun' && chunks[index + 2]?.type === 'verb';
    if (clause) {
      state.verb = null;
      state.copula = null;
      state.preposition = null;
      return;
    }
    const next = chunks[index + 1];
    if (text === 'in' && next?.type === 'adjectives') {
      this.#dressed(`in ${next.words.join(' and ')}`);
      return;
    }
    if (next?.type !== 'noun' && next?.type !== 'adverb' && next?.type !== 'preposition') return;
    state.preposition = state.preposition === null || next === undefined ? text : `${state.preposition} ${text}`;
  }

  /** "dressed in black", "a woman in red". */
  #dressed(text: string): void {
    const state = this.#state;
    if (state.verb !== null && !state.verb.hasObject) {
      for (const action of state.verb.actions) action.verb = `${action.verb} ${text}`;
    } else for (const subject of state.nominal) this.#scene.locations.push({ subject, text });
    state.colourTold = true;
  }

  #adjectives(words: readonly string[]): void {
    const state = this.#state;
    if (state.colourTold) {
      state.colourTold = false;
      return;
    }
    if (state.verb !== null && words.every((word) => SPEEDS.test(word))) {
      for (const action of state.verb.actions) action.manner = [...action.manner, ...words];
      return;
    }
    const owners = state.copula?.subjects ?? (state.verb !== null ? state.verb.subjects : state.nominal);
    const target =
      state.verb !== null ? (state.nominal.length > 0 && state.verb.hasObject ? state.nominal : owners) : owners;
    for (const entity of target) {
      for (const word of joinColours(words))
        this.#attribute(entity, word, (state.copula?.negated ?? false) || state.negated);
    }
    state.negated = false;
    state.copula = null;
  }

  #adverb(chunk: Extract<Chunk, { type: 'adverb' }>): void {
    const state = this.#state;
    if (chunk.kind === 'manner') {
      if (state.verb !== null && (chunk.text.endsWith('ly') || SPEEDS.test(chunk.text))) {
        for (const action of state.verb.actions) action.manner = [...action.manner, chunk.text];
      }
      return;
    }
    if (state.verb !== null && !state.verb.hasObject) {
      for (const action of state.verb.actions) action.verb = `${action.verb} ${chunk.text}`;
      return;
    }
    if (chunk.kind === 'direction') state.adverbs.push(chunk.text);
    else
      for (const subject of state.copula?.subjects ?? state.nominal)
        this.#scene.locations.push({ subject, text: chunk.text });
  }

  /** Adverbs of direction or place that no preposition took up: "the left leg is straight up". */
  #flushAdverbs(): void {
    const state = this.#state;
    if (state.adverbs.length === 0) return;
    const owners = state.copula?.subjects ?? state.nominal;
    for (const subject of owners) this.#scene.locations.push({ subject, text: state.adverbs.join(' ') });
    state.adverbs = [];
  }

  #isPicturePlace(phrase: NounPhrase): boolean {
    const inside = phrase.of === null || PICTURE_WORDS.has(phrase.of.head);
    if (phrase.possessor !== null) return false;
    return inside && (PICTURE_PLACES.has(fullName(phrase)) || PICTURE_WORDS.has(phrase.head)) && phrase.quote === null;
  }

  /** @param leading true where the thing is named after its place */
  #pictureLocation(phrase: NounPhrase, leading: boolean): void {
    const state = this.#state;
    const preposition = state.preposition ?? 'in';
    state.preposition = null;
    const name = fullName(phrase);
    const whole = PICTURE_WORDS.has(phrase.head) && !/ground$/u.test(phrase.head) && phrase.of === null;
    // "In this image": everything is; but "on the left side of the image" says where.
    if (whole && !/ of$/u.test(preposition)) return;
    const article =
      typeof phrase.possessor === 'string'
        ? `${phrase.possessor} `
        : phrase.determiner === null
          ? ''
          : `${phrase.determiner} `;
    const text = [...state.adverbs, preposition, `${isPlaceHead(phrase) ? article : 'the '}${name}`].join(' ');
    state.adverbs = [];
    const owners = state.copula?.subjects ?? (state.verb !== null ? state.verb.subjects : state.nominal);
    if (leading) {
      state.lead = text;
      state.verb = null;
      state.copula = null;
      return;
    }
    const verb = state.verb;
    if (verb !== null && !verb.hasObject && !verb.group.copula) {
      verb.hasObject = true;
      for (const action of verb.actions) action.verb = `${action.verb} ${text}`;
      return;
    }
    if (owners.length === 0 || state.subject.length === 0) state.lead = text;
    else for (const subject of owners) this.#scene.locations.push({ subject, text });
    state.copula = null;
  }

  #isTime(phrase: NounPhrase): boolean {
    if (!TIMES.has(phrase.name.toLowerCase()) && !TIMES.has(phrase.head)) return false;
    const preposition = this.#state.preposition;
    return (
      preposition !== null &&
      ['at', 'in', 'during', 'on', 'before', 'after', 'by', 'under'].includes(preposition) &&
      phrase.possessor === null
    );
  }

  #time(phrase: NounPhrase): void {
    const preposition = this.#state.preposition;
    this.#state.preposition = null;
    if (preposition === 'before' || preposition === 'after') return;
    const name = fullName(phrase);
    const text = phrase.determiner === 'a' ? `a ${name}` : name;
    if (!this.#scene.times.includes(text)) this.#scene.times.push(text);
  }

  #presenceFollows(phrase: NounPhrase, chunks: readonly Chunk[], next: number): boolean {
    const chunk = chunks[next];
    if (chunk?.type !== 'verb' || !chunk.verb.finite || chunk.verb.passive) return false;
    if (chunk.verb.copula)
      return phrase.determiner === 'the' && /^(?:scene|video|clip|footage|shot|camera)$/u.test(phrase.head);
    return PRESENCE_VERBS.has(chunk.verb.root) || /^(?:open|begin|start|end|close)$/u.test(chunk.verb.root);
  }

  #skipViewerVerb(chunks: readonly Chunk[], next: number): number {
    let index = next;
    while (chunks[index]?.type === 'verb' || chunks[index]?.type === 'adverb') index++;
    const chunk = chunks[index];
    if (chunk?.type === 'preposition' && (chunk.text === 'of' || chunk.text === 'with')) index++;
    return index;
  }

  #written(phrase: NounPhrase): void {
    const state = this.#state;
    const text = phrase.quote === null ? undefined : this.#quotes[phrase.quote];
    if (text === undefined) return;
    const verb = state.verb;
    const writing = verb !== null && !verb.hasObject && WRITING_VERBS.has(verb.group.root) ? verb : null;
    const named = state.nominal[0] ?? state.subject[0];
    const found = (writing !== null ? writing.subjects[0] : named) ?? null;
    const carrier = found?.of != null && TEXT_NOUNS.has(found.of.head) ? found.of : found;
    if (verb !== null) verb.hasObject = true;
    if (writing !== null)
      this.#scene.actions = this.#scene.actions.filter((action) => !writing.actions.includes(action));
    const spoken = carrier !== null && isLiving(carrier);
    // What a person says is heard, not seen.
    if (spoken && writing !== null && !/^(?:show|have|display)$/u.test(writing.group.root)) return;
    state.afterQuote = spoken ? null : carrier;
    if (spoken) {
      if (state.preposition !== null) this.#scene.texts.push({ text, carrier: null, verb: null });
      return;
    }
    const root = writing?.group.root ?? null;
    this.#scene.texts.push({
      text,
      carrier,
      verb: root === 'say' || root === 'read' || root === 'spell' ? root : null,
    });
  }
}

function isLiving(entity: Entity): boolean {
  return entity.class === 'person' || entity.class === 'animal';
}

function isMedium(phrase: NounPhrase): boolean {
  if (phrase.head === 'camera' && phrase.determiner !== 'a') return true;
  return MEDIA.has(phrase.head) && phrase.possessor === null && phrase.count === null;
}

function fullName(phrase: NounPhrase): string {
  return [...phrase.modifiers.map((modifier) => modifier.text), phrase.name].join(' ').toLowerCase();
}

/** A list "a, b and c" that plays one part; commas without a closing "and" separate statements. */
function collectList(
  chunks: readonly Chunk[],
  start: number,
  asSubject: boolean,
): { phrases: NounPhrase[]; next: number } {
  const phrases: NounPhrase[] = [];
  const first = chunks[start];
  if (first?.type !== 'noun') return { phrases, next: start + 1 };
  phrases.push(first.phrase);
  const pending: NounPhrase[] = [];
  let next = start + 1;
  for (let index = start + 1; index < chunks.length; ) {
    const comma = chunks[index]?.type === 'comma';
    const after = chunks[comma ? index + 1 : index];
    const conjunction = after?.type === 'conjunction' && after.text !== 'but' && after.text !== 'then';
    const item = chunks[index + (comma ? 1 : 0) + (conjunction ? 1 : 0)];
    if (!(comma || conjunction) || item?.type !== 'noun') break;
    index += (comma ? 1 : 0) + (conjunction ? 1 : 0) + 1;
    pending.push(item.phrase);
    if (!conjunction) continue;
    // "rides a horse and a woman walks": what a verb follows begins a new statement.
    const follower = chunks[index];
    if (!asSubject && comma && pending.length === 1 && phrases.length === 1) break;
    if (!asSubject && follower?.type === 'verb' && !follower.verb.purpose && introduces(item.phrase)) break;
    phrases.push(...pending.splice(0));
    next = index;
  }
  return { phrases, next };
}

/** "a woman", "two men", "Ann" can begin a statement; a bare "long legs" goes on with a list. */
function introduces(phrase: NounPhrase): boolean {
  return (
    phrase.determiner !== null ||
    phrase.count !== null ||
    phrase.proper ||
    phrase.pronoun !== null ||
    typeof phrase.possessor === 'string'
  );
}

function isPlaceHead(phrase: NounPhrase): boolean {
  // Towards the camera is towards the viewer: nothing to look for.
  if (/^(?:camera|viewer|lens)$/u.test(phrase.head)) return phrase.determiner !== 'a' && phrase.possessor === null;
  const owner = phrase.possessor === null || typeof phrase.possessor === 'string';
  return PLACE_HEADS.has(phrase.head) && owner && phrase.of === null && phrase.quote === null;
}

/** Whether the living thing named before a lifeless one is what acts: "a man at a counter reading". */
function needsLiving(group: VerbGroup): boolean {
  const root = group.root.split(' ')[0] ?? '';
  if (ANIMATE_VERBS.has(root)) return true;
  return !group.passive && TRANSITIVE_VERBS.has(root) && !INTRANSITIVE_VERBS.has(root);
}

/** "black white and blue" is one look. */
function joinColours(words: readonly string[]): string[] {
  return words.length > 1 && words.every((word) => COLOURS.has(word)) ? [listOf(words)] : [...words];
}

function describePredicate(phrase: NounPhrase): string {
  const of = phrase.of === null || phrase.of.name === '' ? '' : ` of ${phrase.of.name}`;
  return `${[...phrase.modifiers.map((modifier) => modifier.text), phrase.name].join(' ')}${of}`;
}

/** "A view of a lake" is about the lake. */
function seen(phrase: NounPhrase): NounPhrase {
  return phrase.of !== null && /^(?:view|shot|glimpse|footage|close-up)$/u.test(phrase.head) ? phrase.of : phrase;
}

/** A place, "is" and a noun phrase, at the start of a statement. */
function isInverted(chunks: readonly Chunk[], start: number, next: number): boolean {
  const verb = chunks[next];
  const before = chunks[start - 2]?.type;
  const starts = before === undefined || before === 'comma' || before === 'conjunction';
  return starts && verb?.type === 'verb' && verb.verb.copula && verb.verb.finite && chunks[next + 1]?.type === 'noun';
}
