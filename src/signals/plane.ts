import { floatsAt, kernels, Room } from '../kernels/kernels.ts';

/** One plane of samples, row by row. */
export interface Plane {
  width: number;
  height: number;
  data: Float32Array;
}

/** A level of an image pyramid: samples and their central-difference gradients, in levels per pixel. */
export interface PyramidLevel extends Plane {
  gradientX: Float32Array;
  gradientY: Float32Array;
}

/**
 * The plane smoothed with the binomial kernel [1 2 1]/4 along both axes, which takes off dither and sampling noise, and its
 * halvings (each sample the mean of 2 × 2) while the short edge stays at `smallestEdge` or more; finest first.
 */
export function buildPyramid(plane: Plane, maxLevels: number, smallestEdge: number): PyramidLevel[] {
  let { width, height } = plane;
  const room = new Room();
  const source = room.put(plane.data);
  let at = room.take(3 * width * height);
  kernels.smooth(source, width, height, room.take(width * height), at);
  const levels = [withGradients(at, width, height)];
  while (levels.length < maxLevels && Math.min(width, height) >> 1 >= smallestEdge) {
    const finer = at;
    at = room.take(3 * (width >> 1) * (height >> 1));
    kernels.halve(finer, width, height, at);
    width >>= 1;
    height >>= 1;
    levels.push(withGradients(at, width, height));
  }
  return levels;
}

/** Takes a plane out of the kernels' memory, with its gradients, for which there is room behind it. */
function withGradients(at: number, width: number, height: number): PyramidLevel {
  const size = width * height;
  kernels.gradients(at, width, height, at + 4 * size, at + 8 * size);
  const planes = floatsAt(at, 3 * size);
  return {
    width,
    height,
    data: planes.subarray(0, size),
    gradientX: planes.subarray(size, 2 * size),
    gradientY: planes.subarray(2 * size),
  };
}

/** The plane stretched bilinearly to a long edge of `longEdge` samples; as it is where it is that large already. */
export function enlarge(plane: Plane, longEdge: number): Plane {
  const factor = longEdge / Math.max(plane.width, plane.height);
  if (factor <= 1) return plane;
  const width = Math.round(plane.width * factor);
  const height = Math.round(plane.height * factor);
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.max(0, Math.min(plane.height - 1, ((y + 0.5) * plane.height) / height - 0.5));
    const top = Math.floor(row);
    const upper = top * plane.width;
    const lower = Math.min(plane.height - 1, top + 1) * plane.width;
    for (let x = 0; x < width; x++) {
      const column = Math.max(0, Math.min(plane.width - 1, ((x + 0.5) * plane.width) / width - 0.5));
      const left = Math.floor(column);
      const right = Math.min(plane.width - 1, left + 1);
      const share = column - left;
      const above = (plane.data[upper + left] ?? 0) * (1 - share) + (plane.data[upper + right] ?? 0) * share;
      const below = (plane.data[lower + left] ?? 0) * (1 - share) + (plane.data[lower + right] ?? 0) * share;
      data[y * width + x] = above + (below - above) * (row - top);
    }
  }
  return { width, height, data };
}
