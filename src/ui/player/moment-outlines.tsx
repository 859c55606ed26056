import { useSyncExternalStore } from 'react';
import type { Box } from '../../domain/box.ts';
import { BoxOutline } from '../common/box-outline.tsx';
import type { Playback } from './playback.ts';

/** A part of the picture that is outlined for a stretch of the clip. */
export interface Outline {
  startSeconds: number;
  endSeconds: number;
  box: Box;
}

interface MomentOutlinesProps {
  outlines: readonly Outline[];
  playback: Playback;
  size: { width: number; height: number };
}

/** Spares a frame's time from the rounding of the player's clock. */
const SLACK_SECONDS = 0.001;

/** Outlines over the screen, each while the playhead is inside its stretch. */
export function MomentOutlines({ outlines, playback, size }: MomentOutlinesProps) {
  // A text that stays the same as long as the same outlines are shown: playing renders nothing anew.
  const inside = useSyncExternalStore(playback.onTime, () =>
    outlines.flatMap((outline, position) => (holds(outline, playback.seconds) ? [position] : [])).join(),
  );
  if (inside === '') return null;
  const boxes = inside.split(',').flatMap((position) => outlines[Number(position)]?.box ?? []);
  return <BoxOutline boxes={boxes} size={size} />;
}

function holds({ startSeconds, endSeconds }: Outline, seconds: number): boolean {
  return seconds >= startSeconds - SLACK_SECONDS && seconds <= endSeconds + SLACK_SECONDS;
}
