import { describe, expect, test } from 'vitest';
import { endsEarly } from '../../../src/video/file-end.ts';
import { closeLastCluster } from '../../../src/video/matroska-end.ts';

const box = (type: string, size: number, stored = size): number[] => [
  ...[24, 16, 8, 0].map((shift) => (size >> shift) & 255),
  ...[...type].map((character) => character.charCodeAt(0)),
  ...new Array<number>(stored - 8).fill(0),
];

const blob = (...parts: number[][]) => new Blob([Uint8Array.from(parts.flat())]);

const element = (id: number[], content: number[], announced = content.length): number[] => [
  ...id,
  0x40 | (announced >> 8),
  announced & 255,
  ...content,
];
const EBML = [0x1a, 0x45, 0xdf, 0xa3];
const SEGMENT = [0x18, 0x53, 0x80, 0x67];
const CLUSTER = [0x1f, 0x43, 0xb6, 0x75];
const block = (length: number) => element([0xa3], new Array<number>(length).fill(7));

describe('endsEarly', () => {
  test('tells an MP4 whose last box reaches past the end', async () => {
    expect(await endsEarly(blob(box('ftyp', 16), box('mdat', 40)))).toBe(false);
    expect(await endsEarly(blob(box('ftyp', 16), box('mdat', 4000, 40)))).toBe(true);
  });

  test('takes nonsense for damage, not for an early end', async () => {
    expect(await endsEarly(blob(box('ftyp', 16), box('\u0001\u0002\u0003\u0004', 4000, 40)))).toBe(false);
    expect(await endsEarly(blob([1, 2, 3]))).toBe(false);
  });

  test('tells an AVI whose last part reaches past the end', async () => {
    const riff = (stored: number, announced = stored) =>
      [...'RIFF'].map((character) => character.charCodeAt(0)).concat([announced, 0, 0, 0], new Array(stored).fill(0));
    expect(await endsEarly(blob(riff(20), riff(30)))).toBe(false);
    expect(await endsEarly(blob(riff(20), riff(30, 31)))).toBe(true);
  });

  test('tells a WebM whose segment reaches past the end', async () => {
    const header = element(EBML, [0, 0, 0]);
    expect(await endsEarly(blob(header, element(SEGMENT, [1, 2, 3, 4, 5, 6, 7, 8])))).toBe(false);
    expect(await endsEarly(blob(header, element(SEGMENT, [1, 2, 3, 4, 5, 6, 7, 8], 500)))).toBe(true);
  });
});

describe('closeLastCluster', () => {
  const header = element(EBML, [0, 0, 0]);
  const whole = element(CLUSTER, [...block(20), ...block(30)]);

  test('ends a cut-off cluster after its last whole block', async () => {
    const cut = element(CLUSTER, [...block(20), ...block(30).slice(0, 12)], 300);
    const closed = await closeLastCluster(blob(header, element(SEGMENT, [...whole, ...cut], 900)));
    const expected = blob(header, element(SEGMENT, [...whole, ...element(CLUSTER, block(20))], 900));
    expect([...new Uint8Array(await closed.arrayBuffer())]).toEqual([...new Uint8Array(await expected.arrayBuffer())]);
  });

  test('leaves other files alone', async () => {
    const file = blob(header, element(SEGMENT, whole));
    expect(await closeLastCluster(file)).toBe(file);
    const mp4 = blob(box('ftyp', 16), box('mdat', 4000, 40));
    expect(await closeLastCluster(mp4)).toBe(mp4);
  });
});
