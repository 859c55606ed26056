import { InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import { LoupeError } from '../../domain/error.ts';
import type { Picture } from '../../domain/frame.ts';
import type { FrameFindings } from '../detection.ts';
import type { DetectorApi, FramePictures, LoadedDetectors } from '../detector-api.ts';
import type { Size } from '../input-size.ts';
import { type Level, objectsInput, readObjects } from '../objects/nanodet.ts';
import { loadTextReader, type TextReader } from '../ocr/read-text.ts';
import type { TextLine } from '../ocr/text-line.ts';
import { posesInput, readPoses } from '../poses/movenet.ts';
import movenetUrl from '../weights/movenet-multipose.onnx?url';
import nanodetUrl from '../weights/nanodet.onnx?url';
import { inferenceFailure } from './inference-failure.ts';
import { setUpInference } from './inference-runtime.ts';
import { fetchWeights } from './weights.ts';

/** Names of NanoDet's outputs, by the pitch of their level. */
const LEVELS = [
  { stride: 8, scores: 'Identity:0', distances: 'Identity_3:0' },
  { stride: 16, scores: 'Identity_1:0', distances: 'Identity_4:0' },
  { stride: 32, scores: 'Identity_2:0', distances: 'Identity_5:0' },
] as const;

/** Memory is taken as it is needed: an arena would keep what the largest step of all took. */
const SESSION_OPTIONS = { enableCpuMemArena: false } as const;

const fail = inferenceFailure('A detector');

interface Sessions {
  objects: InferenceSession;
  poses: InferenceSession;
}

/** A worker in the middle of a step cannot be told to stop; it is ended. */
const UNTIL_ENDED = new AbortController().signal;

/** The detectors in one worker. */
export class DetectorRuntime implements DetectorApi {
  #sessions: Sessions | null = null;
  #reader: TextReader | null = null;

  async load(onProgress: (loadedBytes: number) => void): Promise<LoadedDetectors> {
    const threads = setUpInference();
    let loadedBytes = 0;
    const onBytes = (bytes: number) => {
      loadedBytes += bytes;
      onProgress(loadedBytes);
    };
    const files: LoadedDetectors['files'] = [];
    // One after the other, so that the bytes of one are gone when the other's come.
    const open = async (path: string, url: string): Promise<InferenceSession> => {
      const { bytes, sha256 } = await fetchWeights(url, path, onBytes);
      files.push({ path, bytes: bytes.byteLength, sha256 });
      return await InferenceSession.create(bytes, SESSION_OPTIONS).catch(fail);
    };
    this.#sessions = {
      objects: await open('nanodet.onnx', nanodetUrl),
      poses: await open('movenet-multipose.onnx', movenetUrl),
    };
    return { threads, files };
  }

  async detect({ objects, poses }: FramePictures, display: Size): Promise<FrameFindings> {
    if (this.#sessions === null) throw new LoupeError('internal', 'The detectors are not loaded.');
    const levels = await runObjects(this.#sessions.objects, objects).catch(fail);
    const bodies = await runPoses(this.#sessions.poses, poses).catch(fail);
    return {
      frame: objects.index,
      timeSeconds: objects.timeSeconds,
      poses: readPoses(bodies, display),
      ...readObjects(levels, objects, display),
    };
  }

  async loadReader(onProgress: (loadedBytes: number) => void): Promise<LoadedDetectors> {
    this.#reader = await loadTextReader(UNTIL_ENDED, onProgress);
    const { threads, files } = this.#reader;
    return { threads, files: [...files] };
  }

  async read(picture: Picture): Promise<TextLine[]> {
    if (this.#reader === null) throw new LoupeError('internal', 'The text reader is not loaded.');
    return await this.#reader.read(picture, UNTIL_ENDED);
  }
}

async function runObjects(
  session: InferenceSession,
  { rgba, width, height }: FramePictures['objects'],
): Promise<Level[]> {
  const input = new Tensor('float32', objectsInput(rgba), [1, 3, height, width]);
  const outputs = await session.run({ 'input_1:0': input });
  return LEVELS.map(({ stride, scores, distances }) => ({
    stride,
    scores: floats(outputs[scores]),
    distances: floats(outputs[distances]),
  }));
}

async function runPoses(
  session: InferenceSession,
  { rgba, width, height }: FramePictures['poses'],
): Promise<Float32Array> {
  const input = new Tensor('int32', posesInput(rgba), [1, height, width, 3]);
  const outputs = await session.run({ input });
  return floats(outputs.output_0);
}

function floats(tensor: Tensor | undefined): Float32Array {
  const data = tensor?.data;
  if (data instanceof Float32Array) return data;
  throw new LoupeError('model_invalid', 'A detector gave another output than it should.', 'Build the app again.');
}
