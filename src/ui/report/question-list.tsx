import { memo } from 'react';
import { DIMENSION_TEXT, DIMENSIONS, type Dimension } from '../../domain/dimension.ts';
import type { Still } from '../../domain/frame.ts';
import type { Report } from '../../domain/report.ts';
import { formatCount } from '../format.ts';
import type { EvidenceCommands } from './evidence-commands.ts';
import styles from './question-list.module.css';
import { QuestionRow } from './question-row.tsx';
import { compareReadings, type QuestionReading, remedyLine } from './reading.ts';

interface QuestionListProps {
  readings: Record<Dimension, QuestionReading[]>;
  stills: readonly Still[];
  judges: Report['judges'];
  evidence: EvidenceCommands;
}

/** Every question by dimension, the worst answers first. */
export const QuestionList = memo(function QuestionList(props: QuestionListProps) {
  const { readings, stills, judges, evidence } = props;
  return (
    <section aria-labelledby="questions-heading">
      <h2 id="questions-heading" className={styles.heading}>
        Questions
      </h2>
      {DIMENSIONS.map((dimension) => {
        const group = readings[dimension].toSorted(compareReadings);
        return (
          <div key={dimension} className={styles.group}>
            <div className={styles.groupHead}>
              <h3 id={groupId(dimension)} tabIndex={-1} className={styles.groupName}>
                {DIMENSION_TEXT[dimension].name}
              </h3>
              <p className={styles.tally}>{tally(group)}</p>
            </div>
            {group.length === 0 ? (
              <p className={styles.nothing}>No question was asked. {remedyLine(dimension, group)}</p>
            ) : (
              <ul>
                {group.map((reading) => (
                  <QuestionRow
                    key={reading.question.id}
                    reading={reading}
                    stills={stills}
                    judges={judges}
                    evidence={evidence}
                  />
                ))}
              </ul>
            )}
          </div>
        );
      })}
    </section>
  );
});

/** Id of the heading over the questions of a dimension. */
export function groupId(dimension: Dimension): string {
  return `questions-${dimension}`;
}

function tally(group: readonly QuestionReading[]): string {
  const problems = group.filter(({ standing }) => standing === 'problem').length;
  const open = group.filter(({ standing }) => standing === 'unassessed').length;
  const parts = [formatCount(group.length, 'question')];
  if (problems > 0) parts.push(formatCount(problems, 'problem'));
  if (open > 0) parts.push(`${open} not assessed`);
  return group.length === 0 ? '' : parts.join(', ');
}
