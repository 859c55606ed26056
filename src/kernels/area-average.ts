import { floatsAt, kernels, Room, write } from './kernels.ts';

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
  const { data, offset, stride, step } = source;
  const columns = spansOf(source.width, width);
  const rows = spansOf(source.height, height);
  const scale = (width * height) / (source.width * source.height);
  const count = (source.width - 1) * step + 1;
  const room = new Room();
  const spans = room.put(columns.first, columns.last, columns.firstWeight, columns.lastWeight);
  const line = room.take(count);
  const result = room.take(width * height);
  const most = rows.last.reduce((most, last, y) => Math.max(most, last - (rows.first[y] ?? 0)), 0);
  const band = room.take(((most * stride + count) * data.BYTES_PER_ELEMENT) / 4);
  for (let y = 0; y < height; y++) {
    const first = rows.first[y] ?? 0;
    const last = rows.last[y] ?? 0;
    // Band by band, so that the kernels' memory need not hold a frame.
    write(data.subarray(offset + first * stride, offset + last * stride + count), band);
    kernels.averageLine(
      band,
      data.BYTES_PER_ELEMENT,
      stride,
      count,
      last - first + 1,
      rows.firstWeight[y] ?? 0,
      rows.lastWeight[y] ?? 0,
      line,
      spans,
      width,
      step,
      scale,
      result + 4 * y * width,
    );
  }
  return floatsAt(result, width * height);
}
