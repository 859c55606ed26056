import { memo } from 'react';
import { formatTimeRange } from '../../domain/time.ts';
import type { Playback } from '../player/playback.ts';
import type { Highlight } from '../report/highlight.ts';
import type { Marker } from './markers.ts';
import styles from './timeline.module.css';

interface MarkerLanesProps {
  markers: readonly Marker[];
  durationSeconds: number;
  playback: Playback;
  onHighlight: (highlight: Highlight | null) => void;
}

/**
 * Where the clip goes wrong. For the pointer alone: the same moments are buttons in the answers, in words, so they are
 * not read out twice here.
 */
export const MarkerLanes = memo(function MarkerLanes(props: MarkerLanesProps) {
  const { markers, durationSeconds, playback, onHighlight } = props;
  const lanes = 1 + Math.max(0, ...markers.map(({ lane }) => lane));
  const share = (seconds: number) => `${(seconds / Math.max(durationSeconds, 1e-3)) * 100}%`;
  return (
    <div className={styles.lanes} style={{ height: lanes * 12 + 8 }} aria-hidden="true">
      {markers.map(({ questionId, startSeconds, endSeconds, label, box, lane }) => (
        <button
          key={`${questionId}-${startSeconds}-${endSeconds}`}
          type="button"
          tabIndex={-1}
          className={styles.marker}
          style={{ left: share(startSeconds), width: share(endSeconds - startSeconds), top: lane * 12 + 4 }}
          title={`${formatTimeRange(startSeconds, endSeconds)} ${label}`}
          onClick={() => playback.showMoment(startSeconds, endSeconds)}
          onPointerEnter={() => onHighlight({ stretches: [{ startSeconds, endSeconds, box }], signals: [] })}
          onPointerLeave={() => onHighlight(null)}
        />
      ))}
    </div>
  );
});
