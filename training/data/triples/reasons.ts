import type { TaughtKind } from './wordings.ts';

/**
 * What is seen when the kind is bad and when it is good: a sentence without its end, since frames may follow. Its first word tells bad
 * from good: what is decided there is what a model of a few million parameters learns well.
 */
const SEEN: Readonly<Record<TaughtKind, { bad: readonly string[]; good: readonly string[] }>> = {
  clarity: {
    bad: ['Detail is blurred and edges are soft', 'The picture is out of focus'],
    good: ['Edges and fine detail are sharp'],
  },
  noise: { bad: ['Speckles of noise cover the picture', 'The picture is grainy'], good: ['Even areas are clean'] },
  compression: {
    bad: ['Blocks and bands break up even areas', 'Coding blocks can be seen'],
    good: ['Even areas are free of blocks and bands'],
  },
  exposure: {
    bad: ['Bright or dark parts have lost their detail', 'The brightness is wrong'],
    good: ['Dark and bright parts keep their detail'],
  },
  colour: {
    bad: ['The colours are tinted or washed out', 'The colours are off'],
    good: ['Colours are lively and neutral'],
  },
  flicker: {
    bad: ['The brightness jumps up and down', 'The picture flickers'],
    good: ['Brightness holds from frame to frame'],
  },
  freeze: {
    bad: ['The picture stands still', 'Frames are repeated'],
    good: ['Every frame differs from the one before'],
  },
  cut: { bad: ['Another picture follows at once', 'There is a hard cut'], good: ['All frames belong to one shot'] },
  smoothness: { bad: ['Things jump from frame to frame', 'The motion stutters'], good: ['Motion runs in even steps'] },
  deformation: {
    bad: ['Part of the picture bends out of shape', 'A region warps'],
    good: ['Everything keeps its shape'],
  },
  permanence: {
    bad: ['Something appears or vanishes at once', 'A thing pops into the picture'],
    good: ['Nothing appears or vanishes'],
  },
  motion_present: {
    good: ['Things change their place between the frames', 'Something moves'],
    bad: ['Nothing changes its place'],
  },
  motion_range: {
    good: ['Things move far between the frames', 'There is a lot of motion'],
    bad: ['Little moves between the frames'],
  },
};

/**
 * A reason in the product's manner: what is seen, and when.
 * @param frames that show it, ascending, as their captions count them; empty where it is so throughout
 */
export function reasonFor(kind: TaughtKind, isGood: boolean, frames: readonly number[], random: () => number): string {
  const sentences = SEEN[kind][isGood ? 'good' : 'bad'];
  const seen = sentences[Math.floor(random() * sentences.length)] ?? '';
  const [first, last] = [frames[0], frames.at(-1)];
  if (first === undefined || last === undefined) return `${seen}.`;
  return first === last ? `${seen} in frame ${first}.` : `${seen} in frames ${first} to ${last}.`;
}
