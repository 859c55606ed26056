import { Check } from 'lucide-react';
import type { CSSProperties } from 'react';
import { STAGES, type Stage } from '../../domain/progress.ts';
import { formatRemaining } from '../format.ts';
import type { Run } from '../state/run.ts';
import styles from './stage-list.module.css';
import { STAGE_TEXT } from './stages.ts';

/** The stages of a run with counts, and how long it will still take. The name of a new stage is read out, counts are not. */
export function StageList({ run }: { run: Run }) {
  const { stage, stages, remainingSeconds, stopping } = run;
  const current = STAGES.indexOf(stage);
  return (
    <>
      <ol className={styles.stages}>
        {STAGES.map((name, index) => (
          <StageRow
            key={name}
            stage={name}
            state={index < current ? 'done' : index === current ? 'now' : 'next'}
            progress={stages[name] ?? null}
          />
        ))}
      </ol>
      <p className={styles.left}>
        {stopping
          ? 'Stopping: adding up what is done.'
          : remainingSeconds === null
            ? 'Time left: not known yet'
            : `Time left: ${formatRemaining(remainingSeconds)}`}
      </p>
      <p className="visually-hidden" role="status">
        {stopping ? 'Stopping' : STAGE_TEXT[stage].name}
      </p>
    </>
  );
}

interface StageRowProps {
  stage: Stage;
  state: 'done' | 'now' | 'next';
  progress: { done: number; total: number } | null;
}

function StageRow({ stage, state, progress }: StageRowProps) {
  const { name, unit } = STAGE_TEXT[stage];
  const share = state === 'done' ? 1 : progress === null || progress.total === 0 ? 0 : progress.done / progress.total;
  const style: CSSProperties = { inlineSize: `${share * 100}%` };
  return (
    <li className={`${styles.stage} ${styles[state]}`} aria-current={state === 'now' ? 'step' : undefined}>
      <span className={styles.mark}>{state === 'done' && <Check aria-label="Done" />}</span>
      <span className={styles.name}>{name}</span>
      <span className={styles.count}>
        {unit !== null && progress !== null && progress.total > 0 && `${progress.done} of ${progress.total} ${unit}s`}
      </span>
      <span className={styles.bar} aria-hidden="true">
        <span className={styles.fill} style={style} />
      </span>
    </li>
  );
}
