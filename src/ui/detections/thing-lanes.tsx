import { memo } from 'react';
import { formatTimeRange } from '../../domain/time.ts';
import type { Detections } from '../../domain/track.ts';
import styles from './detections.module.css';
import { stepOf, stretchesOf } from './track-at.ts';
import { trackColour } from './track-colour.ts';

interface ThingLanesProps {
  detections: Detections;
  durationSeconds: number;
}

/** More would push the signals off the page. */
const MOST_LANES = 6;

/** When each followed thing is found: a thin lane a thing, in the colour of its box. */
export const ThingLanes = memo(function ThingLanes({ detections, durationSeconds }: ThingLanesProps) {
  const step = stepOf(detections.timesSeconds);
  const share = (seconds: number) => `${(Math.max(0, seconds) / Math.max(durationSeconds, 1e-3)) * 100}%`;
  return (
    <ul className={styles.lanes}>
      {detections.tracks.slice(0, MOST_LANES).map((track, position) => {
        const stretches = stretchesOf(track, step);
        const times = stretches.map(({ startSeconds, endSeconds }) => formatTimeRange(startSeconds, endSeconds));
        return (
          <li key={track.id} className={styles.lane} title={`${track.id}: ${times.join(', ')}`}>
            <span className="visually-hidden">
              {track.id}, found at {times.join(', ')}
            </span>
            {stretches.map(({ startSeconds, endSeconds }) => (
              <span
                key={startSeconds}
                className={styles.stretch}
                style={{
                  insetInlineStart: share(startSeconds),
                  inlineSize: share(endSeconds - startSeconds + Math.min(step, durationSeconds - endSeconds)),
                  background: trackColour(position),
                }}
              />
            ))}
          </li>
        );
      })}
    </ul>
  );
});
