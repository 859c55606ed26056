import { Gauge } from 'lucide-react';
import { useId } from 'react';
import { AUTO, JUDGES } from '../../judges/catalogue.ts';
import type { JudgeCard } from '../../judges/judge.ts';
import { formatBytes } from '../format.ts';
import styles from './judge-choice.module.css';
import { judgedDimensions } from './judged-dimensions.ts';

interface JudgeChoiceProps {
  value: string;
  onChange: (judge: string) => void;
}

interface Choice {
  id: string;
  name: string;
  description: string;
  facts: string[];
}

const CHOICES: readonly Choice[] = [
  {
    id: AUTO,
    name: 'Automatic',
    description: 'Each question goes to the judge that is best at its kind.',
    facts: [`${JUDGES.length} judges on this machine`],
  },
  ...JUDGES.map(({ card }) => choiceOf(card)),
];

/** Who judges: what each can judge, its size and what it needs. With a single judge there is nothing to choose. */
export function JudgeChoice({ value, onChange }: JudgeChoiceProps) {
  const name = useId();
  const [only, ...others] = JUDGES;
  if (only !== undefined && others.length === 0) return <OnlyJudge choice={choiceOf(only.card)} />;
  return (
    <fieldset>
      <legend className={styles.legend}>Judge</legend>
      <div className={styles.cards}>
        {CHOICES.map((choice) => (
          <label key={choice.id} className={`${styles.card} ${styles.choosable}`}>
            <input
              type="radio"
              name={name}
              value={choice.id}
              checked={value === choice.id}
              aria-describedby={`${name}-${choice.id}`}
              onChange={() => onChange(choice.id)}
            />
            <span className={styles.title}>{choice.name}</span>
            <About id={`${name}-${choice.id}`} choice={choice} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function OnlyJudge({ choice }: { choice: Choice }) {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className={styles.legend}>
        Judge
      </h2>
      <div className={styles.card}>
        <Gauge aria-hidden="true" className={styles.icon} />
        <span className={styles.title}>{choice.name}</span>
        <About choice={choice} />
      </div>
    </section>
  );
}

function About({ id, choice }: { id?: string; choice: Choice }) {
  return (
    <span id={id} className={styles.about}>
      <span>{choice.description}</span>
      {choice.facts.map((fact) => (
        <span key={fact} className={styles.fact}>
          {fact}
        </span>
      ))}
    </span>
  );
}

function choiceOf(card: JudgeCard): Choice {
  const size =
    card.sizeBytes === 0 ? 'Comes with Loupe, nothing to download' : `${formatBytes(card.sizeBytes)} download`;
  const needs = card.needs.length === 0 ? 'ready' : `needs ${card.needs.join(', ')}`;
  return {
    id: card.id,
    name: card.name,
    description: card.description,
    facts: [judgedDimensions(card), `${size}; ${needs}`],
  };
}
