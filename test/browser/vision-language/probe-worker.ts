import { RawImage } from '@huggingface/transformers';
import type { Picture } from '../../../src/domain/frame.ts';
import type { Rung } from '../../../src/domain/reasoning.ts';
import type { ViewRequest } from '../../../src/judges/vision-language/judge-api.ts';
import { readAnswer } from '../../../src/judges/vision-language/runtime/answer-tokens.ts';
import { Branch } from '../../../src/judges/vision-language/runtime/branch.ts';
import { tokenize, viewChat } from '../../../src/judges/vision-language/runtime/chat.ts';
import { FrameFeatures } from '../../../src/judges/vision-language/runtime/frame-features.ts';
import { watchGpu } from '../../../src/judges/vision-language/runtime/gpu-adapter.ts';
import { type LoadedParts, loadParts } from '../../../src/judges/vision-language/runtime/loaded-model.ts';
import { ModelFiles } from '../../../src/judges/vision-language/runtime/model-files.ts';
import { greedy } from '../../../src/judges/vision-language/runtime/pick-token.ts';
import { deviceLost } from '../../../src/judges/vision-language/runtime/runtime-errors.ts';
import { setUpTransformers } from '../../../src/judges/vision-language/runtime/transformers-environment.ts';
import { readPictures, readView } from '../../../src/judges/vision-language/runtime/view-prefix.ts';
import { writeText } from '../../../src/judges/vision-language/runtime/write-text.ts';
import { exposeApi } from '../../../workers/expose.ts';

// The shipped runtime's parts, callable one by one, with their numbers in sight.

const watch = watchGpu(deviceLost);
let parts: LoadedParts;
let features: FrameFeatures;

const api = {
  async load(baseUrl: string, folder: string, rung: Rung): Promise<void> {
    const files = new ModelFiles(`${baseUrl}${folder}/`, {}, () => undefined);
    setUpTransformers(baseUrl, rung.device, files.fetch);
    parts = await loadParts(folder, rung, watch.loss);
    features = new FrameFeatures(parts, watch.loss);
  },

  grid: (width: number, height: number) => parts.family.grid(parts.processor, { width, height }),

  /** Token ids of a text in which each picture is still its placeholder. */
  idsOf(text: string, width: number, height: number): number[] {
    const grid = parts.family.grid(parts.processor, { width, height });
    return tokenize(parts.tokenizer, text.replaceAll(parts.family.placeholder, parts.family.expanded(grid)));
  },

  async featuresOf(picture: Picture): Promise<Float32Array> {
    const tensor = await features.of(picture, parts.family.grid(parts.processor, picture));
    return Float32Array.from(tensor.data as Float32Array);
  },

  /** Logits of the last position over the whole vocabulary. */
  async logitsOf(ids: number[], pictures: Picture[], width: number, height: number): Promise<Float32Array> {
    const grid = parts.family.grid(parts.processor, { width, height });
    return (await readPictures(parts, features, grid, ids, pictures, () => undefined)).logits;
  },

  /** pYes of each question as a branch of the view, and where the whole chat is read at once; and the greatest difference in a logit. */
  async branchAgainstWhole(view: ViewRequest, questions: string[]) {
    const [{ width, height } = { width: 1, height: 1 }] = view.pictures;
    const grid = parts.family.grid(parts.processor, { width, height });
    const prefix = await readView(parts, features, grid, view, () => undefined);
    const { head, tail } = viewChat(parts.processor, parts.family, grid, view);
    const results: { branch: number; whole: number; logits: number; sameTokens: boolean }[] = [];
    for (const question of questions) {
      const branch = new Branch(parts, prefix.read);
      const branched = await branch.read(tokenize(parts.tokenizer, question + tail));
      await branch.close();
      const ids = tokenize(parts.tokenizer, head + question + tail);
      const joined = [...tokenize(parts.tokenizer, head), ...tokenize(parts.tokenizer, question + tail)];
      const { logits } = await readPictures(parts, features, grid, ids, view.pictures, () => undefined);
      results.push({
        branch: readAnswer(branched, parts.answerTokens).pYes,
        whole: readAnswer(logits, parts.answerTokens).pYes,
        logits: logits.reduce((most, logit, id) => Math.max(most, Math.abs(logit - (branched[id] ?? 0))), 0),
        sameTokens: ids.length === joined.length && ids.every((id, at) => id === joined[at]),
      });
    }
    return results;
  },

  /** pYes of each question as a branch of the view. */
  async verdicts(view: ViewRequest, questions: string[]): Promise<number[]> {
    const [{ width, height } = { width: 1, height: 1 }] = view.pictures;
    const grid = parts.family.grid(parts.processor, { width, height });
    const prefix = await readView(parts, features, grid, view, () => undefined);
    const pYes: number[] = [];
    for (const question of questions) {
      const branch = new Branch(parts, prefix.read);
      const logits = await branch.read(tokenize(parts.tokenizer, question + prefix.tail));
      pYes.push(readAnswer(logits, parts.answerTokens).pYes);
      await branch.close();
    }
    return pYes;
  },

  /** Greedy continuation of a text given as token ids. */
  async continuation(ids: number[], count: number): Promise<number[]> {
    const branch = new Branch(parts, null);
    const written: number[] = [];
    const logits = await branch.read(ids);
    const pick = (next: Float32Array) => {
      const id = greedy(next);
      written.push(id);
      return id;
    };
    const limits = { maxTokens: count, endsWith: null, endsInLoop: () => false };
    await writeText(parts, branch, logits, pick, limits, () => undefined);
    await branch.close();
    return written;
  },

  /** What the library's own processor makes of a frame of any size: 3 × side × side, −1..1. */
  async libraryPixels({ rgba, width, height }: Picture): Promise<Float32Array> {
    const { image_processor } = parts.processor;
    if (image_processor === undefined) throw new Error('The model has no image processor.');
    const image = new RawImage(rgba, width, height, 4);
    const { pixel_values } = await image_processor([image], { do_image_splitting: false });
    return Float32Array.from(pixel_values.data);
  },

  answerTokens: () => {
    const { yes, no } = parts.answerTokens;
    const text = (id: number) => parts.tokenizer.decode([id]);
    return { yes: yes.map(text), no: no.map(text) };
  },
};

export type ProbeApi = typeof api;

exposeApi(api);
