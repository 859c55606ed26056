import type { Pixels } from '../../../../src/detectors/ocr/picture-region.ts';
import { loadTextReader, type TextReader } from '../../../../src/detectors/ocr/read-text.ts';
import { exposeApi } from '../../../../workers/expose.ts';

const forever = new AbortController().signal;
let reader: TextReader | null = null;

const api = {
  load: async () => {
    reader = await loadTextReader(forever);
    return reader.files;
  },
  read: async (picture: Pixels) => {
    if (reader === null) throw new Error('Load first.');
    return reader.read(picture, forever);
  },
};

export type ReaderApi = typeof api;

exposeApi(api);
