import { type RefObject, useEffect, useRef } from 'react';
import { formatTime } from '../../domain/time.ts';
import type { Playback } from '../player/playback.ts';
import { usePlaybackState } from '../player/use-playback.ts';
import type { Highlight } from '../report/highlight.ts';
import styles from './timeline.module.css';
import { useScrub } from './use-scrub.ts';

interface ScrubberProps {
  area: RefObject<HTMLDivElement | null>;
  playback: Playback;
  durationSeconds: number;
  highlight: Highlight | null;
  hovered: number | null;
  onHover: (seconds: number | null) => void;
}

/** The position in the clip, over all rows: drag it, or use the arrow keys (handled for the whole page). */
export function Scrubber({ area, playback, durationSeconds, highlight, hovered, onHover }: ScrubberProps) {
  const slider = useRef<HTMLDivElement>(null);
  const playhead = useRef<HTMLDivElement>(null);
  const { loop } = usePlaybackState(playback);
  const handlers = useScrub(area, playback, durationSeconds, onHover);
  const share = (seconds: number) => `${Math.min(100, (seconds / Math.max(durationSeconds, 1e-3)) * 100)}%`;

  useEffect(
    () =>
      playback.onTime((seconds) => {
        const percent = Math.min(100, (seconds / Math.max(durationSeconds, 1e-3)) * 100);
        if (playhead.current !== null) playhead.current.style.transform = `translateX(${percent}%)`;
        slider.current?.setAttribute('aria-valuenow', seconds.toFixed(2));
        slider.current?.setAttribute('aria-valuetext', `${formatTime(seconds)} of ${formatTime(durationSeconds)}`);
      }),
    [playback, durationSeconds],
  );

  return (
    <div
      ref={slider}
      className={styles.scrubber}
      role="slider"
      tabIndex={0}
      aria-label="Position in the clip"
      aria-valuemin={0}
      aria-valuemax={durationSeconds}
      aria-valuenow={0}
      {...handlers}
    >
      {highlight?.stretches.map(({ startSeconds, endSeconds }) => (
        <div
          key={`${startSeconds}-${endSeconds}`}
          className={styles.highlight}
          style={{ left: share(startSeconds), width: share(endSeconds - startSeconds) }}
        />
      ))}
      {loop !== null && (
        <div
          className={styles.loop}
          style={{ left: share(loop.startSeconds), width: share(loop.endSeconds - loop.startSeconds) }}
        />
      )}
      {hovered !== null && (
        <div className={styles.hover} style={{ left: share(hovered) }}>
          <span className={styles.hoverTime} style={{ transform: `translateX(-${share(hovered)})` }}>
            {formatTime(hovered)}
          </span>
        </div>
      )}
      <div ref={playhead} className={styles.playhead} />
    </div>
  );
}
