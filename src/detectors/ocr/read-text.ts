import { InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import findUrl from '#ocr-models/ch_PP-OCRv4_det_infer.onnx?url';
import readUrl from '#ocr-models/ch_PP-OCRv4_rec_infer.onnx?url';
import charactersUrl from '#ocr-models/ppocr_keys_v1.txt?url';
import { LoupeError } from '../../domain/error.ts';
import { inferenceFailure } from '../runtime/inference-failure.ts';
import { setUpInference } from '../runtime/inference-runtime.ts';
import { fetchWeights } from '../runtime/weights.ts';
import { findLines, searchInput, searchSize } from './find-lines.ts';
import type { Pixels, TurnedBox } from './picture-region.ts';
import { decode, isUpright, lineInput, readCharacters, turned } from './recognise.ts';
import { cornersOf, inReadingOrder, type TextLine } from './text-line.ts';

/** What is read less surely is texture, not text. */
const LEAST_CONFIDENCE = 0.5;

const fail = inferenceFailure('The text reader');

/** Reads what is written in pictures. One worker's; calls come one at a time. */
export interface TextReader {
  /** wasm threads. */
  readonly threads: number;
  /** Weights, for the report. */
  readonly files: readonly { path: string; bytes: number; sha256: string }[];
  /**
   * @param picture upright, opaque, in the frame's own size or reduced to 1280 px at most
   * @returns lines in reading order
   * @throws the signal's reason; LoupeError `model_invalid`, `out_of_memory`
   */
  read(picture: Pixels, signal: AbortSignal): Promise<TextLine[]>;
  /** Gives the sessions back. */
  close(): Promise<void>;
}

/**
 * Loads PP-OCRv4 (Apache-2.0, PaddlePaddle): a network that finds lines of text and one that reads them, 15 MB, from this origin.
 * Runs in a worker, as a picture takes up to a second.
 * @param onProgress is told the bytes so far
 * @throws LoupeError `model_missing`, `model_invalid`, `out_of_memory`
 */
export async function loadTextReader(
  signal: AbortSignal,
  onProgress: (loadedBytes: number) => void = () => undefined,
): Promise<TextReader> {
  const threads = setUpInference();
  let loadedBytes = 0;
  const load = async (url: string, path: string) => {
    const weights = await fetchWeights(url, path, (bytes) => {
      loadedBytes += bytes;
      onProgress(loadedBytes);
    });
    signal.throwIfAborted();
    return { path, ...weights };
  };
  const [find, read, keys] = await Promise.all([
    load(findUrl, 'ch_PP-OCRv4_det_infer.onnx'),
    load(readUrl, 'ch_PP-OCRv4_rec_infer.onnx'),
    load(charactersUrl, 'ppocr_keys_v1.txt'),
  ]);
  const characters = readCharacters(new TextDecoder().decode(keys.bytes));
  const finder = await InferenceSession.create(find.bytes).catch(fail);
  signal.throwIfAborted();
  const recogniser = await InferenceSession.create(read.bytes).catch(fail);
  signal.throwIfAborted();
  return {
    threads,
    files: [find, read, keys].map(({ path, bytes, sha256 }) => ({ path, bytes: bytes.byteLength, sha256 })),
    async read(picture, signal) {
      const size = searchSize(picture);
      const map = await run(finder, searchInput(picture, size), size);
      const lines: TextLine[] = [];
      for (const box of findLines(map, size, picture)) {
        signal.throwIfAborted();
        const line = await readLine(recogniser, characters, picture, isUpright(box) ? turned(box) : box);
        if (line.text.trim() !== '' && line.confidence >= LEAST_CONFIDENCE) lines.push(line);
      }
      signal.throwIfAborted();
      return inReadingOrder(lines);
    },
    async close() {
      await finder.release();
      await recogniser.release();
    },
  };
}

async function readLine(
  session: InferenceSession,
  characters: readonly string[],
  picture: Pixels,
  box: TurnedBox,
): Promise<TextLine> {
  const { planes, ...size } = lineInput(picture, box);
  const { text, confidences } = decode(await run(session, planes, size), characters);
  const sum = confidences.reduce((total, one) => total + one, 0);
  return { text, confidences, confidence: sum / Math.max(1, confidences.length), box: cornersOf(box) };
}

/** Runs a network of one input and one output. */
async function run(
  session: InferenceSession,
  planes: Float32Array,
  { width, height }: { width: number; height: number },
): Promise<Float32Array> {
  const [input = ''] = session.inputNames;
  const [output = ''] = session.outputNames;
  const outputs = await session.run({ [input]: new Tensor('float32', planes, [1, 3, height, width]) }).catch(fail);
  const data = outputs[output]?.data;
  if (data instanceof Float32Array) return data;
  throw new LoupeError('model_invalid', 'The text reader gave another output than it should.', 'Build the app again.');
}
