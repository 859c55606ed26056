import { useId } from 'react';
import type { ErrorData } from '../../domain/error.ts';
import { AUTO } from '../../judges/catalogue.ts';
import type { JudgeOffer } from '../../judges/judge.ts';
import type { JudgeOffers } from '../state/use-judge-offers.ts';
import { checkedWords } from '../validation-words.ts';
import styles from './judge-choice.module.css';
import { judgeFacts } from './judge-facts.ts';
import { judgedDimensions } from './judged-dimensions.ts';

interface JudgeChoiceProps extends JudgeOffers {
  /** `auto` or the id of a judge. */
  value: string;
  onChange: (judge: string) => void;
}

interface Choice {
  id: string;
  name: string;
  description: string;
  /** What it can judge, and how often it was right; "" where that depends on others. */
  scope: string;
  facts: readonly string[];
  unavailable: JudgeOffer['unavailable'];
}

/** Who judges: what each can judge, its size and what it needs. What cannot be chosen says why, and what to do about it. */
export function JudgeChoice({ value, offers, error, onChange }: JudgeChoiceProps) {
  const name = useId();
  return (
    <fieldset>
      <legend className={styles.legend}>Judge</legend>
      <div className={styles.list}>
        {[automatic(offers, error), ...(offers ?? []).map(choiceOf)].map((choice) => (
          <JudgeOption
            key={choice.id}
            choice={choice}
            group={name}
            checked={value === choice.id}
            onChoose={() => onChange(choice.id)}
          />
        ))}
      </div>
      {error !== null && (
        <div className={styles.error} role="alert">
          <p>The judges could not be listed. {error.message}</p>
          <p>{error.remedy}</p>
        </div>
      )}
    </fieldset>
  );
}

interface JudgeOptionProps {
  choice: Choice;
  group: string;
  checked: boolean;
  onChoose: () => void;
}

function JudgeOption({ choice, group, checked, onChoose }: JudgeOptionProps) {
  const { id, name, description, scope, facts, unavailable } = choice;
  const about = `${group}-${id}`;
  return (
    <label className={`${styles.row} ${unavailable === null ? styles.choosable : ''}`}>
      <input
        type="radio"
        name={group}
        value={id}
        checked={checked}
        disabled={unavailable !== null}
        aria-labelledby={`${about}-name`}
        aria-describedby={about}
        onChange={onChoose}
      />
      <span id={`${about}-name`} className={styles.title}>
        {name}
      </span>
      <span id={about} className={styles.about}>
        <span className={styles.facts}>{facts.join(' · ')}</span>
        <span>
          {description} {unavailable === null && scope}
        </span>
        {unavailable !== null && (
          <span className={styles.why}>
            Not available: {unavailable.reason} {unavailable.remedy}
          </span>
        )}
      </span>
    </label>
  );
}

function choiceOf({ card, unavailable }: JudgeOffer): Choice {
  const { id, name, description } = card;
  return {
    id,
    name,
    description,
    scope: `${judgedDimensions(card)} ${checkedWords(card.kinds)}`,
    facts: judgeFacts(card),
    unavailable,
  };
}

function automatic(offers: readonly JudgeOffer[] | null, error: ErrorData | null): Choice {
  const ready = offers?.filter(({ unavailable }) => unavailable === null).length;
  return {
    id: AUTO,
    name: 'Automatic',
    description:
      'Measures, looks for people and things, and asks the first model that is ready; the better validated answer counts.',
    scope: '',
    facts:
      error !== null
        ? []
        : [
            ready === undefined
              ? 'looking for the judges on this machine…'
              : `${ready} of ${offers?.length} judges ready`,
          ],
    unavailable: null,
  };
}
