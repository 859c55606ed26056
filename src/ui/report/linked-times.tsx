import type { Moment } from '../../domain/moment.ts';
import { formatTime } from '../../domain/time.ts';
import type { EvidenceCommands } from './evidence-commands.ts';
import styles from './linked-times.module.css';
import { splitTimes } from './split-times.ts';

interface LinkedTimesProps {
  /** Untrusted text. */
  text: string;
  /** Moments the text cites; times of those outside the clip lead nowhere. */
  moments?: readonly Moment[];
  evidence: EvidenceCommands;
}

/** Words in which every time, "0:02.1" or "0:02.1–0:02.9", goes to that place in the clip. */
export function LinkedTimes({ text, moments = [], evidence }: LinkedTimesProps) {
  const outside = new Set(
    moments.filter(({ outsideClip }) => outsideClip).map(({ startSeconds }) => formatTime(startSeconds)),
  );
  return splitTimes(text).map((piece) => {
    if (piece.stretch === null || outside.has(formatTime(piece.stretch.startSeconds))) return piece.text;
    const { startSeconds, endSeconds } = piece.stretch;
    const light = () => evidence.light({ stretches: [{ startSeconds, endSeconds }], signals: [] });
    const dark = () => evidence.light(null);
    return (
      <button
        key={piece.offset}
        type="button"
        className={styles.time}
        onClick={() => evidence.show(startSeconds, endSeconds)}
        onPointerEnter={light}
        onPointerLeave={dark}
        onFocus={light}
        onBlur={dark}
      >
        {piece.text}
      </button>
    );
  });
}
