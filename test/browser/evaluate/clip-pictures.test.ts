import { expect, test } from 'vitest';
import type { Picture, PictureRequest } from '../../../src/domain/frame.ts';
import { clipPictures } from '../../../src/evaluate/clip-pictures.ts';

type Decoder = Parameters<typeof clipPictures>[0];

/** Stands for the client of the decode worker: each call is answered by hand. */
function fakeDecoder() {
  const calls: { answer: (pictures: Picture[]) => void; signal: AbortSignal }[] = [];
  const decoder: Decoder = {
    // What the task asks of the worker does not matter here; only pictures are asked for, so the answer fits.
    call: <T>(_: unknown, signal: AbortSignal) =>
      new Promise<T>((resolve) => calls.push({ answer: (pictures) => resolve(pictures as T), signal })),
  };
  return { decoder, calls };
}

const request: PictureRequest = { index: 0, width: 1, height: 1, crop: null };
const picture: Picture = { index: 0, timeSeconds: 0, width: 1, height: 1, rgba: new Uint8ClampedArray(4) };
const turn = () => new Promise((resolve) => setTimeout(resolve));

test('calls wait for one another', async () => {
  const { decoder, calls } = fakeDecoder();
  const pictures = clipPictures(decoder);
  const { signal } = new AbortController();
  const first = pictures([request], signal);
  const second = pictures([request], signal);
  await turn();
  expect(calls).toHaveLength(1);
  calls[0]?.answer([picture]);
  expect(await first).toEqual([picture]);
  await turn();
  expect(calls).toHaveLength(2);
  calls[1]?.answer([]);
  expect(await second).toEqual([]);
});

test('an abort ends the wait but not the worker, and calls after it are answered', async () => {
  const { decoder, calls } = fakeDecoder();
  const pictures = clipPictures(decoder);
  const controller = new AbortController();
  const stopped = pictures([request], controller.signal);
  const waiting = pictures([request], controller.signal);
  const later = pictures([request], new AbortController().signal);
  await turn();
  controller.abort();
  await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
  await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
  expect(calls[0]?.signal.aborted).toBe(false);
  calls[0]?.answer([]);
  await turn();
  expect(calls).toHaveLength(2);
  calls[1]?.answer([picture]);
  expect(await later).toEqual([picture]);
});
