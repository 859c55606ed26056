import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchQuotedText } from '../../../../src/detectors/ocr/match-quoted-text.ts';
import { WorkerClient } from '../../../../src/worker-client/worker-client.ts';
import { readClip } from '../../../bench/text/read-clip.ts';
import { renderText } from '../../../bench/text/render-text.ts';
import { TEXTS } from '../../../bench/text/text-cases.ts';
import type { ReaderApi } from './reader-worker.ts';

// A few of the clips that test/bench/text reads all of.

const forever = new AbortController().signal;
const client = new WorkerClient<ReaderApi>(
  new Worker(new URL('./reader-worker.ts', import.meta.url), { type: 'module', name: 'reader' }),
);
const reader = {
  read: (picture: Parameters<ReaderApi['read']>[0]) => client.call((remote) => remote.read(picture), forever),
};

beforeAll(async () => {
  const files = await client.call((remote) => remote.load(), forever);
  expect(files.map(({ path }) => path)).toEqual([
    'ch_PP-OCRv4_det_infer.onnx',
    'ch_PP-OCRv4_rec_infer.onnx',
    'ppocr_keys_v1.txt',
  ]);
});

afterAll(() => client.terminate());

describe('reading text in a clip', () => {
  it.each([0, 6, 15])('finds text %i and is not taken in by a misspelling of it', async (number) => {
    const { text, misspelt } = TEXTS[number] ?? { text: '', misspelt: '' };
    const [right] = await readClip(await renderText(number, text), reader, 1);
    expect(matchQuotedText(text, right ?? [])).toMatchObject({ similarity: 1, isSame: true });
    const [wrong] = await readClip(await renderText(number, misspelt), reader, 1);
    expect(matchQuotedText(text, wrong ?? []).isSame).toBe(false);
    expect(matchQuotedText(misspelt, wrong ?? []).isSame).toBe(true);
  });

  it('reads in one frame what something hides in another', async () => {
    const { text } = TEXTS[4] ?? { text: '' };
    const frames = await readClip(await renderText(4, text), reader, 3);
    const similarities = frames.map((lines) => matchQuotedText(text, lines).similarity);
    expect(Math.max(...similarities)).toBe(1);
    expect(Math.min(...similarities)).toBeLessThan(0.9);
  });

  it('says where the text is', async () => {
    const canvas = new OffscreenCanvas(640, 360);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('No 2D canvas context.');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, 640, 360);
    context.fillStyle = '#000';
    context.font = '40px sans-serif';
    context.fillText('below', 400, 300);
    context.fillText('above', 60, 80);
    const { width, height, data } = context.getImageData(0, 0, 640, 360);
    const lines = await reader.read({ width, height, rgba: data });
    expect(lines.map(({ text }) => text)).toEqual(['above', 'below']);
    const [begin, end, , below] = lines[0]?.box ?? [];
    const textWidth = context.measureText('above').width;
    expect(Math.abs((begin?.x ?? 0) - 60)).toBeLessThan(20);
    expect(Math.abs((end?.x ?? 0) - (60 + textWidth))).toBeLessThan(20);
    expect(begin?.y).toBeLessThan(60);
    expect(below?.y).toBeGreaterThan(78);
    for (const { confidence } of lines) expect(confidence).toBeGreaterThan(0.9);
  });

  it.each([
    [1, 1],
    [3, 700],
    [64, 64],
  ])('reads nothing in an empty picture of %i × %i', async (width, height) => {
    const rgba = new Uint8ClampedArray(4 * width * height).fill(128);
    expect(await reader.read({ width, height, rgba })).toEqual([]);
  });
});
