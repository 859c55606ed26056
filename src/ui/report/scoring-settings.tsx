import { useId } from 'react';
import { DIMENSION_TEXT, DIMENSIONS } from '../../domain/dimension.ts';
import { EQUAL_PROFILE } from '../../domain/profile.ts';
import type { Report } from '../../domain/report.ts';
import { Button } from '../common/button.tsx';
import { Disclosure } from '../common/disclosure.tsx';
import type { ScoringChange } from '../state/rescore.ts';
import styles from './scoring-settings.module.css';

interface ScoringSettingsProps {
  settings: Report['settings'];
  onChange: (change: ScoringChange) => void;
}

const MOST_WEIGHT = 3;

/** How the answers are added up. Every change is scored at once and kept with the report. */
export function ScoringSettings({ settings, onChange }: ScoringSettingsProps) {
  const id = useId();
  const { weights } = settings.profile;
  const equal = DIMENSIONS.every((dimension) => weights[dimension] === 1);
  return (
    <Disclosure title="How the score is added up" className={styles.settings}>
      <div className={styles.body}>
        <p className={styles.about}>
          A dimension is the mean of its answered questions; the overall score is the mean of the assessed dimensions,
          by these weights. A question can be left out in its own row.
        </p>
        {DIMENSIONS.map((dimension) => (
          <label key={dimension} className={styles.weight} htmlFor={`${id}-${dimension}`}>
            <span>{DIMENSION_TEXT[dimension].name}</span>
            <input
              id={`${id}-${dimension}`}
              type="range"
              min={0}
              max={Math.max(MOST_WEIGHT, weights[dimension])}
              step={0.25}
              value={weights[dimension]}
              aria-valuetext={`weight ${weights[dimension]}`}
              onChange={(event) =>
                onChange({
                  settings: {
                    profile: { name: 'own', weights: { ...weights, [dimension]: Number(event.target.value) } },
                  },
                })
              }
            />
            <output>× {weights[dimension]}</output>
          </label>
        ))}
        <label className={styles.gate}>
          <input
            type="checkbox"
            checked={settings.gateByParents}
            onChange={(event) => onChange({ settings: { gateByParents: event.target.checked } })}
          />
          <span>Leave out questions that do not apply, such as “is the hat white?” where there is no hat</span>
        </label>
        {!equal && (
          <Button look="quiet" onClick={() => onChange({ settings: { profile: EQUAL_PROFILE } })}>
            Weigh all equally
          </Button>
        )}
      </div>
    </Disclosure>
  );
}
