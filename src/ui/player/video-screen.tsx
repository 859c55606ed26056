import { useEffect, useRef, useState } from 'react';
import type { Playback, PlaybackDriver } from './playback.ts';
import styles from './player.module.css';

interface VideoScreenProps {
  file: File;
  playback: Playback;
  label: string;
  onUnplayable: () => void;
  onSize: (width: number, height: number) => void;
}

/** A clip that the browser's own player can show. */
export function VideoScreen({ file, playback, label, onUnplayable, onSize }: VideoScreenProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [url, setUrl] = useState<string>();

  useEffect(() => {
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);

  useEffect(() => {
    const element = video.current;
    if (element === null || url === undefined) return;
    let request = 0;
    const tell = () => playback.report(element.currentTime, !element.paused);
    const follow = () => {
      tell();
      request = element.paused ? 0 : requestAnimationFrame(follow);
    };
    const driver: PlaybackDriver = {
      // Rejected when the page may not play yet or the source went away: the button stays on "play".
      play: () => {
        element.loop = true;
        void element.play().catch(() => undefined);
      },
      // A paused element that repeats would show its first frame when it is sent to its end.
      pause: () => {
        element.pause();
        element.loop = false;
      },
      seek: (seconds) => {
        element.currentTime = seconds;
      },
      setRate: (rate) => {
        element.playbackRate = rate;
      },
    };
    element.addEventListener('play', follow);
    element.addEventListener('pause', tell);
    element.addEventListener('seeked', tell);
    const detach = playback.attach(driver);
    return () => {
      detach();
      cancelAnimationFrame(request);
      element.removeEventListener('play', follow);
      element.removeEventListener('pause', tell);
      element.removeEventListener('seeked', tell);
    };
  }, [playback, url]);

  return (
    <video
      ref={video}
      className={styles.picture}
      src={url}
      aria-label={label}
      muted
      playsInline
      preload="auto"
      tabIndex={-1}
      onClick={() => playback.toggle()}
      onError={onUnplayable}
      onLoadedMetadata={({ currentTarget }) => {
        // A file whose sound alone can be played has no picture to show.
        if (currentTarget.videoWidth === 0) onUnplayable();
        else onSize(currentTarget.videoWidth, currentTarget.videoHeight);
        if (playback.durationSeconds === 0 && Number.isFinite(currentTarget.duration))
          playback.describe(currentTarget.duration, null);
      }}
    />
  );
}
