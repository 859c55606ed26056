import { floatsAt, kernels, Room } from '../kernels/kernels.ts';

/** One plane of samples, row by row. */
export interface Plane {
  width: number;
  height: number;
  data: Float32Array;
}

/** A level of an image pyramid, with its gradients computed at first use and kept. */
export class PyramidLevel implements Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
  private cachedGradients: Float32Array | undefined;

  constructor({ width, height, data }: Plane) {
    this.width = width;
    this.height = height;
    this.data = data;
  }

  /** Central differences along the rows, in levels per pixel; at the edges half the one-sided difference. */
  get gradientX(): Float32Array {
    return this.gradients.subarray(0, this.data.length);
  }

  /** As `gradientX`, down the columns. */
  get gradientY(): Float32Array {
    return this.gradients.subarray(this.data.length);
  }

  private get gradients(): Float32Array {
    if (this.cachedGradients === undefined) {
      const { width, height, data } = this;
      const room = new Room();
      const out = room.take(2 * data.length);
      kernels.gradients(room.put(data), width, height, out);
      this.cachedGradients = floatsAt(out, 2 * data.length);
    }
    return this.cachedGradients;
  }
}

/**
 * The plane smoothed with the binomial kernel [1 2 1]/4 along both axes, which takes off dither and sampling noise, and its
 * halvings (each sample the mean of 2 × 2) while the short edge stays at `smallestEdge` or more; finest first.
 */
export function buildPyramid(plane: Plane, maxLevels: number, smallestEdge: number): PyramidLevel[] {
  let { width, height } = plane;
  const room = new Room();
  const source = room.put(plane.data);
  let at = room.take(width * height);
  kernels.smooth(source, width, height, room.take(width * height), at);
  const levels = [levelAt(at, width, height)];
  while (levels.length < maxLevels && Math.min(width, height) >> 1 >= smallestEdge) {
    const finer = at;
    at = room.take((width >> 1) * (height >> 1));
    kernels.halve(finer, width, height, at);
    width >>= 1;
    height >>= 1;
    levels.push(levelAt(at, width, height));
  }
  return levels;
}

function levelAt(at: number, width: number, height: number): PyramidLevel {
  return new PyramidLevel({ width, height, data: floatsAt(at, width * height) });
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
