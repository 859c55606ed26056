import { describe, expect, it } from 'vitest';
import { findLines, searchSize } from '../../../../src/detectors/ocr/find-lines.ts';

const SIZE = { width: 320, height: 160 };

/** A map with a bar of certainty, turned about its centre. */
function bar(centreX: number, centreY: number, width: number, height: number, angle: number): Float32Array {
  const map = new Float32Array(SIZE.width * SIZE.height);
  for (let y = 0; y < SIZE.height; y++) {
    for (let x = 0; x < SIZE.width; x++) {
      const dx = x + 0.5 - centreX;
      const dy = y + 0.5 - centreY;
      const along = dx * Math.cos(angle) + dy * Math.sin(angle);
      const across = dy * Math.cos(angle) - dx * Math.sin(angle);
      if (Math.abs(along) < width / 2 && Math.abs(across) < height / 2) map[y * SIZE.width + x] = 0.9;
    }
  }
  return map;
}

describe('lines of text from a map of probabilities', () => {
  it.each([0, 0.2, -0.6])('has the place and angle of a bar turned by %f', (angle) => {
    const [box, ...others] = findLines(bar(160, 80, 120, 16, angle), SIZE, SIZE);
    expect(others).toEqual([]);
    expect(box?.centre.x).toBeCloseTo(160, 0);
    expect(box?.centre.y).toBeCloseTo(80, 0);
    expect(box?.angle).toBeCloseTo(angle, 1);
    // Widened by area × 1.6 / perimeter on every side.
    const offset = (120 * 16 * 1.6) / (2 * (120 + 16));
    expect(Math.abs((box?.width ?? 0) - (120 + 2 * offset))).toBeLessThan(4);
    expect(Math.abs((box?.height ?? 0) - (16 + 2 * offset))).toBeLessThan(4);
  });

  it('is in the pixels of the picture', () => {
    const [box] = findLines(bar(160, 80, 120, 16, 0), SIZE, { width: 1280, height: 640 });
    expect(box?.centre.x).toBeCloseTo(640, 0);
    expect(box?.centre.y).toBeCloseTo(320, 0);
  });

  it('leaves out specks and what is hardly text', () => {
    expect(findLines(bar(160, 80, 2, 2, 0), SIZE, SIZE)).toEqual([]);
    const faint = bar(160, 80, 120, 16, 0).map((value) => value * 0.45);
    expect(findLines(faint, SIZE, SIZE)).toEqual([]);
  });

  it('searches in multiples of 32 pixels, whatever the picture', () => {
    for (const [width, height] of [
      [1, 1],
      [8, 2000],
      [256, 256],
      [1920, 1080],
      [333, 97],
    ] as const) {
      const size = searchSize({ width, height });
      expect([size.width % 32, size.height % 32]).toEqual([0, 0]);
      expect(Math.min(size.width, size.height)).toBeGreaterThan(0);
      expect(Math.max(size.width, size.height)).toBeLessThanOrEqual(736);
    }
  });
});
