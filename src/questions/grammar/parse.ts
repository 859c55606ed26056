import { cutCameraInstructions } from './camera.ts';
import { chunk } from './chunks.ts';
import { readSentence } from './clauses.ts';
import { EntityRegistry } from './entities.ts';
import { ABSTRACT_NOUNS } from './lexicon/nouns.ts';
import { separateLimbs } from './limbs.ts';
import { cutStyleOf, takeStyles } from './look.ts';
import { settlePartsOfSpeech } from './parts-of-speech.ts';
import { cutQuotes } from './quotes.ts';
import { type Entity, emptyScene, type Scene } from './scene.ts';
import { shareHeads } from './shared-heads.ts';
import { tokenize } from './tokens.ts';

/**
 * Reads an English prompt into what it asks to be in the clip.
 * @param prompt normalised text, see normalisePrompt
 */
export function parsePrompt(prompt: string): Scene {
  const scene = emptyScene();
  const quoted = cutQuotes(prompt);
  const filmed = cutCameraInstructions(quoted.text);
  const styled = cutStyleOf(filmed.text);
  scene.cameras = filmed.cameras;
  scene.styles = styled.styles;
  const context = { scene, registry: new EntityRegistry(scene), quotes: quoted.quotes };
  for (const sentence of tokenize(styled.text)) {
    settlePartsOfSpeech(sentence);
    const { rest, styles } = takeStyles(shareHeads(separateLimbs(sentence)));
    scene.styles.push(...styles);
    readSentence(chunk(rest), context);
  }
  context.registry.meanPerson();
  return withoutAbstracts(scene);
}

/** "Comes to life", "is full of joy": without where or what, these say nothing. */
const UNFINISHED = new Set('come go get turn bring keep lead fill be feel seem add use lose capture tell'.split(' '));

/** "600mm", "42 cm": measures of something, and no things. */
const UNIT = /^(?:\d+(?:mm|cm|px|k|d|s|fps|bit|hz)?|x|xe|cms?|mm|px|k|kg|inch|fps|pixel|degree)$/u;

/** "The emotions": in the plural as well; but a "hot air balloon" and the "milky way" are things. */
function isAbstract(entity: Entity): boolean {
  return !entity.name.includes(' ') && (ABSTRACT_NOUNS.has(entity.head) || UNIT.test(entity.head));
}

/** "A warm scene": nobody looks for a scene, but it is warm or not. */
function isMood(entity: Entity): boolean {
  return /^(?:scene|atmosphere|mood|ambiance|ambience|(?:art |visual |overall )?style|lighting|textures?|(?:colou?r )?palette)$/u.test(
    entity.name.toLowerCase(),
  );
}

/** "Changing colour" and "doing a trick" can be seen, "capturing the emotion" cannot. */
function isDone(entity: Entity): boolean {
  return /^(?:colou?r|trick|solo|song|tune|melody|fun|speed|balance)$/u.test(entity.head);
}

/** Leaves out what no picture can show; an action may keep its abstract object ("changing colour"). */
function withoutAbstracts(scene: Scene): Scene {
  const shown = (entity: Entity) => !isAbstract(entity) && !isMood(entity);
  return {
    ...scene,
    entities: scene.entities.filter(shown),
    attributes: scene.attributes.filter(({ entity }) => shown(entity) || isMood(entity)),
    actions: scene.actions
      .filter(({ subject, object }) => shown(subject) && (object === null || shown(object) || isDone(object)))
      .filter(({ object, place, root }) => place === null || shown(place) || (object === null && !UNFINISHED.has(root)))
      .map((action) =>
        action.place === null || shown(action.place) ? action : { ...action, place: null, preposition: null },
      ),
    relations: scene.relations.filter(({ subject, object }) => shown(subject) && shown(object)),
    locations: scene.locations.filter(({ subject }) => shown(subject)),
  };
}
