import { Film, Trash2 } from 'lucide-react';
import type { LibraryEntry } from '../../library/schema.ts';
import { IconButton } from '../common/button.tsx';
import { StillImage } from '../common/still-image.tsx';
import { formatBytes, formatDate, formatScore } from '../format.ts';
import styles from './recent-reports.module.css';

interface RecentReportProps {
  entry: LibraryEntry;
  onOpen: () => void;
  onDelete: () => void;
}

export function RecentReport({ entry, onOpen, onDelete }: RecentReportProps) {
  const { name, createdAt, prompt, overall, thumbnail, clipBytes, clipKey } = entry;
  return (
    <li className={styles.item}>
      <button type="button" className={styles.open} onClick={onOpen}>
        <span className={styles.thumbnail}>
          {thumbnail === null ? (
            <Film aria-hidden="true" />
          ) : (
            <StillImage className={styles.image} image={thumbnail} alt="" />
          )}
        </span>
        <span className={styles.words}>
          <span className={styles.name}>{name}</span>
          <span className={styles.prompt}>{prompt ?? 'No prompt'}</span>
          <span className={styles.date}>
            {formatDate(createdAt)}
            {clipKey !== null && `, clip kept (${formatBytes(clipBytes)})`}
          </span>
        </span>
        <span className={styles.score}>
          {overall === null ? (
            <span className={styles.none}>no score</span>
          ) : (
            <>
              <span className="visually-hidden">Overall score </span>
              {formatScore(overall)}
            </>
          )}
        </span>
      </button>
      <IconButton className={styles.delete} label={`Delete the report on ${name}`} onClick={onDelete}>
        <Trash2 />
      </IconButton>
    </li>
  );
}
