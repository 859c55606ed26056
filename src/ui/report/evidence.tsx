import { TriangleAlert } from 'lucide-react';
import { placeWords } from '../../domain/box.ts';
import type { Still } from '../../domain/frame.ts';
import type { Moment } from '../../domain/moment.ts';
import { formatTime, formatTimeRange } from '../../domain/time.ts';
import type { AnsweredVerdict } from '../../domain/verdict.ts';
import styles from './evidence.module.css';
import type { EvidenceCommands } from './evidence-commands.ts';
import { evidenceStills } from './evidence-stills.ts';
import { OutlinedStill } from './outlined-still.tsx';

interface EvidenceProps {
  verdict: AnsweredVerdict;
  stills: readonly Still[];
  evidence: EvidenceCommands;
}

/** The moments of an answer, as words and as pictures: pointing at one lights the timeline, choosing it repeats it. */
export function Evidence({ verdict, stills, evidence }: EvidenceProps) {
  const { moments } = verdict;
  if (moments.length === 0) return null;
  const pictures = evidenceStills(moments, stills);
  return (
    <div className={styles.evidence}>
      {pictures.length > 0 && (
        <ul className={styles.pictures}>
          {pictures.map(({ still, moment, box }) => (
            <li key={still.index}>
              <button type="button" className={styles.picture} {...handlers(moment, evidence)}>
                <OutlinedStill className={styles.image} still={still} box={box} />
                <span className={styles.time}>{formatTime(still.timeSeconds)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <ul className={styles.moments}>
        {moments.map((moment) => (
          <li key={`${moment.startSeconds}-${moment.endSeconds}-${moment.label}`} className={styles.moment}>
            {moment.outsideClip ? (
              <span className={styles.outside}>
                <TriangleAlert aria-hidden="true" />
                {formatTimeRange(moment.startSeconds, moment.endSeconds)}: cites a time outside the clip
              </span>
            ) : (
              <button type="button" className={styles.chip} {...handlers(moment, evidence)}>
                {formatTimeRange(moment.startSeconds, moment.endSeconds)}
              </button>
            )}
            <span className={styles.label}>{labelWords(moment)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** "the hand melts, in the lower left" */
function labelWords({ label, box }: Moment): string {
  return box === undefined ? label : `${label}, ${placeWords(box)}`;
}

function handlers(moment: Moment, { light, show }: EvidenceCommands) {
  const { startSeconds, endSeconds } = moment;
  const on = () => light({ stretches: [moment], signals: [] });
  return {
    onClick: () => show(startSeconds, endSeconds),
    onPointerEnter: on,
    onFocus: on,
  };
}
