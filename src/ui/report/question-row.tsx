import { ChevronRight } from 'lucide-react';
import { memo, useId, useState } from 'react';
import type { Still } from '../../domain/frame.ts';
import type { Report } from '../../domain/report.ts';
import { ProbabilityBar } from '../common/probability-bar.tsx';
import { StandingMark } from '../common/standing-mark.tsx';
import { answerWords } from './answer-words.ts';
import type { EvidenceCommands } from './evidence-commands.ts';
import { highlightOf } from './highlight.ts';
import { QuestionDetail } from './question-detail.tsx';
import styles from './question-list.module.css';
import type { QuestionReading } from './reading.ts';

export interface QuestionRowProps {
  reading: QuestionReading;
  stills: readonly Still[];
  /** The frames that were looked at, for their times. */
  frames: Report['frames'];
  judges: Report['judges'];
  evidence: EvidenceCommands;
}

/** One question: mark, words, probability and who answered; opened, the reason and its evidence. */
export const QuestionRow = memo(function QuestionRow(props: QuestionRowProps) {
  const { reading, judges, evidence } = props;
  const { question, standing, verdict } = reading;
  const [open, setOpen] = useState(false);
  const id = useId();
  const answered = verdict?.status === 'answered' ? verdict : null;
  const tone = standing === 'problem' || standing === 'unsure' || standing === 'good' ? standing : 'neutral';
  const light = () => evidence.light(highlightOf(verdict));
  const dark = () => evidence.light(null);

  return (
    <li className={`${styles.item} ${open ? styles.opened : ''}`} onPointerEnter={light} onPointerLeave={dark}>
      <button
        type="button"
        className={styles.row}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        onFocus={light}
        onBlur={dark}
      >
        <StandingMark standing={standing} />
        <span className={`${styles.text} ${standing === 'muted' ? styles.muted : ''}`}>{question.text}</span>
        <span className={styles.answer}>
          <span className={styles.words}>{answerWords(reading)}</span>
          {answered === null ? <span className={styles.noBar} /> : <ProbabilityBar pYes={answered.pYes} tone={tone} />}
        </span>
        <span className={styles.judge}>{answered === null ? '' : judgeName(judges, answered.judge)}</span>
        <ChevronRight aria-hidden="true" className={styles.chevron} />
      </button>
      <div id={id} hidden={!open}>
        {open && <QuestionDetail {...props} />}
      </div>
    </li>
  );
});

export function judgeName(judges: Report['judges'], id: string): string {
  return judges.find((judge) => judge.id === id)?.name ?? id;
}
