import { Button } from '../common/button.tsx';
import { formatQuantity, formatUsual } from '../format.ts';
import { verdictWords } from './answer-words.ts';
import { Evidence } from './evidence.tsx';
import { LinkedTimes } from './linked-times.tsx';
import styles from './question-detail.module.css';
import { judgeName, type QuestionRowProps } from './question-row.tsx';

/** The reason, its moments and pictures, what was measured, and what other judges said. */
export function QuestionDetail({ reading, stills, judges, evidence }: QuestionRowProps) {
  const { question, verdict, others, ruledOutBy } = reading;
  const answered = verdict?.status === 'answered' ? verdict : null;
  return (
    <div className={styles.detail}>
      {ruledOutBy !== null && (
        <p>
          This makes no sense once the answer to “{ruledOutBy.text}” is no. Whether it counts is set under “How the
          score is added up”.
        </p>
      )}
      {verdict !== null ? (
        <p className={styles.reason}>
          <LinkedTimes text={verdict.reason} evidence={evidence} />
        </p>
      ) : (
        <p>No judge has answered this.</p>
      )}
      {verdict?.status === 'unassessed' && verdict.remedy !== '' && <p>{verdict.remedy}</p>}
      {answered !== null && answered.mass < 0.5 && (
        <p>The judge gave neither yes nor no half of its belief, so this answer is not reliable.</p>
      )}
      {answered !== null && <Evidence verdict={answered} stills={stills} evidence={evidence} />}
      {answered !== null && answered.measurements.length > 0 && (
        <dl className={styles.measured}>
          {answered.measurements.map(({ signal, name, value, unit, usual }) => (
            <div key={signal}>
              <dt>{name}</dt>
              <dd>
                <strong>{formatQuantity(value, unit)}</strong>
                <span>usual {formatUsual(usual, unit)}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {others.length > 0 && (
        <ul className={styles.others}>
          {others.map((other) => (
            <li key={other.judge}>
              {judgeName(judges, other.judge)}: {verdictWords(other)}. {other.reason}
            </li>
          ))}
        </ul>
      )}
      <div className={styles.foot}>
        <span>
          {verdict === null ? '' : `Asked: ${judgeName(judges, verdict.judge)}. `}
          {question.polarity === 'positive' ? 'Yes is good.' : 'Yes is bad.'}
        </span>
        <Button look="quiet" onClick={() => evidence.mute(question.id, !question.muted)}>
          {question.muted ? 'Count it again' : 'Leave out of the score'}
        </Button>
      </div>
    </div>
  );
}
