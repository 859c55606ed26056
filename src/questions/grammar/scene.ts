import type { CameraMove } from '../../domain/question.ts';

/** What sort of thing an entity is; it decides which questions make sense. */
export type EntityClass =
  | 'person'
  | 'animal'
  | 'vehicle'
  | 'liquid'
  | 'shapeless'
  | 'body_part'
  | 'clothing'
  | 'place'
  | 'thing';

/** Something the prompt names. */
export interface Entity {
  /** Noun modifiers and head: "soccer balls". */
  name: string;
  /** Singular of the head noun, lower case. */
  head: string;
  class: EntityClass;
  plural: boolean;
  proper: boolean;
  /** "a" when the prompt introduces it as new; "the", null for a bare noun. */
  determiner: string | null;
  /** Whose part or possession it is. */
  possessor: Entity | null;
  /** How the prompt says so: worn, "in" of clothes, a part or a possession, or only by a possessive. */
  owned: 'worn' | 'in' | 'part' | 'possessive' | null;
  /** Words that tell it from another entity of the same name: "left", "red". */
  marks: string[];
  /** "group" in "a group of people". */
  group: string | null;
  /** What it contains or shows: coffee in "a cup of coffee". That one is asked about together with it. */
  of: Entity | null;
  /** The entity in whose question this one is asked about already. */
  within: Entity | null;
  count: { value: number | null; text: string } | null;
  /** The prompt wants it not to be there. */
  absent: boolean;
  mentions: number;
  /** How often it is the subject of an action. */
  acts: number;
  /** Not named in the prompt: the person whose limbs it lists. */
  implied: boolean;
  /** The others of the list of subjects that brings it in: "a cat and a dog". */
  peers: readonly Entity[];
  /** "his", "her", "their", "its": as the prompt says; null where it does not. */
  pronoun: string | null;
  /** Position in the prompt, from 0. */
  order: number;
}

export interface Attribute {
  entity: Entity;
  text: string;
  /** Holds of some of them: "red and blue balloons". */
  some: boolean;
  negated: boolean;
}

export interface Action {
  subject: Entity;
  /** What stands after "is": "riding", "surrounded", "leaning forward". */
  verb: string;
  root: string;
  passive: boolean;
  /** Told with a verb form that has a subject: "is poured" rather than "poured". */
  finite: boolean;
  object: Entity | null;
  preposition: string | null;
  place: Entity | null;
  manner: string[];
  negated: boolean;
  purpose: boolean;
}

export interface Relation {
  subject: Entity;
  preposition: string;
  object: Entity;
  negated: boolean;
  /** The other way to read it: less likely, asked only where there is room. */
  secondary: boolean;
}

/** Where in the picture, or a place adverb: "in the background", "outside". */
export interface Location {
  subject: Entity;
  text: string;
}

/** What is told of one entity alone. */
export type Statement = Attribute | Action | Location;

export interface WrittenText {
  text: string;
  carrier: Entity | null;
  /** "say", "read" where the prompt has such a verb. */
  verb: string | null;
  /** What it stands on, with its preposition: "on" the screen. */
  surface: { preposition: string; entity: Entity } | null;
}

export interface CameraInstruction {
  id: string;
  text: string;
  move: CameraMove | null;
}

/** A look of the whole picture, with what is asked about it. */
export interface Style {
  text: string;
  /** "is": "Is the picture cinematic?"; "a": "Is this an oil painting?"; "by": in the style of an artist; "art": "Is this art by an artist?"; "ratio": of the sides; "has": "soft light". */
  form: 'is' | 'a' | 'by' | 'art' | 'ratio' | 'has';
}

export interface Scene {
  entities: Entity[];
  attributes: Attribute[];
  actions: Action[];
  relations: Relation[];
  locations: Location[];
  /** "sunset", "a rainy day". */
  times: string[];
  styles: Style[];
  texts: WrittenText[];
  cameras: CameraInstruction[];
  /** What "then" tells the order of. */
  sequences: { first: Action; second: Action }[];
  /** Two statements that make one posture: "the arm is bent and raised". */
  postures: { first: Statement; second: Statement }[];
}

export function emptyScene(): Scene {
  return {
    entities: [],
    attributes: [],
    actions: [],
    relations: [],
    locations: [],
    times: [],
    styles: [],
    texts: [],
    cameras: [],
    sequences: [],
    postures: [],
  };
}
