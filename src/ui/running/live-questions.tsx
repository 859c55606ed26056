import { memo } from 'react';
import { DIMENSION_TEXT, DIMENSIONS } from '../../domain/dimension.ts';
import type { Question } from '../../domain/question.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { StandingMark } from '../common/standing-mark.tsx';
import { verdictWords } from '../report/answer-words.ts';
import { type Standing, standingOf } from '../report/reading.ts';
import styles from './live-questions.module.css';

interface LiveQuestionsProps {
  questions: readonly Question[];
  verdicts: ReadonlyMap<string, Verdict>;
}

/** The questions in the order they were written, with their answers as they come. Rows keep their place and height. */
export const LiveQuestions = memo(function LiveQuestions({ questions, verdicts }: LiveQuestionsProps) {
  if (questions.length === 0) return null;
  return (
    <section aria-labelledby="questions-heading">
      <h2 id="questions-heading" className={styles.heading}>
        Questions
      </h2>
      {DIMENSIONS.map((dimension) => {
        const group = questions.filter((question) => question.dimension === dimension);
        if (group.length === 0) return null;
        return (
          <div key={dimension} className={styles.group}>
            <h3 className={styles.name}>{DIMENSION_TEXT[dimension].name}</h3>
            <ul>
              {group.map((question) => (
                <LiveQuestion key={question.id} question={question} verdict={verdicts.get(question.id) ?? null} />
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
});

const LiveQuestion = memo(function LiveQuestion({
  question,
  verdict,
}: {
  question: Question;
  verdict: Verdict | null;
}) {
  const standing: Standing = verdict?.status === 'answered' ? standingOf(question, verdict) : 'unassessed';
  return (
    <li className={styles.item}>
      {verdict === null ? <span className={styles.waiting} /> : <StandingMark standing={standing} />}
      <span className={styles.text}>{question.text}</span>
      <span className={styles.answer}>{verdict === null ? '' : verdictWords(verdict)}</span>
      <span className={styles.reason}>{verdict?.reason}</span>
    </li>
  );
});
