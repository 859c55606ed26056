import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ErrorData } from '../../domain/error.ts';
import type { LibraryEntry } from '../../library/schema.ts';
import { Button } from '../common/button.tsx';
import { useFilePicker } from '../common/use-file-picker.ts';
import { formatBytes, formatCount } from '../format.ts';
import type { AppCommands } from '../state/app-commands.ts';
import { RecentReport } from './recent-report.tsx';
import styles from './recent-reports.module.css';

interface RecentReportsProps {
  /** null while the library is being read. */
  entries: readonly LibraryEntry[] | null;
  error: ErrorData | null;
  commands: AppCommands;
}

/** What was judged before, kept in this browser. */
export function RecentReports({ entries, error, commands }: RecentReportsProps) {
  const [confirming, setConfirming] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // What had the focus is gone with the report.
  const afterDeletion = () => heading.current?.focus();
  const chooseReport = useFilePicker('.json,application/json', ([chosen]) => {
    if (chosen !== undefined) void commands.importReport(chosen);
  });
  if (entries === null) return <div className={styles.reading} />;
  const bytes = keptBytes(entries);
  return (
    <section className={styles.recent} aria-labelledby="recent-heading">
      <div className={styles.head}>
        <h2 ref={heading} id="recent-heading" tabIndex={-1}>
          Recent reports
        </h2>
        <span className={styles.space} />
        {!confirming && (
          <Button look="quiet" icon={<FileUp aria-hidden="true" />} onClick={chooseReport}>
            Open a report file
          </Button>
        )}
        {entries.length > 0 &&
          (confirming ? (
            <>
              <span className={styles.question}>
                Delete {formatCount(entries.length, 'report')}
                {bytes > 0 && ` and ${formatBytes(bytes)} of clips`}?
              </span>
              <Button
                autoFocus
                onClick={() => {
                  setConfirming(false);
                  void commands.clearReports().then(afterDeletion);
                }}
              >
                Delete all
              </Button>
              <Button look="quiet" onClick={() => setConfirming(false)}>
                Keep them
              </Button>
            </>
          ) : (
            <Button look="quiet" onClick={() => setConfirming(true)}>
              Clear all
            </Button>
          ))}
      </div>
      {error !== null ? (
        <p className={styles.empty}>
          {error.message} {error.remedy}
        </p>
      ) : entries.length === 0 ? (
        <p className={styles.empty}>Reports you make appear here, and stay in this browser until you delete them.</p>
      ) : (
        <ul className={styles.list}>
          {entries.map((entry) => (
            <RecentReport
              key={entry.id}
              entry={entry}
              onOpen={() => void commands.openReport(entry.id)}
              onDelete={() => void commands.deleteReport(entry.id).then(afterDeletion)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

/** A clip that several reports share is kept, and counted, once. */
function keptBytes(entries: readonly LibraryEntry[]): number {
  const byKey = new Map(entries.map(({ id, clipKey, clipBytes }) => [clipKey ?? id, clipKey === null ? 0 : clipBytes]));
  return [...byKey.values()].reduce((sum, bytes) => sum + bytes, 0);
}
