import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inputSize } from '../../../src/detectors/input-size.ts';
import { OBJECTS_PIXELS } from '../../../src/detectors/objects/nanodet.ts';

test('a detector sees any clip in steps of 32 pixels, at about as many pixels', () => {
  expect(inputSize({ width: 1280, height: 720 }, OBJECTS_PIXELS)).toEqual({ width: 416, height: 224 });
  expect(inputSize({ width: 720, height: 1280 }, OBJECTS_PIXELS)).toEqual({ width: 224, height: 416 });
  expect(inputSize({ width: 256, height: 256 }, OBJECTS_PIXELS)).toEqual({ width: 320, height: 320 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8192 }), fc.integer({ min: 1, max: 8192 }), (width, height) => {
      const size = inputSize({ width, height }, OBJECTS_PIXELS);
      for (const side of [size.width, size.height]) {
        expect(side % 32).toBe(0);
        expect(side).toBeGreaterThanOrEqual(96);
        expect(side).toBeLessThanOrEqual(2048);
      }
      expect(size.width * size.height).toBeLessThan(1.5 * OBJECTS_PIXELS);
    }),
  );
});
