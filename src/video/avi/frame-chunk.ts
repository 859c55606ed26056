/** One chunk of the video stream. */
export interface FrameChunk {
  /** Place and length of its data. Length 0 repeats the picture before it. */
  start: number;
  size: number;
  /** Whether the index calls it a key frame; null where there is no index. */
  key: boolean | null;
}

export interface FoundChunks {
  /** In the order of the file, without those that are not wholly in it. */
  chunks: FrameChunk[];
  /** False when the search through a file without an index was given up. */
  complete: boolean;
  /** Whether damaged places were stepped over. */
  damaged: boolean;
  /** Whether the file ends within a chunk. */
  cut: boolean;
}

/** Whether a chunk's name is that of frames of the stream: `00dc`, or `00db` for uncompressed ones. */
export const isFrameId = (id: string, stream: number): boolean =>
  /^\d\dd[bc]$/.test(id) && Number(id.slice(0, 2)) === stream;
