import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type FileProgress, getModel } from '../../../cli/get-model.ts';
import { readCard, verifyModel } from '../../../cli/model-hashes.ts';
import { indexModels } from '../../../cli/model-index.ts';
import { catalogueEntry } from '../../../src/models/catalogue.ts';
import { makeFolder, modelFiles } from './make-model-folder.ts';

const ID = 'SmolVLM2-256M-Video-Instruct';

let server: Server | undefined;

afterEach(() => server?.close());

interface Hub {
  url: string;
  requested: string[];
}

/** A server of some files under /hub/; `break` names one whose connection breaks in the middle. */
async function startHub(files: Record<string, string>, broken: { path?: string } = {}): Promise<Hub> {
  const requested: string[] = [];
  const started = createServer((request, response) => {
    const path = (request.url ?? '').replace('/hub/', '');
    requested.push(path);
    const content = files[path];
    if (content === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Length': content.length });
    if (path !== broken.path) response.end(content);
    else response.write(content.slice(0, 5), () => request.socket.destroy());
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  // It listens on TCP, so the address is not a pipe's name.
  return { url: `http://127.0.0.1:${(started.address() as AddressInfo).port}/hub/`, requested };
}

async function get(hub: Hub, folder: string): Promise<FileProgress[]> {
  const entry = catalogueEntry(ID);
  if (entry === null) throw new Error('not in the catalogue');
  const told: FileProgress[] = [];
  await getModel({ entry, from: hub.url, folder, dtypes: ['q8'], onProgress: (progress) => told.push(progress) });
  return told;
}

describe('getting a model', () => {
  it('downloads what it takes, and records where it came from and the hash of each file', async () => {
    const files = { ...modelFiles(), 'processor_config.json': '{"image_seq_len":64}', 'README.md': 'not needed' };
    const hub = await startHub(files);
    const models = makeFolder({});
    const told = await get(hub, join(models, ID));
    const { 'README.md': _, ...wanted } = files;
    for (const [path, content] of Object.entries(wanted)) {
      expect(readFileSync(join(models, ID, path), 'utf8')).toBe(content);
    }
    const card = readCard(join(models, ID));
    expect(Object.keys(card.sha256 ?? {}).sort()).toEqual(Object.keys(wanted).sort());
    expect(card).toMatchObject({ id: ID, licence: 'Apache-2.0', source: hub.url });
    expect(await verifyModel(join(models, ID))).toMatchObject({ changed: [], missing: [] });
    expect(told).toContainEqual({ path: 'chat_template.json', loadedBytes: 0, totalBytes: 0, state: 'not published' });
    expect(told).toContainEqual({ path: 'processor_config.json', loadedBytes: 20, totalBytes: 20, state: 'loading' });
  });

  it('goes on after an interruption, without what it has already', async () => {
    const broken: { path?: string } = { path: 'onnx/vision_encoder_quantized.onnx' };
    const hub = await startHub(modelFiles(), broken);
    const models = makeFolder({});
    await expect(get(hub, join(models, ID))).rejects.toThrow(/vision_encoder_quantized\.onnx broke off/);
    expect(indexModels(models).models[0]?.files.map(({ path }) => path)).not.toContain(broken.path);
    delete broken.path;
    hub.requested.length = 0;
    await get(hub, join(models, ID));
    expect(hub.requested.filter((path) => path in modelFiles())).toEqual([
      'onnx/vision_encoder_quantized.onnx',
      'onnx/decoder_model_merged_quantized.onnx',
    ]);
    expect((await verifyModel(join(models, ID))).intact).toHaveLength(Object.keys(modelFiles()).length);
  });

  it('says which file is not published, and when it is no model that Loupe can use', async () => {
    const { 'onnx/embed_tokens_quantized.onnx': _, ...incomplete } = modelFiles();
    await expect(get(await startHub(incomplete), join(makeFolder({}), ID))).rejects.toThrow(
      /embed_tokens_quantized\.onnx could not be had: 404/,
    );
    server?.close();
    const hub = await startHub({ ...modelFiles(), 'config.json': '{"model_type":"llava"}' });
    await expect(get(hub, join(makeFolder({}), ID))).rejects.toThrow(/type “llava”/);
    expect(hub.requested).toEqual(['config.json']);
  });

  it('keeps what a person wrote on the card', async () => {
    const models = makeFolder({ [`${ID}/card.json`]: '{"name":"Mine","framesPerView":6}' });
    await get(await startHub(modelFiles()), join(models, ID));
    expect(readCard(join(models, ID))).toMatchObject({ name: 'Mine', framesPerView: 6, licence: 'Apache-2.0' });
  });
});

// Each call starts a Node process.
describe('the command', { timeout: 60_000 }, () => {
  const run = (...words: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'cli/models.ts', ...words], { encoding: 'utf8' });

  it('lists, verifies and tells of files that are not as they were downloaded', async () => {
    const hub = await startHub(modelFiles());
    const models = makeFolder({});
    await get(hub, join(models, ID));
    const folder = ['--folder', models];
    const listed = run('list', ...folder).stdout;
    expect(listed).toMatch(new RegExp(`Here:\\n {2}${ID}, q8, 0\\.00 GB, Apache-2\\.0\\n`));
    expect(listed).toContain('Qwen3.5-0.8B-ONNX, about 0.67 GB, Apache-2.0');
    expect(run('verify', ID, ...folder)).toMatchObject({ status: 0, stdout: expect.stringContaining('7 files') });

    writeFileSync(join(models, ID, 'onnx/embed_tokens_quantized.onnx'), 'something else');
    rmSync(join(models, ID, 'tokenizer.json'));
    const { status, stdout } = run('verify', ID, ...folder);
    expect(status).toBe(3);
    expect(stdout).toMatch(/embed_tokens_quantized\.onnx is not the file.*\ntokenizer\.json is missing/);
  });

  it('refuses a model that it does not know, and a precision that there is not', () => {
    expect(run('get', 'nonsense')).toMatchObject({ status: 2, stderr: expect.stringContaining('catalogue') });
    expect(run('get', ID, '--dtype', 'q5')).toMatchObject({ status: 2, stderr: expect.stringContaining('precision') });
    expect(existsSync(join('public/models', 'nonsense'))).toBe(false);
  });
});
