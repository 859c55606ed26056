import { useEffect, useState, useSyncExternalStore } from 'react';
import type { FrameClock } from './frame-clock.ts';
import { Playback, type PlaybackState } from './playback.ts';

/**
 * A playback that lasts as long as its subject: a clip that plays while it is judged goes on playing beside its report.
 * @param subject the clip's file, or whatever else tells one clip from the next
 */
export function usePlayback(subject: unknown): Playback {
  const [held, setHeld] = useState(() => ({ subject, playback: new Playback() }));
  if (held.subject === subject) return held.playback;
  const next = { subject, playback: new Playback() };
  setHeld(next);
  return next.playback;
}

/** Tells a playback how long the clip is and when its frames are shown. */
export function useDescription(playback: Playback, durationSeconds: number, clock: FrameClock | null): void {
  useEffect(() => playback.describe(durationSeconds, clock), [playback, durationSeconds, clock]);
}

export function usePlaybackState(playback: Playback): PlaybackState {
  return useSyncExternalStore(playback.subscribe, playback.getState);
}
