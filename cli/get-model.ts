import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CatalogueEntry } from '../src/models/catalogue.ts';
import { REQUIRED_FILES } from '../src/models/found-model.ts';
import { readModelConfig } from '../src/models/model-config.ts';
import { type Dtype, sessionFiles } from '../src/models/session-files.ts';
import { hashFile, readCard, writeCard } from './model-hashes.ts';
import { PARTIAL_SUFFIX } from './model-index.ts';

export interface GetRequest {
  entry: CatalogueEntry;
  /** URL of the folder with the model's files, ending in "/". */
  from: string;
  /** Folder that they are put into. */
  folder: string;
  dtypes: readonly Dtype[];
  onProgress: (progress: FileProgress) => void;
}

export interface FileProgress {
  path: string;
  loadedBytes: number;
  /** 0 where the server does not say. */
  totalBytes: number;
  state: 'loading' | 'done' | 'there already' | 'not published';
}

const CONFIG = 'config.json';

/** Files that some exports have. */
const OPTIONAL_FILES = [
  'processor_config.json',
  'generation_config.json',
  'special_tokens_map.json',
  'chat_template.json',
  'chat_template.jinja',
];

/**
 * Downloads a model, and records the hash of each file on its card. A file that is whole is not fetched again, so that a
 * download that was interrupted goes on.
 * @throws Error that says in a sentence which file could not be had, and why
 */
export async function getModel(request: GetRequest): Promise<void> {
  const { entry, from, folder, dtypes } = request;
  mkdirSync(folder, { recursive: true });
  const card = readCard(folder);
  const sha256 = { ...card.sha256 };
  const save = () =>
    writeCard(folder, { id: entry.id, name: entry.name, licence: entry.licence, source: from, ...card, sha256 });
  const get = async (path: string, required: boolean) => {
    const hash = await getFile(path, required, request, sha256[path]);
    if (hash === null) return;
    sha256[path] = hash;
    save();
  };
  await get(CONFIG, true);
  const config = readModelConfig(parseJson(readFileSync(join(folder, CONFIG), 'utf8')));
  if ('problem' in config) throw new Error(`What ${from} holds cannot be used. ${config.problem}`);
  for (const path of REQUIRED_FILES) await get(path, true);
  for (const path of OPTIONAL_FILES) await get(path, false);
  for (const dtype of dtypes) {
    for (const path of sessionFiles(dtype, config.facts.externalData)) await get(path, true);
  }
}

/** @returns the file's hash; null when it is optional and not there */
async function getFile(
  path: string,
  required: boolean,
  { from, folder, onProgress }: GetRequest,
  recorded: string | undefined,
): Promise<string | null> {
  const target = join(folder, path);
  const tell = (state: FileProgress['state'], loadedBytes = 0, totalBytes = 0) =>
    onProgress({ path, loadedBytes, totalBytes, state });
  if (existsSync(target)) {
    tell('there already');
    return recorded ?? (await hashFile(target));
  }
  const response = await request(new URL(path, from));
  if (!required && response.status === 404) {
    tell('not published');
    return null;
  }
  // Some servers answer with a page where a file is missing or somebody must log in first.
  const isPage = (response.headers.get('Content-Type') ?? '').startsWith('text/html');
  if (!response.ok || response.body === null || isPage)
    throw new Error(`${response.url} could not be had: ${isPage ? 'a web page came instead' : response.status}.`);
  mkdirSync(dirname(target), { recursive: true });
  const totalBytes = Number(response.headers.get('Content-Length') ?? 0);
  const hash = await write(`${target}${PARTIAL_SUFFIX}`, response.body, (loaded) =>
    tell('loading', loaded, totalBytes),
  );
  renameSync(`${target}${PARTIAL_SUFFIX}`, target);
  tell('done');
  return hash;
}

async function request(url: URL): Promise<Response> {
  try {
    // Compressed, the length would not be that of the file.
    return await fetch(url, { headers: { 'Accept-Encoding': 'identity' } });
  } catch (reason) {
    throw new Error(`${url.host} cannot be reached: ${cause(reason)}.`);
  }
}

/** @returns SHA-256 of what was written */
async function write(
  path: string,
  body: ReadableStream<Uint8Array>,
  onLoaded: (bytes: number) => void,
): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(path, 'w');
  let loaded = 0;
  try {
    for await (const chunk of body) {
      await file.writeFile(chunk);
      hash.update(chunk);
      loaded += chunk.byteLength;
      onLoaded(loaded);
    }
  } catch (reason) {
    throw new Error(`The download of ${path.slice(0, -PARTIAL_SUFFIX.length)} broke off: ${cause(reason)}.`);
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** fetch() wraps the reason that a person can do something about. */
function cause(reason: unknown): string {
  const inner = reason instanceof Error && reason.cause instanceof Error ? reason.cause : reason;
  return inner instanceof Error ? inner.message : String(inner);
}
