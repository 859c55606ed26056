import { TriangleAlert } from 'lucide-react';
import type { Still } from '../../domain/frame.ts';
import type { Moment } from '../../domain/moment.ts';
import { formatTime, formatTimeRange } from '../../domain/time.ts';
import type { AnsweredVerdict } from '../../domain/verdict.ts';
import { StillImage } from '../common/still-image.tsx';
import styles from './evidence.module.css';
import type { EvidenceCommands } from './evidence-commands.ts';
import { evidenceStills } from './evidence-stills.ts';

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
          {pictures.map(({ still, moment }) => (
            <li key={still.index}>
              <button type="button" className={styles.picture} {...handlers(moment, evidence)}>
                <StillImage
                  className={styles.image}
                  image={still.image}
                  alt={`Frame at ${formatTime(still.timeSeconds)}`}
                />
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
            <span className={styles.label}>{moment.label}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function handlers(moment: Moment, { light, show }: EvidenceCommands) {
  const { startSeconds, endSeconds } = moment;
  const on = () => light({ stretches: [{ startSeconds, endSeconds }], signals: [] });
  return {
    onClick: () => show(startSeconds, endSeconds),
    onPointerEnter: on,
    onFocus: on,
  };
}
