import { useId } from 'react';
import styles from './prompt-field.module.css';

interface PromptFieldProps {
  value: string;
  onChange: (value: string) => void;
  onSubmit: () => void;
}

/** The prompt the clip was made from. Optional: without one, fewer questions are asked. */
export function PromptField({ value, onChange, onSubmit }: PromptFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        Prompt
      </label>
      <textarea
        id={id}
        className={styles.text}
        rows={2}
        value={value}
        spellCheck={false}
        placeholder="A red fox runs across a snowy field, the camera pans left"
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          onSubmit();
        }}
      />
      <p id={`${id}-hint`} className={styles.hint}>
        What the clip was made from. Without it Loupe asks only what needs no prompt.
      </p>
    </div>
  );
}
