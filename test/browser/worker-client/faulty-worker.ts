import { LoupeError } from '../../../src/domain/error.ts';
import { exposeApi } from '../../../workers/expose.ts';

const api = {
  double: (value: number) => value * 2,
  failCoded: () => {
    throw new LoupeError('unsupported_codec', 'This file uses a codec.', 'Convert it.');
  },
  failPlain: () => {
    throw new TypeError('plain');
  },
  hang: () => new Promise<never>(() => undefined),
  vanish: () => {
    close();
    return new Promise<never>(() => undefined);
  },
  die: () => {
    setTimeout(() => {
      throw new Error('the worker fell over');
    });
    return new Promise<never>(() => undefined);
  },
};

export type FaultyApi = typeof api;

exposeApi(api);
