import { useEffect, useState, useSyncExternalStore } from 'react';
import { Playback, type PlaybackState } from './playback.ts';

/** A clock for the clip on the page. */
export function usePlayback(durationSeconds: number, frameRate: number | null): Playback {
  const [playback] = useState(() => new Playback());
  useEffect(() => playback.describe(durationSeconds, frameRate), [playback, durationSeconds, frameRate]);
  return playback;
}

export function usePlaybackState(playback: Playback): PlaybackState {
  return useSyncExternalStore(playback.subscribe, playback.getState);
}
