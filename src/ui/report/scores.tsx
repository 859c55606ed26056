import { memo } from 'react';
import { DIMENSIONS, type Dimension } from '../../domain/dimension.ts';
import { EQUAL_PROFILE } from '../../domain/profile.ts';
import type { Report } from '../../domain/report.ts';
import { formatScore } from '../format.ts';
import { DimensionRow } from './dimension-row.tsx';
import type { EvidenceCommands } from './evidence-commands.ts';
import { LinkedTimes } from './linked-times.tsx';
import { groupId } from './question-group.tsx';
import type { QuestionReading } from './reading.ts';
import styles from './scores.module.css';

interface ScoresProps {
  report: Report;
  readings: Record<Dimension, QuestionReading[]>;
  evidence: EvidenceCommands;
}

/** A sentence first, then the overall score, then the five dimensions. */
export const Scores = memo(function Scores({ report, readings, evidence }: ScoresProps) {
  const { summary, overall, dimensions, settings } = report;
  return (
    <section aria-labelledby="scores-heading">
      <h2 id="scores-heading" className="visually-hidden">
        Scores
      </h2>
      <p className={styles.sentence}>
        <LinkedTimes text={summary} evidence={evidence} />
      </p>
      <div className={styles.overall}>
        {overall.score === null ? (
          <p className={styles.none}>{overall.reason}</p>
        ) : (
          <p>
            <span className="visually-hidden">Overall score </span>
            <span className={styles.number}>{formatScore(overall.score)}</span>
            <span className={styles.of}>
              {' '}
              of 100 overall{settings.profile.name !== EQUAL_PROFILE.name && ', by your weights'}
            </span>
          </p>
        )}
        <p className={styles.coverage}>
          {overall.assessed} of {overall.asked} questions answered
        </p>
      </div>
      <ul className={styles.rows}>
        {DIMENSIONS.map((dimension) => (
          <DimensionRow
            key={dimension}
            dimension={dimension}
            score={dimensions[dimension]}
            readings={readings[dimension]}
            onJump={showGroup}
          />
        ))}
      </ul>
    </section>
  );
});

/** Goes to the questions of a dimension, and takes the keyboard along. */
function showGroup(dimension: Dimension): void {
  const heading = document.getElementById(groupId(dimension));
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}
