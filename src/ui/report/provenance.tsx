import { memo } from 'react';
import type { Report } from '../../domain/report.ts';
import { Disclosure } from '../common/disclosure.tsx';
import { formatBytes, formatCount, formatDate, formatNumber } from '../format.ts';
import { JudgeChecks } from './judge-checks.tsx';
import { ModelFacts } from './model-facts.tsx';
import styles from './provenance.module.css';

/** What made this report, so that another person can make it again. */
export const Provenance = memo(function Provenance({ report }: { report: Report }) {
  const { clip, frames, judges, timingsSeconds, app, createdAt, settings } = report;
  const took = Object.values(timingsSeconds).reduce((sum, seconds) => sum + seconds, 0);
  const facts: [string, string][] = [
    ['Made', `${formatDate(createdAt)}, by Loupe ${app.version}`],
    ['Judges', judges.map(judgeWords).join(', ') || 'none'],
    ['Setting', `judge ${settings.judge}, profile ${settings.profile.name}`],
    [
      'Frames looked at',
      `${frames.indices.length} of ${clip.frameCount}, in ${formatCount(frames.runs.length, 'consecutive run')}`,
    ],
    ['Time taken', `${formatNumber(took)} s (${timings(timingsSeconds)})`],
    ['File', `${formatBytes(clip.sizeBytes)}, ${clip.codecString ?? clip.codec}`],
    ['SHA-256', clip.sha256 ?? 'not computed: the file is too large'],
  ];
  return (
    <Disclosure title="How this report was made" className={styles.provenance}>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {judges.map(
        ({ id, name, version, model }) =>
          model !== undefined && <ModelFacts key={id} name={`${name} ${version}`} model={model} />,
      )}
      {judges.map((judge) => (
        <JudgeChecks key={judge.id} judge={judge} />
      ))}
    </Disclosure>
  );
});

/** "Measured 2 (cpu, calibration 2)" */
function judgeWords({ name, version, backend, calibrationVersion }: Report['judges'][number]): string {
  const calibration = typeof calibrationVersion === 'string' ? `, calibration ${calibrationVersion}` : '';
  return `${name} ${version} (${backend}${calibration})`;
}

function timings(seconds: Record<string, number>): string {
  return Object.entries(seconds)
    .map(([stage, value]) => `${stage} ${formatNumber(value)} s`)
    .join(', ');
}
