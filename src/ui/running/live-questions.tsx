import { memo } from 'react';
import { DIMENSION_TEXT, DIMENSIONS } from '../../domain/dimension.ts';
import type { Question } from '../../domain/question.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { StandingMark } from '../common/standing-mark.tsx';
import { verdictWords } from '../report/answer-words.ts';
import { type Standing, standingOf } from '../report/reading.ts';
import type { Writing } from '../state/run.ts';
import styles from './live-questions.module.css';

interface LiveQuestionsProps {
  questions: readonly Question[];
  verdicts: ReadonlyMap<string, Verdict>;
  writing: ReadonlyMap<string, Writing>;
  /** Id of the judge that is at work; null when none takes its time. */
  working: string | null;
}

/**
 * The questions in the order they were written, with their answers as they come, and reasons while they are being written.
 * Rows keep their place and height.
 */
export const LiveQuestions = memo(function LiveQuestions({
  questions,
  verdicts,
  writing,
  working,
}: LiveQuestionsProps) {
  const verdictOf = (id: string) => {
    const verdict = verdicts.get(id) ?? null;
    // That another judge had no answer is of no interest while one is still to come.
    return verdict?.status === 'unassessed' && working !== null && verdict.judge !== working ? null : verdict;
  };
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
                <LiveQuestion
                  key={question.id}
                  question={question}
                  verdict={verdictOf(question.id)}
                  text={writing.get(question.id)?.text ?? null}
                />
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
});

interface LiveQuestionProps {
  question: Question;
  verdict: Verdict | null;
  /** The rationale so far; null when none is being written. */
  text: string | null;
}

/** More than the row shows, and less than a browser has to break into lines anew at every word. */
const SHOWN_CHARACTERS = 600;

const LiveQuestion = memo(function LiveQuestion({ question, verdict, text }: LiveQuestionProps) {
  const standing: Standing = verdict?.status === 'answered' ? standingOf(question, verdict) : 'unassessed';
  return (
    <li className={`${styles.item} ${text === null ? '' : styles.beingAnswered}`}>
      {text !== null ? (
        <span className={styles.writing} title="Being answered">
          <span className="visually-hidden">Being answered: </span>
        </span>
      ) : verdict === null ? (
        <span className={styles.waiting} />
      ) : (
        <StandingMark standing={standing} />
      )}
      <span className={styles.text}>{question.text}</span>
      <span className={styles.answer}>{verdict === null ? '' : verdictWords(verdict)}</span>
      {text === null ? (
        <span className={styles.reason}>{verdict?.reason}</span>
      ) : (
        <span className={styles.stream}>
          <span>{text.slice(-SHOWN_CHARACTERS)}</span>
        </span>
      )}
    </li>
  );
});
