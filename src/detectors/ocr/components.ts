import type { Point } from './picture-region.ts';

/** Pixels of a map that hang together. */
export interface Component {
  /** Corners of its outermost pixels in each row; its convex hull is theirs. */
  outline: Point[];
  pixels: number;
  /** Mean of the map over it. */
  mean: number;
}

/**
 * Connected components (8 neighbours) of what is above a threshold.
 * @param map width × height, row by row
 */
export function findComponents(map: Float32Array, width: number, height: number, threshold: number): Component[] {
  const seen = new Uint8Array(width * height);
  const components: Component[] = [];
  for (let start = 0; start < width * height; start++) {
    if (seen[start] === 1 || (map[start] ?? 0) <= threshold) continue;
    components.push(fill(map, width, height, threshold, start, seen));
  }
  return components;
}

function fill(
  map: Float32Array,
  width: number,
  height: number,
  threshold: number,
  start: number,
  seen: Uint8Array,
): Component {
  const rows = new Map<number, { left: number; right: number }>();
  const stack = [start];
  seen[start] = 1;
  let pixels = 0;
  let sum = 0;
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const x = at % width;
    const y = (at - x) / width;
    pixels++;
    sum += map[at] ?? 0;
    const row = rows.get(y);
    rows.set(y, { left: Math.min(row?.left ?? x, x), right: Math.max(row?.right ?? x, x) });
    for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
      for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
        const next = ny * width + nx;
        if (seen[next] === 1 || (map[next] ?? 0) <= threshold) continue;
        seen[next] = 1;
        stack.push(next);
      }
    }
  }
  const outline = [...rows].flatMap(([y, { left, right }]) => [
    { x: left, y },
    { x: left, y: y + 1 },
    { x: right + 1, y },
    { x: right + 1, y: y + 1 },
  ]);
  return { outline, pixels, mean: sum / pixels };
}
