import { existsSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { CATALOGUE, catalogueEntry } from '../src/models/catalogue.ts';
import { findModels } from '../src/models/find-models.ts';
import type { FoundModel } from '../src/models/found-model.ts';
import { KNOWN_ANSWERS_FILE } from '../src/models/known-answers.ts';
import { DTYPES, type Dtype } from '../src/models/session-files.ts';
import { type FileProgress, getModel } from './get-model.ts';
import { HeadlessApp } from './headless-app.ts';
import { verifyModel } from './model-hashes.ts';
import { MODELS } from './paths.ts';
import { ProgressLine } from './progress-line.ts';
import { serve } from './server.ts';
import { runCommand, UsageError } from './usage.ts';

const USAGE = `Usage: npm run --silent models -- list
       npm run --silent models -- get ID [--dtype DTYPE]... [--from URL]
       npm run --silent models -- verify ID
       npm run --silent models -- remember ID

  list          what is in the folder, and what can be got
  get           download a model; one that was interrupted goes on
  verify        compare a model's files with the hashes of its download
  remember      store what the model computes on the processor; the GPU must then
                compute the same, each time the model is loaded
  --dtype       a precision: ${DTYPES.join(', ')} (what suits the model)
  --from URL    the folder of the model's files, where it is not the hub's
  --folder DIR  the folder of all models (public/models)

Exit code: 0 when all is well, 1 when a download failed, 2 when the call was wrong, 3 when a file is not as recorded.`;

await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      dtype: { type: 'string', multiple: true },
      from: { type: 'string' },
      folder: { type: 'string', default: MODELS },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const [action, id, ...rest] = positionals;
  if (rest.length > 0) throw new UsageError(`“${rest[0]}” is one word too many.`);
  if (action === 'list') return await list(values.folder);
  if (action !== 'get' && action !== 'verify' && action !== 'remember')
    throw new UsageError('Say list, get, verify or remember.');
  if (id === undefined) throw new UsageError(`Say which model to ${action}.`);
  if (action === 'verify') return await verify(values.folder, id);
  if (action === 'remember') return await remember(values.folder, id);
  return await get(values.folder, id, values.dtype?.map(readDtype) ?? [], values.from);
});

async function list(folder: string): Promise<number> {
  // The app's own view of the folder, problems included.
  const server = await serve(folder, 0, { models: folder });
  const found = await findModels(`${server.url}/models/`, new AbortController().signal);
  server.close();
  print(found.length === 0 ? 'There is no model here yet.\n' : 'Here:');
  for (const model of found) print(describe(model));
  const others = CATALOGUE.filter(({ id }) => !found.some((model) => catalogueEntry(model.folder)?.id === id));
  if (others.length > 0) print('To be got (npm run models -- get ID):');
  for (const { id, downloadBytes, licence, description } of others)
    print(`  ${id}, about ${gigabytes(downloadBytes)}, ${licence}\n    ${description}`);
  return 0;
}

function describe({ folder, card, dtypes, files, problem }: FoundModel): string {
  const size = gigabytes(files.reduce((sum, { bytes }) => sum + bytes, 0));
  const facts = [dtypes.join(' '), size, card.licence].filter((fact) => fact !== '').join(', ');
  return `  ${folder}, ${facts}${problem === null ? '' : `\n    Cannot be used: ${problem}`}`;
}

async function get(folder: string, id: string, dtypes: readonly Dtype[], from: string | undefined): Promise<number> {
  const entry = catalogueEntry(id);
  if (entry === null) {
    const known = CATALOGUE.map((each) => each.id).join(', ');
    throw new UsageError(`“${id}” is not in the catalogue: ${known}. Other models can be put into ${folder}.`);
  }
  const source = withSlash(from ?? `${entry.source}/resolve/main`);
  if (!URL.canParse(source)) throw new UsageError(`${source} is not a URL.`);
  print(`${entry.name} (${entry.licence}), from ${source}`);
  let line: { path: string; shown: ProgressLine } | null = null;
  const onProgress = ({ path, state, loadedBytes, totalBytes }: FileProgress) => {
    if (line?.path !== path) line = { path, shown: new ProgressLine(path) };
    if (state !== 'loading') line.shown.end(state);
    else line.shown.show(`${megabytes(loadedBytes)}${totalBytes > 0 ? ` of ${megabytes(totalBytes)}` : ''}`);
  };
  const wanted = dtypes.length > 0 ? dtypes : entry.dtypes;
  await getModel({ entry, from: source, folder: join(folder, entry.id), dtypes: wanted, onProgress });
  print(`It is in ${join(folder, entry.id)}. Start Loupe again with npm start to use it.`);
  print(`To have the GPU checked against the processor: npm run models -- remember ${entry.id}`);
  return 0;
}

async function remember(folder: string, id: string): Promise<number> {
  const name = catalogueEntry(id)?.id ?? basename(id);
  if (!existsSync(join(folder, name))) throw new UsageError(`There is no folder ${join(folder, name)}.`);
  const app = await HeadlessApp.start({ models: folder });
  try {
    const outcome = await app.computeKnownAnswers(name);
    if ('error' in outcome) {
      print(`${outcome.error.message} ${outcome.error.remedy}`);
      return 3;
    }
    writeFileSync(join(folder, name, KNOWN_ANSWERS_FILE), `${JSON.stringify(outcome.answers)}\n`);
    print(`Stored for ${Object.keys(outcome.answers).join(', ')} in ${KNOWN_ANSWERS_FILE}.`);
    return 0;
  } finally {
    await app.close();
  }
}

async function verify(folder: string, id: string): Promise<number> {
  const model = join(folder, catalogueEntry(id)?.id ?? basename(id));
  if (!existsSync(model)) throw new UsageError(`There is no folder ${model}.`);
  const { intact, changed, missing } = await verifyModel(model);
  if (intact.length + changed.length + missing.length === 0) {
    print('No hashes are recorded for this model, so there is nothing to compare with.');
    return 3;
  }
  for (const path of changed) print(`${path} is not the file that was downloaded. Delete it, and get the model again.`);
  for (const path of missing) print(`${path} is missing. Get the model again.`);
  print(`${intact.length} files are as they were downloaded.`);
  return changed.length + missing.length > 0 ? 3 : 0;
}

function readDtype(name: string): Dtype {
  const dtype = DTYPES.find((known) => known === name);
  if (dtype === undefined) throw new UsageError(`“${name}” is not a precision: ${DTYPES.join(', ')}.`);
  return dtype;
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(2)} GB`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
