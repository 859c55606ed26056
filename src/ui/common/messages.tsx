import type { ErrorData } from '../../domain/error.ts';
import type { Note } from '../state/app-state.ts';
import { Banner } from './banner.tsx';
import styles from './messages.module.css';

interface MessagesProps {
  error: ErrorData | null;
  note: Note | null;
  onDismiss: () => void;
}

/** What happened, why, and what to do; nothing when there is nothing to tell. */
export function Messages({ error, note, onDismiss }: MessagesProps) {
  if (error === null && note === null) return null;
  return (
    <div className={styles.messages}>
      {error !== null && (
        // To have stopped a run oneself is no error.
        <Banner kind={error.code === 'cancelled' ? 'note' : 'error'} onDismiss={onDismiss}>
          <p className={styles.message}>{error.message}</p>
          {error.remedy !== '' && <p>{error.remedy}</p>}
        </Banner>
      )}
      {note !== null && (
        <Banner key={note.id} kind="note" onDismiss={onDismiss}>
          <p>{note.text}</p>
        </Banner>
      )}
    </div>
  );
}
