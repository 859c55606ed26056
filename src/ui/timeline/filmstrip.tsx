import { memo } from 'react';
import type { Still } from '../../domain/frame.ts';
import { StillImage } from '../common/still-image.tsx';
import styles from './timeline.module.css';

const SLOTS = 10;

interface FilmstripProps {
  stills: readonly Still[];
  durationSeconds: number;
}

/**
 * Pictures spread evenly over the clip. The number of places is fixed, so that nothing moves as pictures come; a place
 * that no picture is near stays dark.
 */
export const Filmstrip = memo(function Filmstrip({ stills, durationSeconds }: FilmstripProps) {
  const reach = reachSeconds(stills, durationSeconds);
  return (
    <div className={styles.filmstrip} aria-hidden="true">
      {Array.from({ length: SLOTS }, (_, slot) => {
        const still = nearestStill(stills, ((slot + 0.5) / SLOTS) * durationSeconds, reach);
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

/** How far from the middle of its place a picture may have been taken: one place, or more in a clip of few frames. */
function reachSeconds(stills: readonly Still[], durationSeconds: number): number {
  const gaps = stills.slice(1).map(({ timeSeconds }, index) => timeSeconds - (stills[index]?.timeSeconds ?? 0));
  gaps.sort((a, b) => a - b);
  return Math.max(durationSeconds / SLOTS, 1.5 * (gaps[gaps.length >> 1] ?? 0));
}

function nearestStill(stills: readonly Still[], seconds: number, reach: number): Still | null {
  let nearest: Still | null = null;
  let distance = reach;
  for (const still of stills) {
    const own = Math.abs(still.timeSeconds - seconds);
    if (own > distance) continue;
    nearest = still;
    distance = own;
  }
  return nearest;
}
