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
    facts: [`${JUDGES.length === 1 ? 'One judge' : `${JUDGES.length} judges`} on this machine`],
  },
  ...JUDGES.map(({ card }) => choiceOf(card)),
];

/** Who judges: what each can judge, its size and what it needs. */
export function JudgeChoice({ value, onChange }: JudgeChoiceProps) {
  const name = useId();
  return (
    <fieldset>
      <legend className={styles.legend}>Judge</legend>
      <div className={styles.cards}>
        {CHOICES.map(({ id, name: title, description, facts }) => (
          <label key={id} className={styles.card}>
            <input
              type="radio"
              name={name}
              value={id}
              checked={value === id}
              aria-describedby={`${name}-${id}`}
              onChange={() => onChange(id)}
            />
            <span className={styles.title}>{title}</span>
            <span id={`${name}-${id}`} className={styles.about}>
              <span className={styles.description}>{description}</span>
              {facts.map((fact) => (
                <span key={fact} className={styles.fact}>
                  {fact}
                </span>
              ))}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
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
