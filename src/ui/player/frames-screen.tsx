import { useEffect, useRef, useState } from 'react';
import { decodeAnimation, type Pictures } from './animation-frames.ts';
import { clockOfTimes } from './frame-clock.ts';
import { FramesDriver } from './frames-driver.ts';
import type { PlaySource } from './play-source.ts';
import type { Playback } from './playback.ts';
import styles from './player.module.css';

interface FramesScreenProps {
  source: Exclude<PlaySource, { kind: 'video' }>;
  playback: Playback;
  label: string;
  onUnplayable: () => void;
  onSize: (width: number, height: number) => void;
}

/** An animated picture, or the stills of a clip that cannot be played here, shown frame by frame. */
export function FramesScreen({ source, playback, label, onUnplayable, onSize }: FramesScreenProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [pictures, setPictures] = useState<Pictures | null>(null);

  useEffect(() => {
    const controller = new AbortController();
    let made: Pictures | null = null;
    const close = () => {
      for (const { picture } of made?.frames ?? []) picture.close();
    };
    readPictures(source, playback.durationSeconds, controller.signal).then(
      (read) => {
        made = read;
        if (controller.signal.aborted) return close();
        setPictures(read);
        const first = read.frames[0];
        if (first !== undefined) onSize(first.picture.width, first.picture.height);
      },
      () => {
        if (!controller.signal.aborted) onUnplayable();
      },
    );
    return () => {
      controller.abort();
      setPictures(null);
      close();
    };
  }, [source, playback, onUnplayable, onSize]);

  useEffect(() => {
    if (canvas.current === null || pictures === null) return;
    const driver = new FramesDriver(canvas.current, pictures, playback);
    if (playback.durationSeconds === 0) {
      const { frames, durationSeconds } = pictures;
      const times = frames.map(({ timeSeconds }) => timeSeconds);
      playback.describe(durationSeconds, clockOfTimes(times, durationSeconds));
    }
    const detach = playback.attach(driver);
    return () => {
      driver.dispose();
      detach();
    };
  }, [pictures, playback]);

  return (
    <canvas ref={canvas} className={styles.picture} role="img" aria-label={label} onClick={() => playback.toggle()} />
  );
}

async function readPictures(
  source: FramesScreenProps['source'],
  durationSeconds: number,
  signal: AbortSignal,
): Promise<Pictures> {
  if (source.kind === 'animation') return decodeAnimation(source.file, signal);
  const frames = await Promise.all(
    source.stills.map(async ({ timeSeconds, image }) => ({ timeSeconds, picture: await createImageBitmap(image) })),
  );
  return { frames, durationSeconds: Math.max(durationSeconds, frames.at(-1)?.timeSeconds ?? 0) };
}
