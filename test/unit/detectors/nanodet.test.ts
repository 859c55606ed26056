import { describe, expect, test } from 'vitest';
import { DETECTOR_LABELS } from '../../../src/detectors/lexicon/labels.ts';
import { type Level, objectsInput, readObjects } from '../../../src/detectors/objects/nanodet.ts';

const INPUT = { width: 64, height: 32 };
const DISPLAY = { width: 640, height: 320 };
const DOG = DETECTOR_LABELS.indexOf('dog');

/** A level without anything, and a way to put a thing into a cell. */
function makeLevel(stride: number) {
  const cells = (INPUT.width / stride) * (INPUT.height / stride);
  const level: Level = {
    stride,
    scores: new Float32Array(80 * cells),
    distances: new Float32Array(4 * 11 * cells),
  };
  const put = (cell: number, category: number, score: number, bins: readonly number[]) => {
    level.scores[80 * cell + category] = score;
    // All of the distribution in one bin.
    for (const [edge, bin] of bins.entries()) level.distances.set([50], (4 * cell + edge) * 11 + bin);
  };
  return { level, put };
}

describe('reading NanoDet', () => {
  test('a cell’s distances become a box in display pixels', () => {
    const { level, put } = makeLevel(8);
    // Column 3, row 1: centre 28, 12.
    put(11, DOG, 0.8, [1, 0, 2, 1]);
    const { objects, bestScores } = readObjects([level, makeLevel(16).level], INPUT, DISPLAY);
    expect(objects).toHaveLength(1);
    expect(objects[0]?.label).toBe('dog');
    expect(objects[0]?.score).toBeCloseTo(0.8);
    const { x, y, width, height } = objects[0]?.box ?? { x: 0, y: 0, width: 0, height: 0 };
    expect([x, y, width, height].map(Math.round)).toEqual([200, 120, 240, 80]);
    expect(bestScores[DOG]).toBeCloseTo(0.8);
    expect(bestScores.filter((score) => score > 0)).toHaveLength(1);
  });

  test('doubles of one class are one thing, two classes are two', () => {
    const { level, put } = makeLevel(8);
    put(10, DOG, 0.8, [2, 1, 2, 1]);
    put(11, DOG, 0.6, [3, 1, 1, 1]);
    put(12, DOG - 1, 0.5, [3, 1, 1, 1]);
    const { objects } = readObjects([level], INPUT, DISPLAY);
    expect(objects.map(({ label }) => label)).toEqual(['dog', 'cat']);
  });

  test('what is too weak for a box still counts as the best score', () => {
    const { level, put } = makeLevel(16);
    put(0, DOG, 0.1, [0, 0, 1, 1]);
    const { objects, bestScores } = readObjects([level], INPUT, DISPLAY);
    expect(objects).toEqual([]);
    expect(bestScores[DOG]).toBeCloseTo(0.1);
  });

  test('pictures come in as blue, green and red planes, normalised', () => {
    const planes = objectsInput(Uint8ClampedArray.from([255, 0, 0, 255, 0, 0, 255, 255]));
    expect(planes).toHaveLength(6);
    expect(planes[0]).toBeCloseTo(-103.53 / 57.375, 4);
    expect(planes[1]).toBeCloseTo((255 - 103.53) / 57.375, 4);
    expect(planes[4]).toBeCloseTo((255 - 123.675) / 58.395, 4);
  });
});
