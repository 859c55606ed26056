import { useMemo } from 'react';
import type { Still } from '../../domain/frame.ts';

/** How a clip can be shown here. */
export type PlaySource =
  | { kind: 'video'; file: File }
  | { kind: 'animation'; file: File }
  | { kind: 'stills'; stills: readonly Still[] };

const ANIMATION = /^image\/|\.(gif|webp|avif|apng)$/i;

export function isAnimation(file: File): boolean {
  return ANIMATION.test(file.type) || ANIMATION.test(file.name);
}

/**
 * A video plays in a video element, an animated picture frame by frame, anything else as the stills that there are.
 * The same inputs give the same object, so that new stills do not restart a clip that plays from its file.
 */
export function usePlaySource(file: File | null, stills: readonly Still[], unplayable: boolean): PlaySource {
  const fromFile = useMemo<PlaySource | null>(() => {
    // Asked to play nothing, a browser complains on its console.
    if (file === null || unplayable || file.size === 0) return null;
    return { kind: isAnimation(file) ? 'animation' : 'video', file };
  }, [file, unplayable]);
  const fromStills = useMemo<PlaySource>(() => ({ kind: 'stills', stills }), [stills]);
  return fromFile ?? fromStills;
}
