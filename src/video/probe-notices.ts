import type { Notice } from '../domain/clip.ts';

/** @param missingFrames - Frames that the file announces but does not hold; 0 where that is not known. */
export function endsEarlyNotice(missingFrames: number, presentFrames: number): Notice {
  if (missingFrames === 0) {
    return { code: 'truncated', message: 'The file ends early; what comes after its last whole frame is missing.' };
  }
  const announced = `${(missingFrames + presentFrames).toLocaleString('en')} frames`;
  return {
    code: 'truncated',
    message: `The file ends early: of ${announced}, the first ${presentFrames} are there.`,
  };
}

export const severalTracks = (count: number, chosen: 'main' | 'first'): Notice => ({
  code: 'several_tracks',
  message: `The file has ${count} video tracks; the ${chosen} one is looked at.`,
});
