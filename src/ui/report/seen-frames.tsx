import type { Still } from '../../domain/frame.ts';
import type { Report } from '../../domain/report.ts';
import { formatTime } from '../../domain/time.ts';
import { StillImage } from '../common/still-image.tsx';
import type { EvidenceCommands } from './evidence-commands.ts';
import styles from './seen-frames.module.css';

interface SeenFramesProps {
  /** Of the frames a model was shown, in presentation order. */
  indices: readonly number[];
  stills: readonly Still[];
  frames: Report['frames'];
  evidence: EvidenceCommands;
}

/** The frames a model was shown: as pictures where they are at hand, else by their times. Choosing one goes there. */
export function SeenFrames({ indices, stills, frames, evidence }: SeenFramesProps) {
  const seen = indices.map((index) => {
    const still = stills.find((candidate) => candidate.index === index) ?? null;
    return { index, still, seconds: still?.timeSeconds ?? timeOf(index, frames) };
  });
  return (
    <ul className={styles.frames}>
      {seen.map(({ index, still, seconds }) => (
        <li key={index}>
          {seconds === null ? (
            <span className={styles.frame}>frame {index}</span>
          ) : (
            <button
              type="button"
              className={styles.frame}
              aria-label={`Frame at ${formatTime(seconds)}`}
              onClick={() => evidence.show(seconds, seconds)}
            >
              {still !== null && <StillImage className={styles.image} image={still.image} alt="" />}
              {formatTime(seconds)}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** null for a frame that was decoded for the model alone. */
function timeOf(index: number, { indices, timesSeconds }: Report['frames']): number | null {
  return timesSeconds[indices.indexOf(index)] ?? null;
}
