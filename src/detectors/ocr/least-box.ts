import type { Point, TurnedBox } from './picture-region.ts';

/**
 * The rectangle of least area around points, one side of which lies on an edge of their convex hull (Freeman & Shapira, CACM 1975).
 * @returns with an angle of at most 45° either way
 */
export function leastBox(points: readonly Point[]): TurnedBox {
  const hull = convexHull(points);
  let best: TurnedBox = { centre: hull[0] ?? { x: 0, y: 0 }, width: 0, height: 0, angle: 0 };
  let leastArea = Number.POSITIVE_INFINITY;
  hull.forEach((from, i) => {
    const to = hull[(i + 1) % hull.length] ?? from;
    const box = boxAlong(hull, Math.atan2(to.y - from.y, to.x - from.x));
    const area = box.width * box.height;
    if (area >= leastArea) return;
    leastArea = area;
    best = box;
  });
  return best;
}

function boxAlong(hull: readonly Point[], direction: number): TurnedBox {
  // A rectangle lies along four directions; the one nearest to level is the line's.
  const angle = direction - Math.round(direction / (Math.PI / 2)) * (Math.PI / 2);
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const across = hull.map(({ x, y }) => x * cos + y * sin);
  const down = hull.map(({ x, y }) => y * cos - x * sin);
  const [left, right, top, bottom] = [Math.min(...across), Math.max(...across), Math.min(...down), Math.max(...down)];
  const u = (left + right) / 2;
  const v = (top + bottom) / 2;
  return { centre: { x: u * cos - v * sin, y: u * sin + v * cos }, width: right - left, height: bottom - top, angle };
}

/** Andrew's monotone chain. */
function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of ordered) {
      while (chain.length >= 2 && turn(chain.at(-2), chain.at(-1), point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

function turn(a: Point | undefined, b: Point | undefined, c: Point): number {
  if (a === undefined || b === undefined) return 1;
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}
