import { memo, useEffect, useRef } from 'react';
import type { Detections, Joint } from '../../domain/track.ts';
import type { Playback } from '../player/playback.ts';
import styles from './detections.module.css';
import { type Place, placeAt, stepOf } from './track-at.ts';
import { trackColour } from './track-colour.ts';

/** Joints that bones connect, by their place in JOINTS. */
const BONES = [
  ...([
    [5, 6],
    [5, 7],
    [7, 9],
    [6, 8],
    [8, 10],
    [5, 11],
    [6, 12],
  ] as const),
  ...([
    [11, 12],
    [11, 13],
    [13, 15],
    [12, 14],
    [14, 16],
    [0, 5],
    [0, 6],
  ] as const),
];
/** Joints less sure than this are not drawn. */
const LEAST_JOINT_SCORE = 0.25;

interface DetectionsOverlayProps {
  detections: Detections;
  /** Display size of the clip in pixels. */
  size: { width: number; height: number };
  playback: Playback;
}

/** Boxes and skeletons of the followed things over the picture. In words they are in the answers, so they are not read out here. */
export const DetectionsOverlay = memo(function DetectionsOverlay(props: DetectionsOverlayProps) {
  const { detections, size, playback } = props;
  const layer = useRef<SVGSVGElement>(null);
  const { tracks, timesSeconds } = detections;
  const unit = Math.max(size.width, size.height) / 100;

  // Written directly on every frame: React need not know.
  useEffect(() => {
    const step = stepOf(timesSeconds);
    return playback.onTime((seconds) => {
      const groups = layer.current?.children ?? [];
      for (const [position, track] of tracks.entries()) {
        const group = groups[position];
        if (group instanceof SVGGElement) place(group, placeAt(track, seconds, step));
      }
    });
  }, [tracks, timesSeconds, playback]);

  return (
    <svg ref={layer} className={styles.overlay} viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
      {tracks.map(({ id }, position) => (
        <g key={id} stroke={trackColour(position)} fill={trackColour(position)} visibility="hidden">
          <rect fill="none" strokeWidth={unit / 3} rx={unit / 2} />
          <path fill="none" strokeWidth={unit / 3} strokeLinecap="round" />
          <text stroke="none" fontSize={2.4 * unit}>
            {id}
          </text>
        </g>
      ))}
    </svg>
  );
});

function place(group: SVGGElement, at: Place | null): void {
  group.setAttribute('visibility', at === null ? 'hidden' : 'visible');
  if (at === null) return;
  const [rect, path, text] = group.children;
  const { box, joints } = at;
  for (const side of ['x', 'y', 'width', 'height'] as const) rect?.setAttribute(side, String(box[side]));
  path?.setAttribute('d', joints === null ? '' : bonePath(joints));
  const size = Number(text?.getAttribute('font-size') ?? 0);
  text?.setAttribute('x', String(box.x + size / 3));
  text?.setAttribute('y', String(box.y + 1.1 * size));
}

function bonePath(joints: readonly Joint[]): string {
  return BONES.flatMap(([from, to]) => {
    const a = joints[from];
    const b = joints[to];
    if (a === undefined || b === undefined || Math.min(a[2], b[2]) < LEAST_JOINT_SCORE) return [];
    return [`M${a[0]} ${a[1]}L${b[0]} ${b[1]}`];
  }).join('');
}
