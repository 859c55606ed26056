import { useEffect } from 'react';
import styles from './app.module.css';
import { Messages } from './common/messages.tsx';
import { useDroppedFiles } from './common/use-dropped-files.ts';
import { Header } from './header.tsx';
import { usePlayback } from './player/use-playback.ts';
import { ReportPage } from './report/report-page.tsx';
import { RunningPage } from './running/running-page.tsx';
import { StartPage } from './start/start-page.tsx';
import { isRefusal, type View } from './state/app-state.ts';
import { useApp } from './state/use-app.ts';

/** One page, three states: start, running, report. */
export function App() {
  const { state, commands, judges, entries, libraryError } = useApp();
  const { view, draft, error, note } = state;

  useEffect(() => {
    document.title =
      view.name === 'report'
        ? `${view.open.report.clip.name} – Loupe`
        : view.name === 'running'
          ? `Judging ${view.run.file.name} – Loupe`
          : 'Loupe';
  }, [view]);

  const over = useDroppedFiles(commands.takeFiles);
  const playback = usePlayback(subjectOf(view));

  // A new page begins at its top. Which page it is, not what is on it, decides.
  const page = view.name === 'report' ? view.open.report.id : view.name;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `page` is when, not what
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [page]);

  const messages = <Messages error={error} note={note} onDismiss={commands.dismiss} />;
  return (
    <div className={styles.app}>
      <Header view={view} commands={commands} />
      {view.name === 'start' && (
        <StartPage
          over={over}
          refused={error !== null && isRefusal(error)}
          draft={draft}
          judges={judges}
          commands={commands}
          entries={entries}
          libraryError={libraryError}
          messages={messages}
        />
      )}
      {view.name === 'opening' && (
        <main className={styles.opening}>
          <h1>Opening the report…</h1>
        </main>
      )}
      {view.name === 'running' && (
        <RunningPage
          run={view.run}
          offers={judges.offers ?? []}
          playback={playback}
          commands={commands}
          messages={messages}
        />
      )}
      {view.name === 'report' && (
        <ReportPage
          key={view.open.report.id}
          open={view.open}
          playback={playback}
          commands={commands}
          messages={messages}
        />
      )}
    </div>
  );
}

/** What tells one clip on the page from the next. */
function subjectOf(view: View): unknown {
  if (view.name === 'running') return view.run.file;
  if (view.name === 'report') return view.open.file ?? view.open.report.id;
  return null;
}
