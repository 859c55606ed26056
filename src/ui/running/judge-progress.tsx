import { TriangleAlert } from 'lucide-react';
import type { CSSProperties } from 'react';
import type { JudgeOffer } from '../../judges/judge.ts';
import { rungWords } from '../rung-words.ts';
import { includesReasons, offeredName } from '../state/judge-offers.ts';
import type { Run, WorkingJudge } from '../state/run.ts';
import styles from './judge-progress.module.css';
import { workShare, workWords } from './judge-words.ts';

interface JudgeProgressProps {
  run: Run;
  /** For the names of the judges. */
  offers: readonly JudgeOffer[];
}

/** Which model does what, and where it runs. A new step is read out, counts are not. */
export function JudgeProgress({ run, offers }: JudgeProgressProps) {
  const { judges, judge } = run;
  // Its place is kept from the beginning where a model will come.
  if (judges.length === 0) return includesReasons(judge, offers) ? <div className={styles.place} /> : null;
  const named = judges.map((working) => ({ working, name: offeredName(working.id, offers) }));
  return (
    <div className={styles.place}>
      {named.map(({ working, name }) => (
        <JudgeAtWork key={working.id} working={working} name={name} />
      ))}
      <p className="visually-hidden" role="status">
        {named.map(({ working, name }) => spokenWords(working, name)).join(' ')}
      </p>
    </div>
  );
}

function JudgeAtWork({ working, name }: { working: WorkingJudge; name: string }) {
  const { work, abandoned } = working;
  const words = work === null ? { step: 'Not running at present', count: '' } : workWords(work);
  const style: CSSProperties = { inlineSize: `${work === null ? 0 : workShare(work) * 100}%` };
  return (
    <div className={styles.judge}>
      <p className={styles.name}>{nameAndPlace(working, name)}</p>
      <p className={styles.step}>
        <span>{words.step}</span>
        <span>{words.count}</span>
      </p>
      <span className={styles.bar} aria-hidden="true">
        <span className={styles.fill} style={style} />
      </span>
      {abandoned.map(({ rung, error }) => (
        <p key={rungWords(rung)} className={styles.abandoned}>
          <TriangleAlert aria-hidden="true" />
          <span>
            Given up on {rungWords(rung)}: {error.message}
          </span>
        </p>
      ))}
    </div>
  );
}

function nameAndPlace({ work }: WorkingJudge, name: string): string {
  return work === null ? name : `${name} on ${rungWords(work.rung)}`;
}

function spokenWords(working: WorkingJudge, name: string): string {
  const { work, abandoned } = working;
  const last = abandoned.at(-1);
  const given = last === undefined ? '' : `Given up on ${rungWords(last.rung)}. `;
  return `${given}${nameAndPlace(working, name)}${work === null ? '' : `: ${workWords(work).step}`}.`;
}
