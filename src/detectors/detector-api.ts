import type { Picture } from '../domain/frame.ts';
import type { FrameFindings } from './detection.ts';
import type { Size } from './input-size.ts';
import type { TextLine } from './ocr/text-line.ts';

/** A frame, drawn once for each detector. */
export interface FramePictures {
  objects: Picture;
  poses: Picture;
}

/** What is known of the detectors once they are loaded. */
export interface LoadedDetectors {
  /** wasm threads. */
  threads: number;
  files: { path: string; bytes: number; sha256: string }[];
}

/** What workers/detect.ts exposes. Calls come one at a time; nothing is fetched before it is loaded. */
export interface DetectorApi {
  /**
   * @param onProgress is told the bytes of weights so far
   * @throws LoupeError `model_missing`, `model_invalid`, `out_of_memory`
   */
  load(onProgress: (loadedBytes: number) => void): Promise<LoadedDetectors>;
  /** @param display size of the clip in display pixels */
  detect(pictures: FramePictures, display: Size): Promise<FrameFindings>;
  /**
   * @param onProgress is told the bytes of the text reader's files so far
   * @throws LoupeError `model_missing`, `model_invalid`, `out_of_memory`
   */
  loadReader(onProgress: (loadedBytes: number) => void): Promise<LoadedDetectors>;
  /** @returns lines in reading order, in the picture's pixels */
  read(picture: Picture): Promise<TextLine[]>;
}
