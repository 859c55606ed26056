import type { CSSProperties } from 'react';
import styles from './probability-bar.module.css';

interface ProbabilityBarProps {
  /** Probability of yes, 0..1. */
  pYes: number;
  tone: 'problem' | 'unsure' | 'good' | 'neutral';
}

/** Probability of yes with a tick at 0.5. The number stands beside it in words, so the bar itself is silent. */
export function ProbabilityBar({ pYes, tone }: ProbabilityBarProps) {
  const style: CSSProperties = { inlineSize: `${pYes * 100}%` };
  return (
    <span className={styles.bar} aria-hidden="true">
      <span className={`${styles.fill} ${styles[tone]}`} style={style} />
      <span className={styles.tick} />
    </span>
  );
}
