import { LoupeError } from '../../domain/error.ts';
import { toHex } from '../../domain/hex.ts';

export interface Weights {
  bytes: Uint8Array<ArrayBuffer>;
  sha256: string;
}

/**
 * Fetches a detector's weights, which are part of the app.
 * @param path name for people
 * @param onBytes is told how many more bytes have come
 * @throws LoupeError `model_missing`
 */
export async function fetchWeights(url: string, path: string, onBytes: (bytes: number) => void): Promise<Weights> {
  const response = await fetch(url).catch(() => null);
  if (response === null || !response.ok || response.body === null) throw missing(path);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of response.body) {
    chunks.push(chunk);
    onBytes(chunk.byteLength);
  }
  const bytes = new Uint8Array(await new Blob(chunks).arrayBuffer());
  return { bytes, sha256: toHex(await crypto.subtle.digest('SHA-256', bytes)) };
}

const missing = (path: string): LoupeError =>
  new LoupeError(
    'model_missing',
    `The detector’s file “${path}” could not be loaded.`,
    'Build the app again: npm run build.',
  );
