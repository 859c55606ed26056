import type { PixelBox } from '../../domain/track.ts';
import { clampBox, withoutDoubles } from '../boxes.ts';
import type { Detection } from '../detection.ts';
import type { Size } from '../input-size.ts';
import { DETECTOR_LABELS } from '../lexicon/labels.ts';

/** Pixels in which NanoDet sees frames: as many as a wide frame has at 416 px, on which it was trained. */
export const OBJECTS_PIXELS = 416 * 234;

/** One level of the feature pyramid: its pitch in input pixels, and what it says of each cell, row by row. */
export interface Level {
  stride: number;
  /** cells × 80, 0..1. */
  scores: Float32Array;
  /** cells × 4 × 11: logits over the distances 0..10 strides to the left, upper, right and lower edge. */
  distances: Float32Array;
}

const CLASSES = DETECTOR_LABELS.length;
const BINS = 11;
/** Weaker boxes are noise in every class. */
const LEAST_SCORE = 0.15;
/** Boxes of one class that overlap more are one thing (the detector's own setting). */
const MOST_OVERLAP = 0.6;
const MOST_DETECTIONS = 50;

/** Mean and deviation of each channel as in training, in the order blue, green, red. */
const MEAN = [103.53, 116.28, 123.675] as const;
const DEVIATION = [57.375, 57.12, 58.395] as const;

/**
 * A picture as NanoDet wants it.
 * @param rgba 4 × width × height
 * @returns 3 × height × width: blue, green and red, normalised
 */
export function objectsInput(rgba: Uint8ClampedArray): Float32Array<ArrayBuffer> {
  const pixels = rgba.length / 4;
  const planes = new Float32Array(3 * pixels);
  for (let plane = 0; plane < 3; plane++) {
    const mean = MEAN[plane] ?? 0;
    const scale = 1 / (DEVIATION[plane] ?? 1);
    const channel = 2 - plane;
    for (let i = 0; i < pixels; i++) planes[plane * pixels + i] = ((rgba[4 * i + channel] ?? 0) - mean) * scale;
  }
  return planes;
}

/**
 * Reads NanoDet's outputs: an anchor-free head with generalised focal loss, which predicts for each cell the distances to the four
 * edges as the mean of a distribution (Li et al., NeurIPS 2020, arXiv 2006.04388).
 * @param input size of the picture it was shown
 * @param display size of the frame in display pixels
 * @returns boxes in display pixels, best first, and the best score of each class
 */
export function readObjects(
  levels: readonly Level[],
  input: Size,
  display: Size,
): { objects: Detection[]; bestScores: Float32Array<ArrayBuffer> } {
  const bestScores = new Float32Array(CLASSES);
  const candidates = new Map<number, { score: number; box: PixelBox }[]>();
  const scaleX = display.width / input.width;
  const scaleY = display.height / input.height;
  for (const { stride, scores, distances } of levels) {
    const columns = input.width / stride;
    for (let i = 0; i < scores.length; i++) {
      const score = scores[i] ?? 0;
      const category = i % CLASSES;
      if (score > (bestScores[category] ?? 0)) bestScores[category] = score;
      if (score < LEAST_SCORE) continue;
      const cell = Math.floor(i / CLASSES);
      const x = ((cell % columns) + 0.5) * stride;
      const y = (Math.floor(cell / columns) + 0.5) * stride;
      const [left = 0, top = 0, right = 0, bottom = 0] = [0, 1, 2, 3].map(
        (edge) => stride * meanBin(distances, (4 * cell + edge) * BINS),
      );
      const box = {
        x: (x - left) * scaleX,
        y: (y - top) * scaleY,
        width: (left + right) * scaleX,
        height: (top + bottom) * scaleY,
      };
      const found = { score, box: clampBox(box, display.width, display.height) };
      const ofClass = candidates.get(category);
      if (ofClass === undefined) candidates.set(category, [found]);
      else ofClass.push(found);
    }
  }
  const objects = [...candidates].flatMap(([category, found]) => {
    const label = DETECTOR_LABELS[category];
    return label === undefined ? [] : withoutDoubles(found, MOST_OVERLAP).map((one) => ({ label, ...one }));
  });
  objects.sort((a, b) => b.score - a.score);
  return { objects: objects.slice(0, MOST_DETECTIONS), bestScores };
}

/** Mean of a distribution over the bins 0..10, given as logits. */
function meanBin(logits: Float32Array, start: number): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (let bin = 0; bin < BINS; bin++) largest = Math.max(largest, logits[start + bin] ?? 0);
  let sum = 0;
  let weighted = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const weight = Math.exp((logits[start + bin] ?? 0) - largest);
    sum += weight;
    weighted += bin * weight;
  }
  return weighted / sum;
}
