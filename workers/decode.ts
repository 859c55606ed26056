import { transfer } from 'comlink';
import { type PictureRequest, pixelBuffers } from '../src/domain/frame.ts';
import type { FrameBudget } from '../src/video/budget.ts';
import { DecodeSession } from '../src/video/decode-session.ts';
import { exposeApi } from './expose.ts';

const session = new DecodeSession();

const api = {
  open: (file: File) => session.open(file),
  start: (budget?: Partial<FrameBudget>) => session.start(budget),
  /** The next frames; their pixels are moved, not copied. */
  next: async () => {
    const batch = await session.next();
    return batch === null ? null : transfer(batch, pixelBuffers(batch.frames));
  },
  stills: (indices: readonly number[]) => session.stills(indices),
  /** Frames drawn for a model; their pixels are moved, not copied. */
  pictures: async (requests: readonly PictureRequest[]) => {
    const pictures = await session.pictures(requests);
    return transfer(
      pictures,
      pictures.map(({ rgba }) => rgba.buffer),
    );
  },
};

export type DecodeApi = typeof api;

exposeApi(api);
