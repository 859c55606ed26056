/** One channel of a picture inside a larger buffer. */
export interface Channel {
  data: Uint8Array | Uint16Array | Float32Array;
  /** Index of the first value. */
  offset: number;
  /** Values from one row to the next. */
  stride: number;
  /** Values from one pixel to the next: 1 for a plane, 2 for NV12 chroma, 4 for RGBA. */
  step: number;
  width: number;
  height: number;
}

/** For each target column: the first and last source column under it and how much of each edge column it covers. */
interface Spans {
  first: Int32Array;
  last: Int32Array;
  firstWeight: Float32Array;
  lastWeight: Float32Array;
}

function spansOf(source: number, target: number): Spans {
  const spans = {
    first: new Int32Array(target),
    last: new Int32Array(target),
    firstWeight: new Float32Array(target),
    lastWeight: new Float32Array(target),
  };
  const scale = source / target;
  for (let i = 0; i < target; i++) {
    const start = i * scale;
    const end = i + 1 === target ? source : (i + 1) * scale;
    const first = Math.min(Math.floor(start), source - 1);
    // An end that falls on a pixel border must not reach into the next pixel.
    const last = Math.max(first, Math.min(Math.ceil(end - 1e-9) - 1, source - 1));
    spans.first[i] = first;
    spans.last[i] = last;
    spans.firstWeight[i] = first === last ? end - start : first + 1 - start;
    spans.lastWeight[i] = first === last ? 0 : end - last;
  }
  return spans;
}

/**
 * Exact area average: every target pixel is the mean of the source area under it, with source pixels on its edges
 * weighted by the part that lies inside. Works in both directions; where it enlarges, pixels are repeated.
 *
 * @returns width × height values in the units of the source, not rounded.
 */
export function areaAverage(source: Channel, width: number, height: number): Float32Array<ArrayBuffer> {
  const columns = spansOf(source.width, width);
  const rows = spansOf(source.height, height);
  const result = new Float32Array(width * height);
  const line = new Float32Array(source.width);
  const scale = (width * height) / (source.width * source.height);
  for (let y = 0; y < height; y++) {
    const first = rows.first[y] ?? 0;
    const last = rows.last[y] ?? 0;
    startLine(source, first, rows.firstWeight[y] ?? 0, last, rows.lastWeight[y] ?? 0, line);
    addRows(source, first + 1, last, line);
    reduceLine(line, columns, scale, result, y * width);
  }
  return result;
}

/** The two edge rows with their weights. */
function startLine(source: Channel, a: number, weightA: number, b: number, weightB: number, line: Float32Array): void {
  const { data, step } = source;
  let i = source.offset + a * source.stride;
  let j = source.offset + b * source.stride;
  for (let x = 0; x < line.length; x++, i += step, j += step) {
    line[x] = weightA * (data[i] ?? 0) + weightB * (data[j] ?? 0);
  }
}

/** Whole rows from `from` up to but without `to`, four at a time: the sum is what decides the speed. */
function addRows(source: Channel, from: number, to: number, line: Float32Array): void {
  const { data, step, stride } = source;
  let row = from;
  for (; row + 3 < to; row += 4) {
    let i = source.offset + row * stride;
    for (let x = 0; x < line.length; x++, i += step) {
      const pair = (data[i] ?? 0) + (data[i + stride] ?? 0);
      line[x] = (line[x] ?? 0) + pair + (data[i + 2 * stride] ?? 0) + (data[i + 3 * stride] ?? 0);
    }
  }
  for (; row + 1 < to; row += 2) {
    let i = source.offset + row * stride;
    for (let x = 0; x < line.length; x++, i += step) {
      line[x] = (line[x] ?? 0) + (data[i] ?? 0) + (data[i + stride] ?? 0);
    }
  }
  if (row < to) {
    let i = source.offset + row * stride;
    for (let x = 0; x < line.length; x++, i += step) line[x] = (line[x] ?? 0) + (data[i] ?? 0);
  }
}

function reduceLine(line: Float32Array, columns: Spans, scale: number, result: Float32Array, base: number): void {
  const { first, last, firstWeight, lastWeight } = columns;
  for (let x = 0; x < first.length; x++) {
    const from = first[x] ?? 0;
    const to = last[x] ?? 0;
    let sum = (line[from] ?? 0) * (firstWeight[x] ?? 0) + (line[to] ?? 0) * (lastWeight[x] ?? 0);
    for (let i = from + 1; i < to; i++) sum += line[i] ?? 0;
    result[base + x] = scale * sum;
  }
}
