import { memo } from 'react';
import type { Still } from '../../domain/frame.ts';
import { StillImage } from '../common/still-image.tsx';
import styles from './timeline.module.css';

const SLOTS = 10;

interface FilmstripProps {
  stills: readonly Still[];
  durationSeconds: number;
}

/** Pictures spread evenly over the clip. The number of places is fixed, so that nothing moves as pictures come. */
export const Filmstrip = memo(function Filmstrip({ stills, durationSeconds }: FilmstripProps) {
  return (
    <div className={styles.filmstrip} aria-hidden="true">
      {Array.from({ length: SLOTS }, (_, slot) => {
        const still = nearestStill(stills, ((slot + 0.5) / SLOTS) * durationSeconds);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its place
          <span key={slot} className={styles.slot}>
            {still !== null && <StillImage className={styles.slotImage} image={still.image} alt="" />}
          </span>
        );
      })}
    </div>
  );
});

function nearestStill(stills: readonly Still[], seconds: number): Still | null {
  let nearest: Still | null = null;
  for (const still of stills)
    if (nearest === null || Math.abs(still.timeSeconds - seconds) < Math.abs(nearest.timeSeconds - seconds))
      nearest = still;
  return nearest;
}
