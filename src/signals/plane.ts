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

/** Smooths with the binomial kernel [1 2 1]/4 along both axes; edges are repeated. Takes off dither and sampling noise. */
export function smooth(plane: Plane): Plane {
  const { width, height, data } = plane;
  const rows = new Float32Array(data.length);
  for (let y = 0; y < height; y++) {
    const start = y * width;
    for (let x = 0; x < width; x++) {
      const centre = data[start + x] ?? 0;
      const left = x > 0 ? (data[start + x - 1] ?? 0) : centre;
      const right = x < width - 1 ? (data[start + x + 1] ?? 0) : centre;
      rows[start + x] = (left + 2 * centre + right) / 4;
    }
  }
  const out = new Float32Array(data.length);
  for (let y = 0; y < height; y++) {
    const start = y * width;
    const above = y > 0 ? start - width : start;
    const below = y < height - 1 ? start + width : start;
    for (let x = 0; x < width; x++)
      out[start + x] = ((rows[above + x] ?? 0) + 2 * (rows[start + x] ?? 0) + (rows[below + x] ?? 0)) / 4;
  }
  return { width, height, data: out };
}

/** Half the size (rounded down), every sample the mean of the 2 × 2 under it. */
function halve(plane: Plane): Plane {
  const width = plane.width >> 1;
  const height = plane.height >> 1;
  const source = plane.data;
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const top = 2 * y * plane.width;
    const bottom = top + plane.width;
    for (let x = 0; x < width; x++) {
      const left = 2 * x;
      data[y * width + x] =
        ((source[top + left] ?? 0) +
          (source[top + left + 1] ?? 0) +
          (source[bottom + left] ?? 0) +
          (source[bottom + left + 1] ?? 0)) /
        4;
    }
  }
  return { width, height, data };
}

function withGradients(plane: Plane): PyramidLevel {
  const { width, height, data } = plane;
  const gradientX = new Float32Array(data.length);
  const gradientY = new Float32Array(data.length);
  for (let y = 0; y < height; y++) {
    const start = y * width;
    const above = y > 0 ? start - width : start;
    const below = y < height - 1 ? start + width : start;
    for (let x = 0; x < width; x++) {
      const left = x > 0 ? x - 1 : x;
      const right = x < width - 1 ? x + 1 : x;
      gradientX[start + x] = ((data[start + right] ?? 0) - (data[start + left] ?? 0)) / 2;
      gradientY[start + x] = ((data[below + x] ?? 0) - (data[above + x] ?? 0)) / 2;
    }
  }
  return { width, height, data, gradientX, gradientY };
}

/** The smoothed plane and its halvings while the short edge stays at `smallestEdge` or more; finest first. */
export function buildPyramid(plane: Plane, maxLevels: number, smallestEdge: number): PyramidLevel[] {
  let current = smooth(plane);
  const levels = [withGradients(current)];
  while (levels.length < maxLevels && Math.min(current.width, current.height) >> 1 >= smallestEdge) {
    current = halve(current);
    levels.push(withGradients(current));
  }
  return levels;
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
