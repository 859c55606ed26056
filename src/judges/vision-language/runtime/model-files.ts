import { LoupeError } from '../../../domain/error.ts';
import { toHex } from '../../../domain/hex.ts';
import { fileUnreadable, modelMissing } from './runtime-errors.ts';

export interface ModelFile {
  /** Within the model's folder. */
  path: string;
  bytes: number;
  sha256: string;
}

/** Fetches a model's files once each, hashes them on the way and counts bytes. */
export class ModelFiles {
  readonly #folderUrl: string;
  readonly #expected: Readonly<Record<string, string>>;
  readonly #onBytes: (loadedBytes: number) => void;
  readonly #files = new Map<string, ModelFile>();
  #loaded = 0;
  /** The library takes some failures for a missing optional file, or words them its own way. */
  failure: LoupeError | null = null;

  /**
   * @param folderUrl URL of the model's folder, ending in "/"
   * @param expected SHA-256 in hex that files must have, by path
   */
  constructor(folderUrl: string, expected: Readonly<Record<string, string>>, onBytes: (loadedBytes: number) => void) {
    this.#folderUrl = new URL(folderUrl, self.location.href).href;
    this.#expected = expected;
    this.#onBytes = onBytes;
  }

  /** What was fetched so far, sorted by path. */
  list(): ModelFile[] {
    return [...this.#files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  readonly fetch = async (url: string): Promise<Response> => {
    const absolute = new URL(url, self.location.href).href;
    if (!absolute.startsWith(this.#folderUrl))
      throw new LoupeError('internal', `The model asked for a file outside its folder: ${absolute}`);
    const path = decodeURIComponent(absolute.slice(this.#folderUrl.length));
    const response = await fetch(absolute);
    if (!response.ok || response.body === null) {
      if (path.endsWith('.onnx')) this.failure ??= modelMissing(path);
      return response;
    }
    const length = Number(response.headers.get('Content-Length'));
    const bytes = await this.#read(response.body, length).catch((reason: unknown) => {
      this.failure ??= fileUnreadable(path, reason);
      throw this.failure;
    });
    const sha256 = toHex(await crypto.subtle.digest('SHA-256', bytes));
    const expected = this.#expected[path];
    if (expected !== undefined && expected !== sha256) {
      this.failure ??= new LoupeError(
        'model_invalid',
        `“${path}” of the model is not the file it should be: its SHA-256 differs.`,
        'Get the model again.',
      );
      throw this.failure;
    }
    this.#files.set(path, { path, bytes: bytes.byteLength, sha256 });
    return new Response(bytes, { status: 200, headers: { 'Content-Length': String(bytes.byteLength) } });
  };

  async #read(body: ReadableStream<Uint8Array<ArrayBuffer>>, length: number): Promise<Uint8Array<ArrayBuffer>> {
    let bytes = new Uint8Array(length > 0 ? length : 1 << 20);
    let filled = 0;
    for await (const chunk of body) {
      if (filled + chunk.byteLength > bytes.byteLength) {
        // The stated length was that of the compressed file.
        const larger = new Uint8Array(2 * (filled + chunk.byteLength));
        larger.set(bytes.subarray(0, filled));
        bytes = larger;
      }
      bytes.set(chunk, filled);
      filled += chunk.byteLength;
      this.#loaded += chunk.byteLength;
      this.#onBytes(this.#loaded);
    }
    return filled === bytes.byteLength ? bytes : bytes.slice(0, filled);
  }
}
