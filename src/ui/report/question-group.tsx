import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { DIMENSION_TEXT, type Dimension } from '../../domain/dimension.ts';
import type { Still } from '../../domain/frame.ts';
import type { Report } from '../../domain/report.ts';
import { Button } from '../common/button.tsx';
import { formatCount } from '../format.ts';
import type { EvidenceCommands } from './evidence-commands.ts';
import styles from './question-list.module.css';
import { QuestionRow } from './question-row.tsx';
import { compareReadings, type QuestionReading, remedyLine } from './reading.ts';

/** Where nothing was answered, this many open questions are shown rather than folded away. */
const MOST_OPEN = 3;

interface QuestionGroupProps {
  dimension: Dimension;
  readings: readonly QuestionReading[];
  stills: readonly Still[];
  /** The frames that were looked at, for their times. */
  frames: Report['frames'];
  judges: Report['judges'];
  evidence: EvidenceCommands;
}

/** The questions of a dimension: the worst answers first, and what was not assessed behind a button. */
export function QuestionGroup({ dimension, readings, ...shared }: QuestionGroupProps) {
  const sorted = readings.toSorted(compareReadings);
  const open = sorted.filter(({ standing }) => standing === 'unassessed');
  const rest = sorted.filter(({ standing }) => standing !== 'unassessed');
  const [unfolded, setUnfolded] = useState(rest.length === 0 && open.length <= MOST_OPEN);
  const id = useId();
  const rows = (shown: readonly QuestionReading[]) =>
    shown.map((reading) => <QuestionRow key={reading.question.id} reading={reading} {...shared} />);
  return (
    <div className={styles.group}>
      <div className={styles.groupHead}>
        <h3 id={groupId(dimension)} tabIndex={-1} className={styles.groupName}>
          {DIMENSION_TEXT[dimension].name}
        </h3>
        <p className={styles.tally}>{tally(sorted)}</p>
      </div>
      {readings.length === 0 && (
        <p className={styles.nothing}>No question was asked. {remedyLine(dimension, readings)}</p>
      )}
      {rest.length > 0 && <ul>{rows(rest)}</ul>}
      {open.length > 0 && (
        <>
          <Button
            look="quiet"
            className={styles.fold}
            aria-expanded={unfolded}
            aria-controls={id}
            icon={<ChevronRight aria-hidden="true" />}
            onClick={() => setUnfolded(!unfolded)}
          >
            {open.length} not assessed
          </Button>
          <ul id={id} hidden={!unfolded}>
            {unfolded && rows(open)}
          </ul>
        </>
      )}
    </div>
  );
}

/** Id of the heading over the questions of a dimension. */
export function groupId(dimension: Dimension): string {
  return `questions-${dimension}`;
}

function tally(group: readonly QuestionReading[]): string {
  const problems = group.filter(({ standing }) => standing === 'problem').length;
  const parts = [formatCount(group.length, 'question')];
  if (problems > 0) parts.push(formatCount(problems, 'problem'));
  return group.length === 0 ? '' : parts.join(', ');
}
