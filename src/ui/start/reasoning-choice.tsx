import { useId, useState } from 'react';
import type { ReasoningSettings } from '../../domain/reasoning.ts';
import { Disclosure } from '../common/disclosure.tsx';
import choice from './judge-choice.module.css';
import styles from './reasoning-choice.module.css';

interface ReasoningChoiceProps {
  value: ReasoningSettings;
  onChange: (reasoning: ReasoningSettings) => void;
}

const DEPTHS: readonly { depth: ReasoningSettings['depth']; name: string; about: string }[] = [
  { depth: 'quick', name: 'Quick verdicts', about: 'A probability of yes for each question, without a reason.' },
  {
    depth: 'reasoned',
    name: 'With reasons',
    about: 'Writes for each question what it sees and when, then answers. Takes several times longer.',
  },
];

const VOTES = [1, 3, 5];

const DEVICES: readonly { device: ReasoningSettings['device']; name: string }[] = [
  { device: 'best', name: 'Where it is fastest' },
  { device: 'webgpu', name: 'The GPU' },
  { device: 'wasm', name: 'The processor' },
];

/** Generators of random numbers take 32 bits. */
const LARGEST_SEED = 2 ** 32 - 1;

/** How the judges that give reasons are to answer. */
export function ReasoningChoice({ value, onChange }: ReasoningChoiceProps) {
  const name = useId();
  return (
    <fieldset>
      <legend className={choice.legend}>How it answers</legend>
      <div className={styles.depths}>
        {DEPTHS.map(({ depth, name: title, about }) => (
          <label key={depth} className={`${choice.row} ${choice.choosable} ${styles.depth}`}>
            <input
              type="radio"
              name={name}
              value={depth}
              checked={value.depth === depth}
              aria-labelledby={`${name}-${depth}-name`}
              aria-describedby={`${name}-${depth}`}
              onChange={() => onChange({ ...value, depth })}
            />
            <span id={`${name}-${depth}-name`} className={choice.title}>
              {title}
            </span>
            <span id={`${name}-${depth}`} className={choice.about}>
              {about}
            </span>
          </label>
        ))}
      </div>
      <Disclosure title="More">
        <MoreChoices value={value} onChange={onChange} />
      </Disclosure>
    </fieldset>
  );
}

function MoreChoices({ value, onChange }: ReasoningChoiceProps) {
  const id = useId();
  const quick = value.depth === 'quick';
  return (
    <div className={styles.more}>
      <div className={styles.sampling}>
        <fieldset className={styles.votes} disabled={quick} aria-describedby={`${id}-votes`}>
          <legend>Reasons per question</legend>
          {VOTES.map((votes) => (
            <label key={votes} className={styles.vote}>
              <input
                type="radio"
                name={`${id}-votes`}
                checked={value.votes === votes}
                onChange={() => onChange({ ...value, votes })}
              />
              {votes}
            </label>
          ))}
        </fieldset>
        <SeedField
          value={value.seed}
          disabled={quick || value.votes === 1}
          onChange={(seed) => onChange({ ...value, seed })}
        />
      </div>
      <p id={`${id}-votes`} className={styles.about}>
        {quick
          ? 'Quick verdicts are not sampled: the same clip gives the same answers.'
          : 'One is the most likely reason, the same each time. Three or five are drawn at random from the seed, and their answers are counted as votes.'}
      </p>
      <label className={styles.device}>
        Runs on
        <select
          value={value.device}
          onChange={({ target }) => {
            const chosen = DEVICES.find(({ device }) => device === target.value);
            if (chosen !== undefined) onChange({ ...value, device: chosen.device });
          }}
        >
          {DEVICES.map(({ device, name }) => (
            <option key={device} value={device}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={value.giveMeasurements}
          onChange={({ target }) => onChange({ ...value, giveMeasurements: target.checked })}
        />
        <span>Tell it what was measured, such as where the picture flickers</span>
      </label>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={value.writeQuestions}
          onChange={({ target }) => onChange({ ...value, writeQuestions: target.checked })}
        />
        <span>Let it add questions of its own about the prompt</span>
      </label>
    </div>
  );
}

interface SeedFieldProps {
  value: number;
  disabled: boolean;
  onChange: (seed: number) => void;
}

function SeedField({ value, disabled, onChange }: SeedFieldProps) {
  // What stands in the field may for a moment be no seed: nothing at all, while another is being typed.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <label className={styles.seed}>
      Seed
      <input
        type="number"
        min={0}
        max={LARGEST_SEED}
        step={1}
        required
        disabled={disabled}
        value={typed ?? value}
        onBlur={() => setTyped(null)}
        onChange={({ target }) => {
          setTyped(target.value);
          if (target.validity.valid) onChange(target.valueAsNumber);
        }}
      />
    </label>
  );
}
