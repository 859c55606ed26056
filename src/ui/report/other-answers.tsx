import type { Question } from '../../domain/question.ts';
import type { Report } from '../../domain/report.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { ClampedText } from '../common/clamped-text.tsx';
import { ProbabilityBar } from '../common/probability-bar.tsx';
import { verdictWords } from './answer-words.ts';
import styles from './other-answers.module.css';
import { judgeName } from './question-row.tsx';
import { standingOf } from './reading.ts';
import { trustIn } from './trust.ts';

interface OtherAnswersProps {
  question: Question;
  verdicts: readonly Verdict[];
  judges: Report['judges'];
}

/** What the judges whose answers do not count said, each with its reason. */
export function OtherAnswers({ question, verdicts, judges }: OtherAnswersProps) {
  return (
    <ul className={styles.others} aria-label="Other judges">
      {verdicts.map((verdict) => {
        const trust = verdict.status === 'answered' ? trustIn(verdict, question.kind, judges) : null;
        return (
          <li key={verdict.judge} className={styles.other}>
            <span className={styles.judge}>{judgeName(judges, verdict.judge)}</span>
            <span className={styles.answer}>
              {verdictWords(verdict)}
              {verdict.status === 'answered' && (
                <ProbabilityBar pYes={verdict.pYes} tone={standingOf(question, verdict)} />
              )}
            </span>
            <ClampedText className={styles.reason} lines={3}>
              {verdict.reason}
            </ClampedText>
            {trust !== null && <p className={styles.reason}>{trust}</p>}
          </li>
        );
      })}
    </ul>
  );
}
