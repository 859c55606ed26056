import { transfer } from 'comlink';
import { pixelBuffers } from '../src/domain/frame.ts';
import { DecodeSession } from '../src/video/decode-session.ts';
import { exposeApi } from './expose.ts';

const session = new DecodeSession();

const api = {
  open: (file: File) => session.open(file),
  start: () => session.start(),
  /** The next frames; their pixels are moved, not copied. */
  next: async () => {
    const batch = await session.next();
    if (batch === null) return null;
    return transfer(batch, pixelBuffers(batch.frames));
  },
  stills: (indices: readonly number[]) => session.stills(indices),
};

export type DecodeApi = typeof api;

exposeApi(api);
