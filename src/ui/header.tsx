import { Download, Plus, RotateCcw } from 'lucide-react';
import { Button } from './common/button.tsx';
import styles from './header.module.css';
import type { AppCommands } from './state/app-commands.ts';
import type { View } from './state/app-state.ts';
import { downloadReport } from './state/download-report.ts';

interface HeaderProps {
  view: View;
  commands: AppCommands;
}

/** The name, and what can be done with the report on the page. */
export function Header({ view, commands }: HeaderProps) {
  return (
    <header className={styles.header}>
      <a
        className={styles.brand}
        href="./"
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          if (view.name !== 'running') commands.showStart();
        }}
      >
        <img src="/favicon.svg" alt="" width="24" height="24" />
        Loupe
      </a>
      {view.name === 'report' && <ReportActions {...view.open} commands={commands} />}
    </header>
  );
}

type ReportActionsProps = Extract<View, { name: 'report' }>['open'] & { commands: AppCommands };

function ReportActions({ report, file, commands }: ReportActionsProps) {
  return (
    <div className={styles.actions}>
      <Button look="quiet" icon={<Download aria-hidden="true" />} onClick={() => downloadReport(report)}>
        <span className={styles.words}>Export JSON</span>
      </Button>
      <Button look="quiet" icon={<RotateCcw aria-hidden="true" />} onClick={() => commands.judgeAgain(report, file)}>
        <span className={styles.words}>Judge again</span>
      </Button>
      <Button
        icon={<Plus aria-hidden="true" />}
        onClick={() => commands.showStart({ file: null, prompt: '', judge: report.settings.judge })}
      >
        New clip
      </Button>
    </div>
  );
}
