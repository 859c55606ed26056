import { mean, median } from '../../domain/statistics.ts';
import type { FrameView } from '../frame-view.ts';
import { CELLS } from '../picture/oriented-energy.ts';
import { remembered } from '../remembered.ts';
import type { SpacedSignal } from '../signal.ts';

// A clip's frames as points on a path through a space of textures: how far it goes, and how straight. Natural footage goes straighter
// there than what is generated: Hénaff, Goris and Simoncelli, "Perceptual straightening of natural videos", Nature Neuroscience 22, 2019;
// Internò et al., "AI-generated video detection via perceptual straightening", arXiv 2507.00583.

/** At frame rates of cinema every frame is so like the last that noise decides; an eighth of a second shows where things go. */
const APART_SECONDS = 0.125;
/** Added to lengths that are divided by, as a share of the whole vector: keeps still pictures from dividing noise by noise. */
const STILL = 1e-3;
/** Steps are given in thousandths of the vector's length. */
const THOUSANDTHS = 1000;

/** The texture of the picture as a whole: square roots of energies, which keep strong edges from ruling; of unit length. */
const placeOf = remembered((view: FrameView): Float32Array => {
  const roots = view.orientedEnergy.map(Math.sqrt);
  const cells = CELLS * CELLS;
  return unit(
    Float32Array.from(
      { length: roots.length / cells },
      (_, i) => mean(roots.subarray(i * cells, (i + 1) * cells)) ?? 0,
    ),
  );
});

/** The texture of each part of the picture, of unit length. */
const layoutOf = remembered((view: FrameView): Float32Array => unit(view.orientedEnergy));

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}

function distance(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a[i] ?? 0) - (b[i] ?? 0)) ** 2;
  return Math.sqrt(sum);
}

/** Length of the second difference a − 2·b + c. */
function bend(a: Float32Array, b: Float32Array, c: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < b.length; i++) sum += ((a[i] ?? 0) - 2 * (b[i] ?? 0) + (c[i] ?? 0)) ** 2;
  return Math.sqrt(sum);
}

/** What all signals of the path share. */
const ON_PATH = { summarise: median, window: 'spaced', apartSeconds: APART_SECONDS } as const;

/** Change of texture: how far the texture of the whole picture goes in an eighth of a second, in ‰ of its length. Range 0..1414. */
export const textureChange: SpacedSignal = {
  ...ON_PATH,
  id: 'texture_change',
  name: 'Change of texture',
  unit: '‰',
  dimension: 'temporal_consistency',
  worse: 'high',
  range: [0, 1415],
  usual: [0.7, 10],
  measure: (a, b) => THOUSANDTHS * distance(placeOf(a), placeOf(b)),
};

/** Movement of texture: the same for the textures of 8 × 8 parts of the picture, each in its place. Range 0..1414 ‰. */
export const textureMovement: SpacedSignal = {
  ...ON_PATH,
  id: 'texture_movement',
  name: 'Movement of texture',
  unit: '‰',
  dimension: 'dynamic_degree',
  worse: 'neither',
  range: [0, 1415],
  usual: [11, 320],
  measure: (a, b) => THOUSANDTHS * distance(layoutOf(a), layoutOf(b)),
};

/** Jumps of texture: |a − 2·b + c| of the texture at three times an eighth of a second apart, in ‰ of its length. Range 0..4000. */
export const textureJumps: SpacedSignal = {
  ...ON_PATH,
  id: 'texture_jumps',
  name: 'Jumps of texture',
  unit: '‰',
  dimension: 'temporal_consistency',
  worse: 'high',
  range: [0, 4000],
  usual: [0.8, 14],
  measure: (a, b, c) => THOUSANDTHS * bend(placeOf(a), placeOf(b), placeOf(c)),
};

/**
 * Bends of texture: the same over the length of both steps and 1 ‰, so that how far the path goes does not count. 0 on a straight path,
 * 0.7 at a right angle, 1 straight back. Range 0..1.
 */
export const textureBends: SpacedSignal = {
  ...ON_PATH,
  id: 'texture_bends',
  name: 'Unsteady change of texture',
  unit: '',
  dimension: 'temporal_consistency',
  worse: 'high',
  range: [0, 1],
  usual: [0.3, 0.7],
  measure: (a, b, c) => {
    const [before, at, after] = [placeOf(a), placeOf(b), placeOf(c)];
    return bend(before, at, after) / (distance(before, at) + distance(at, after) + STILL);
  },
};
