import type { ReactNode } from 'react';
import styles from './stage-layout.module.css';

interface StageLayoutProps {
  messages: ReactNode;
  player: ReactNode;
  timeline: ReactNode;
  /** Beside the player when there is room, under it otherwise. */
  scores: ReactNode;
  questions: ReactNode;
}

/** The clip at the left and what is said about it at the right; on narrow pages one column: clip, scores, timeline, questions. */
export function StageLayout({ messages, player, timeline, scores, questions }: StageLayoutProps) {
  return (
    <main>
      {messages !== null && <div className={styles.messages}>{messages}</div>}
      <div className={styles.stage}>
        <div className={styles.clip}>
          <div className={styles.player}>{player}</div>
          <div className={styles.timeline}>{timeline}</div>
        </div>
        <div className={styles.words}>
          <div className={styles.scores}>{scores}</div>
          <div className={styles.questions}>{questions}</div>
        </div>
      </div>
    </main>
  );
}
