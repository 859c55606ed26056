import { afterEach, describe, expect, it } from 'vitest';
import { type RunningServer, serve } from '../../../cli/server.ts';
import { fetchKnownAnswers, findModels } from '../../../src/models/find-models.ts';
import { type FoundModel, filesToLoad } from '../../../src/models/found-model.ts';
import { inFolder, makeFolder, modelFiles, SMOLVLM_CONFIG } from './make-model-folder.ts';

let server: RunningServer | undefined;
const never = new AbortController().signal;

afterEach(() => server?.close());

async function find(files: Record<string, string>): Promise<FoundModel[]> {
  server = await serve(makeFolder({}), 0, { models: makeFolder(files) });
  return await findModels(`${server.url}/models/`, never);
}

async function findOne(changes: Record<string, string>, folder = 'one'): Promise<FoundModel> {
  const [model] = await find(inFolder(folder, { ...modelFiles(), ...changes }));
  if (model === undefined) throw new Error('nothing was found');
  return model;
}

const config = (changes: object) => ({ 'config.json': JSON.stringify({ ...SMOLVLM_CONFIG, ...changes }) });

describe('finding models', () => {
  it('takes what it can from the configuration and the folder’s name', async () => {
    const model = await findOne({});
    expect(model).toMatchObject({ folder: 'one', modelType: 'smolvlm', dtypes: ['q8'], problem: null });
    expect(model.card).toMatchObject({ id: 'one', name: 'one', licence: '', sha256: {} });
    expect(model.facts).toMatchObject({ attentionLayers: 30, keyValueHeads: 3, headDim: 64, contextTokens: 8192 });
    expect(filesToLoad(model, 'q8').map(({ path }) => path)).toEqual(expect.arrayContaining(Object.keys(modelFiles())));
  });

  it('knows the models of the catalogue by their folder’s name', async () => {
    const { card } = await findOne({}, 'smolvlm2-256m-video-instruct');
    expect(card).toMatchObject({ id: 'SmolVLM2-256M-Video-Instruct', licence: 'Apache-2.0' });
  });

  it('believes a card before the catalogue', async () => {
    const card = { name: 'Mine', licence: 'MIT', kinds: { action: null }, framesPerView: 6 };
    const model = await findOne({ 'card.json': JSON.stringify(card) }, 'Qwen3.5-0.8B-ONNX');
    expect(model.card).toMatchObject({ ...card, id: 'Qwen3.5-0.8B-ONNX' });
  });

  it('reads how well a model’s answers held, as far as its card knows', async () => {
    const whole = { accuracy: 0.8, calibrationError: 0.06, clips: 120 };
    const kinds = { clarity: whole, noise: { accuracy: 0.7 }, colour: 0.9, action: null };
    const { card } = await findOne({ 'card.json': JSON.stringify({ kinds }) });
    const unknown = { calibrationError: null, clips: null };
    expect(card.kinds).toEqual({
      clarity: whole,
      noise: { accuracy: 0.7, ...unknown },
      colour: { accuracy: 0.9, ...unknown },
      action: null,
    });
  });

  it('counts weights beside the graph as part of a precision', async () => {
    const external = config({ 'transformers.js_config': { use_external_data_format: { decoder_model_merged: 2 } } });
    const data = (i: string) => `onnx/decoder_model_merged_quantized.onnx_data${i}`;
    expect((await findOne({ ...external, [data('')]: 'w' })).dtypes).toEqual([]);
    expect((await findOne({ ...external, [data('')]: 'w', [data('_1')]: 'w' })).dtypes).toEqual(['q8']);
  });

  it('reads the sizes of a model with layers of linear attention', async () => {
    const text = { layer_types: ['linear_attention', 'linear_attention', 'full_attention'], num_hidden_layers: 3 };
    const heads = {
      linear_num_key_heads: 2,
      linear_key_head_dim: 4,
      linear_num_value_heads: 2,
      linear_value_head_dim: 8,
    };
    const { facts } = await findOne(
      config({
        model_type: 'qwen3_5',
        text_config: { ...SMOLVLM_CONFIG.text_config, ...text, ...heads, linear_conv_kernel_dim: 4 },
      }),
    );
    // Two layers, each with 2 matrices of 4 × 8 and 4 steps of 2·2·4 + 2·8 channels.
    expect(facts).toMatchObject({ attentionLayers: 1, recurrentValues: 2 * (2 * 4 * 8 + 4 * 32) });
  });

  it.each([
    ['a type it does not know', config({ model_type: 'llava' }), /type “llava”/],
    ['a configuration that is not JSON', { 'config.json': '<html>' }, /config\.json/],
    ['a configuration without sizes', config({ text_config: {} }), /hidden_size/],
    ['a card that does not fit', { 'card.json': '{"kinds":{"clarity":7}}' }, /card\.json/],
    ['no tokenizer', { 'tokenizer.json': '' }, /tokenizer\.json/],
    ['an incomplete precision', { 'onnx/embed_tokens_quantized.onnx': '' }, /three sessions/],
  ])('tells of %s, and of nothing else', async (_, changes, reason) => {
    expect((await findOne(changes)).problem).toMatch(reason);
  });

  it('does not use a folder whose name has no place in a URL, nor two models with one id', async () => {
    const card = { 'card.json': '{"id":"twin"}' };
    const models = await find({
      ...inFolder('a b', modelFiles()),
      ...inFolder('x', { ...modelFiles(), ...card }),
      ...inFolder('y', { ...modelFiles(), ...card }),
    });
    expect(models.map(({ problem }) => problem)).toEqual([
      expect.stringContaining('characters'),
      null,
      expect.stringContaining('“x”'),
    ]);
  });

  it('finds nothing where there is no index, and says when there is one that cannot be read', async () => {
    server = await serve(
      makeFolder({ 'bad/index.json': '{"models":[{"folder":"x","files":[{"path":"../y","bytes":1}]}]}' }),
      0,
    );
    expect(await findModels(`${server.url}/none/`, never)).toEqual([]);
    await expect(findModels(`${server.url}/bad/`, never)).rejects.toMatchObject({ code: 'model_invalid' });
    server.close();
    expect(await findModels(`${server.url}/none/`, never)).toEqual([]);
  });

  it('ends when it is aborted', async () => {
    server = await serve(makeFolder({}), 0, { models: makeFolder(inFolder('one', modelFiles())) });
    const looking = findModels(`${server.url}/models/`, AbortSignal.abort());
    await expect(looking).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('known answers', () => {
  const answers = { inputIds: [1, 2], tokenIds: [5], logits: [0.25], tolerance: 0.01 };
  const stored = (value: object) => ({ 'known-answers.json': JSON.stringify(value) });

  it('belong to a precision', async () => {
    const model = await findOne(stored({ q8: answers }));
    expect(await fetchKnownAnswers(model, 'q8', never)).toEqual(answers);
    expect(await fetchKnownAnswers(model, 'q4', never)).toBeNull();
    expect(await fetchKnownAnswers(await findOne({}), 'q8', never)).toBeNull();
  });

  it('are not passed over when they cannot be read', async () => {
    const model = await findOne(stored({ q8: { ...answers, logits: [] } }));
    await expect(fetchKnownAnswers(model, 'q8', never)).rejects.toMatchObject({ code: 'model_invalid' });
  });
});
