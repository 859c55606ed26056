import type { CSSProperties } from 'react';
import { DIMENSION_TEXT, type Dimension } from '../../domain/dimension.ts';
import type { Score } from '../../domain/scoring.ts';
import { formatScore } from '../format.ts';
import { type QuestionReading, remedyLine, whyLine } from './reading.ts';
import styles from './scores.module.css';
import { toneOfScore } from './tone.ts';

/** A score on less than this share of its questions stands on little: its bar is striped, and the words say so. */
const THIN_COVERAGE = 0.5;

interface DimensionRowProps {
  dimension: Dimension;
  score: Score;
  readings: readonly QuestionReading[];
  onJump: (dimension: Dimension) => void;
}

function coverageWords({ asked, assessed }: Score, thin: boolean): string {
  if (asked === 0) return 'none asked';
  return thin ? `from only ${assessed} of ${asked} answers` : `${assessed} of ${asked} answered`;
}

/** One dimension: name, bar, number, why, and how much of it was answered. */
export function DimensionRow({ dimension, score, readings, onJump }: DimensionRowProps) {
  const { name } = DIMENSION_TEXT[dimension];
  const thin = score.score !== null && score.coverage < THIN_COVERAGE;
  const style: CSSProperties = { inlineSize: `${(score.score ?? 0) * 100}%` };
  return (
    <li className={styles.row}>
      <h3 className={styles.name}>
        <button type="button" className={styles.jump} title="Go to its questions" onClick={() => onJump(dimension)}>
          {name}
        </button>
      </h3>
      {score.score === null ? (
        <>
          <div className={`${styles.bar} ${styles.hatched}`} />
          <span className={styles.unassessed}>–</span>
        </>
      ) : (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: browsers do not let the bar of a <meter> be drawn freely */}
          <div
            className={styles.bar}
            role="meter"
            aria-label={name}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(score.score * 100)}
          >
            <span
              className={`${styles.fill} ${styles[toneOfScore(score.score)]} ${thin ? styles.thin : ''}`}
              style={style}
            />
          </div>
          <span className={`${styles.score} ${thin ? styles.thinScore : ''}`}>{formatScore(score.score)}</span>
        </>
      )}
      <div className={styles.under}>
        <p className={styles.why}>
          {score.score === null
            ? `Not assessed. ${score.reason ?? ''} ${remedyLine(dimension, readings)}`
            : whyLine(readings)}
        </p>
        <span className={thin ? styles.answeredThin : styles.answered}>{coverageWords(score, thin)}</span>
      </div>
    </li>
  );
}
