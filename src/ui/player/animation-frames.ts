/** A picture and when it is shown. */
export interface TimedPicture {
  timeSeconds: number;
  picture: ImageBitmap;
}

export interface Pictures {
  frames: TimedPicture[];
  durationSeconds: number;
}

/** All decoded frames together stay under this, in bytes; larger animations are kept at a smaller size. */
const MEMORY_BUDGET = 192 * 1024 * 1024;
const LONG_EDGE = 1280;

/**
 * Decodes an animated picture (GIF, WebP, AVIF) for playing.
 * @throws when this browser cannot, or the file is none
 */
export async function decodeAnimation(file: File, signal: AbortSignal): Promise<Pictures> {
  const type = file.type || `image/${file.name.split('.').pop()?.toLowerCase()}`;
  const decoder = new ImageDecoder({ data: file.stream(), type });
  try {
    await decoder.completed;
    const count = decoder.tracks.selectedTrack?.frameCount ?? 1;
    const frames: TimedPicture[] = [];
    let endSeconds = 0;
    for (let frameIndex = 0; frameIndex < count; frameIndex++) {
      signal.throwIfAborted();
      const { image } = await decoder.decode({ frameIndex });
      const scale = scaleFor(image.displayWidth, image.displayHeight, count);
      const timeSeconds = endSeconds;
      endSeconds += (image.duration ?? 0) / 1e6;
      try {
        const picture = await createImageBitmap(image, {
          resizeWidth: Math.max(1, Math.round(image.displayWidth * scale)),
          resizeHeight: Math.max(1, Math.round(image.displayHeight * scale)),
        });
        frames.push({ timeSeconds, picture });
      } finally {
        image.close();
      }
    }
    return { frames, durationSeconds: endSeconds };
  } finally {
    decoder.close();
  }
}

function scaleFor(width: number, height: number, count: number): number {
  return Math.min(1, LONG_EDGE / Math.max(width, height), Math.sqrt(MEMORY_BUDGET / (4 * width * height * count)));
}
