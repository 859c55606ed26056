import { f32At, spot } from './memory';

/**
 * Follows points, one from the centre of each block, through pairs of frames against the camera; see
 * src/signals/flow/follow-points.ts. A point whose way leads across a block that is not sure enough is left out.
 * @param flows - For each pair all u, then all v, then the confidence of columns × rows blocks.
 * @param cameras - For each pair, in double precision: shift to the right and down, growth, rotation.
 * @param out - Filled with three double-precision values: Σ how far points got, Σ length of their ways, number of points.
 */
export function followPoints(
  flows: usize,
  cameras: usize,
  pairs: i32,
  columns: i32,
  rows: i32,
  stride: i32,
  leastConfidence: f64,
  out: usize,
): void {
  const size = columns * rows;
  const centreX = <f64>(columns * stride) / 2;
  const centreY = <f64>(rows * stride) / 2;
  let reached: f64 = 0;
  let walked: f64 = 0;
  let points: f64 = 0;
  for (let block = 0; block < size; block++) {
    let x = (<f64>(block % columns) + 0.5) * stride;
    let y = (<f64>(block / columns) + 0.5) * stride;
    let netX: f64 = 0;
    let netY: f64 = 0;
    let way: f64 = 0;
    let sure = true;
    for (let pair = 0; pair < pairs; pair++) {
      const u = spot(flows, 3 * size * pair);
      const v = spot(u, size);
      const column = max(0, min(columns - 1, <i32>Math.floor(x / stride)));
      const row = max(0, min(rows - 1, <i32>Math.floor(y / stride)));
      sure = f32At(spot(v, size), row * columns + column) >= leastConfidence;
      if (!sure) break;

      const across = max<f64>(0, min<f64>(columns - 1, x / stride - 0.5));
      const down = max<f64>(0, min<f64>(rows - 1, y / stride - 0.5));
      const left = <i32>across;
      const top = <i32>down;
      const right = min(columns - 1, left + 1);
      const upper = top * columns;
      const lower = min(rows - 1, top + 1) * columns;
      const stepX = blend(u, upper, lower, left, right, across - left, down - top);
      const stepY = blend(v, upper, lower, left, right, across - left, down - top);

      const camera = cameras + ((<usize>pair) << 5);
      const growth = load<f64>(camera, 16);
      const rotation = load<f64>(camera, 24);
      const ownX = stepX - (load<f64>(camera) + growth * (x - centreX) - rotation * (y - centreY));
      const ownY = stepY - (load<f64>(camera, 8) + rotation * (x - centreX) + growth * (y - centreY));
      netX += ownX;
      netY += ownY;
      way += Math.sqrt(ownX * ownX + ownY * ownY);
      x += stepX;
      y += stepY;
    }
    if (!sure) continue;
    reached += Math.sqrt(netX * netX + netY * netY);
    walked += way;
    points++;
  }
  store<f64>(out, reached);
  store<f64>(out, walked, 8);
  store<f64>(out, points, 16);
}

/** Bilinear between four blocks. */
function blend(values: usize, upper: i32, lower: i32, left: i32, right: i32, shareX: f64, shareY: f64): f64 {
  const above = <f64>f32At(values, upper + left) * (1 - shareX) + <f64>f32At(values, upper + right) * shareX;
  const below = <f64>f32At(values, lower + left) * (1 - shareX) + <f64>f32At(values, lower + right) * shareX;
  return above * (1 - shareY) + below * shareY;
}
