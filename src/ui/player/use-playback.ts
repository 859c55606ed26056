import { useEffect, useState, useSyncExternalStore } from 'react';
import type { FrameClock } from './frame-clock.ts';
import { Playback, type PlaybackState } from './playback.ts';

/** A clock for the clip on the page. */
export function usePlayback(durationSeconds: number, clock: FrameClock | null): Playback {
  const [playback] = useState(() => new Playback());
  useEffect(() => playback.describe(durationSeconds, clock), [playback, durationSeconds, clock]);
  return playback;
}

export function usePlaybackState(playback: Playback): PlaybackState {
  return useSyncExternalStore(playback.subscribe, playback.getState);
}
