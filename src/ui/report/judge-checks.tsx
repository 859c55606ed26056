import { KIND_NAMES } from '../../domain/kind-names.ts';
import type { Report } from '../../domain/report.ts';
import { unvalidated, validations } from '../../domain/validation.ts';
import { formatNumber, formatPercent } from '../format.ts';
import styles from './judge-checks.module.css';

interface JudgeChecksProps {
  judge: Report['judges'][number];
}

/** How well a judge's answers held where the right ones were known, by kind of question. Nothing where a report does not tell. */
export function JudgeChecks({ judge: { name, kinds = {}, calibrationVersion } }: JudgeChecksProps) {
  const checked = validations(kinds);
  const open = unvalidated(kinds);
  if (checked.length + open.length === 0) return null;
  return (
    <section className={styles.checks}>
      <h3 className={styles.name}>How often {name} was right</h3>
      {typeof calibrationVersion === 'string' && (
        <p>
          Its percentages come from calibration {calibrationVersion}, fitted to clips whose right answers were known;
          each clip below was judged by a fit that had not seen its prompt.
        </p>
      )}
      {checked.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Kind of question</th>
              <th scope="col">Right</th>
              <th scope="col">Calibration error</th>
              <th scope="col">Clips</th>
            </tr>
          </thead>
          <tbody>
            {checked.map(([kind, { accuracy, calibrationError, clips }]) => (
              <tr key={kind}>
                <th scope="row">{KIND_NAMES[kind]}</th>
                <td>{formatPercent(accuracy)}</td>
                <td>{calibrationError === null ? '–' : formatNumber(calibrationError)}</td>
                <td>{clips ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {checked.length > 0 && (
        <p>
          Right: share of these clips it answered rightly. Calibration error: how far its probabilities were from how
          often they came true, on average; 0 is best.
        </p>
      )}
      {open.length > 0 && (
        <p>
          {checked.length === 0
            ? 'None of its answers have been checked on clips whose right answers are known.'
            : `Not checked: ${open.map((kind) => KIND_NAMES[kind].toLowerCase()).join('; ')}.`}
        </p>
      )}
    </section>
  );
}
