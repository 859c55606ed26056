import { Button } from '../common/button.tsx';
import { ClampedText } from '../common/clamped-text.tsx';
import { formatQuantity, formatUsual } from '../format.ts';
import { Evidence } from './evidence.tsx';
import { LinkedTimes } from './linked-times.tsx';
import { OtherAnswers } from './other-answers.tsx';
import styles from './question-detail.module.css';
import { judgeName, type QuestionRowProps } from './question-row.tsx';
import { RationaleFacts } from './rationale-facts.tsx';
import { trustIn } from './trust.ts';

/** A model can ramble: this much of a reason is read without asking for more. */
const MOST_LINES = 10;

/** The reason, its moments and pictures, what was measured, how a model came to it, and what other judges said. */
export function QuestionDetail({ reading, stills, frames, judges, evidence }: QuestionRowProps) {
  const { question, verdict, others, ruledOutBy } = reading;
  const answered = verdict?.status === 'answered' ? verdict : null;
  const trust = answered === null ? null : trustIn(answered, question.kind, judges);
  return (
    <div className={styles.detail}>
      {ruledOutBy !== null && (
        <p>
          This makes no sense once the answer to “{ruledOutBy.text}” is no. Whether it counts is set under “How the
          score is added up”.
        </p>
      )}
      {verdict !== null ? (
        <ClampedText className={styles.reason} lines={MOST_LINES}>
          <LinkedTimes text={verdict.reason} moments={answered?.moments ?? []} evidence={evidence} />
        </ClampedText>
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
      {answered?.rationale !== undefined && (
        <RationaleFacts rationale={answered.rationale} stills={stills} frames={frames} evidence={evidence} />
      )}
      {trust !== null && (
        <p className={styles.trust}>
          <strong>How far to trust this answer.</strong> {trust}
        </p>
      )}
      {others.length > 0 && <OtherAnswers question={question} verdicts={others} judges={judges} />}
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
