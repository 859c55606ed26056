import { request } from 'node:http';
import { basename } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type RunningServer, serve } from '../../../cli/server.ts';
import { inFolder, makeFolder, modelFiles } from './make-model-folder.ts';

let server: RunningServer | undefined;

afterEach(() => server?.close());

async function serveModels(files: Record<string, string>): Promise<string> {
  const app = makeFolder({ 'index.html': 'app', 'models/index.json': '{"models":[]}' });
  server = await serve(app, 0, { models: makeFolder(files) });
  return server.url;
}

/** Asks for a path as it is: fetch() would resolve the dots itself. */
function rawStatus(url: string, path: string): Promise<number> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request({ port, path, host: '127.0.0.1' }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject).end();
  });
}

describe('models served from a folder of their own', () => {
  it('lists the folders that hold a config.json, with every file and its size', async () => {
    const url = await serveModels({
      ...inFolder('one', modelFiles()),
      'one/onnx/half.onnx.part': 'x',
      'one/.git/HEAD': 'x',
      'not-a-model/readme.txt': 'x',
    });
    const index = await (await fetch(`${url}/models/index.json`)).json();
    expect(index.models.map(({ folder }: { folder: string }) => folder)).toEqual(['one']);
    expect(index.models[0].files).toContainEqual({ path: 'onnx/embed_tokens_quantized.onnx', bytes: 23 });
    expect(index.models[0].files).toHaveLength(Object.keys(modelFiles()).length);
  });

  it('hands out files whole and in part, under the same security headers as the app', async () => {
    const url = `${await serveModels(inFolder('one', modelFiles()))}/models/one/onnx/vision_encoder_quantized.onnx`;
    const whole = await fetch(url);
    expect(await whole.text()).toBe('weights of vision_encoder');
    const part = await fetch(url, { headers: { Range: 'bytes=11-16' } });
    expect([part.status, await part.text()]).toEqual([206, 'vision']);
    for (const { headers } of [whole, part, await fetch(`${url}.missing`)]) {
      expect(headers.get('Cross-Origin-Embedder-Policy')).toBe('require-corp');
      expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    }
  });

  it('gives a real 404 for what is not there, and nothing from outside the folder', async () => {
    const url = await serveModels(inFolder('one', modelFiles()));
    const neighbour = basename(makeFolder({ 'secret.txt': 'secret' }));
    const outside = ['..', '%2e%2e', 'one/../..', 'one/%2e%2e/%2e%2e'].map((up) => `${up}/${neighbour}/secret.txt`);
    for (const path of [...outside, `..%2f${neighbour}%2fsecret.txt`, 'one/other.json', 'one', '']) {
      expect([path, await rawStatus(url, `/models/${path}`)]).toEqual([path, 404]);
    }
  });
});
