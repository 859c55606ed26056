import type { TextReader } from '../../../src/detectors/ocr/read-text.ts';
import type { TextLine } from '../../../src/detectors/ocr/text-line.ts';
import { DecodeSession } from '../../../src/video/decode-session.ts';

/** What is read in some frames, spread over the clip. */
export async function readClip(file: File, reader: Pick<TextReader, 'read'>, frames: number): Promise<TextLine[][]> {
  const session = new DecodeSession();
  try {
    const { clip } = await session.open(file);
    await session.start();
    while (await session.next());
    const count = clip.frameCount;
    const requests = Array.from({ length: frames }, (_, i) => ({
      index: Math.floor(((i + 0.5) * count) / frames),
      width: clip.width,
      height: clip.height,
      crop: null,
    }));
    const pictures = await session.pictures(requests);
    const read: TextLine[][] = [];
    for (const picture of pictures) read.push(await reader.read(picture, new AbortController().signal));
    return read;
  } finally {
    await session.close();
  }
}
