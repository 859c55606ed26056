import { memo } from 'react';
import { DIMENSIONS, type Dimension } from '../../domain/dimension.ts';
import type { Still } from '../../domain/frame.ts';
import type { Report } from '../../domain/report.ts';
import type { EvidenceCommands } from './evidence-commands.ts';
import { QuestionGroup } from './question-group.tsx';
import styles from './question-list.module.css';
import type { QuestionReading } from './reading.ts';

interface QuestionListProps {
  readings: Record<Dimension, QuestionReading[]>;
  stills: readonly Still[];
  /** The frames that were looked at, for their times. */
  frames: Report['frames'];
  judges: Report['judges'];
  evidence: EvidenceCommands;
}

/** Every question by dimension. */
export const QuestionList = memo(function QuestionList({ readings, ...shared }: QuestionListProps) {
  return (
    <section aria-labelledby="questions-heading">
      <h2 id="questions-heading" className={styles.heading}>
        Questions
      </h2>
      {DIMENSIONS.map((dimension) => (
        <QuestionGroup key={dimension} dimension={dimension} readings={readings[dimension]} {...shared} />
      ))}
    </section>
  );
});
