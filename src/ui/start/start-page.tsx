import { Play, Sparkles } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { ErrorData } from '../../domain/error.ts';
import type { LibraryEntry } from '../../library/schema.ts';
import { Button } from '../common/button.tsx';
import type { AppCommands } from '../state/app-commands.ts';
import type { Draft } from '../state/app-state.ts';
import { usableJudge } from '../state/judge-offers.ts';
import type { JudgeOffers } from '../state/use-judge-offers.ts';
import { ChosenClip } from './chosen-clip.tsx';
import { DropArea } from './drop-area.tsx';
import { Judging } from './judging.tsx';
import { Privacy } from './privacy.tsx';
import { PromptField } from './prompt-field.tsx';
import { RecentReports } from './recent-reports.tsx';
import styles from './start-page.module.css';
import { useSample } from './use-sample.ts';

interface StartPageProps {
  /** Whether files are being dragged over the page. */
  over: boolean;
  /** Whether what was chosen last turned out to be no clip: the next thing to do is to choose another. */
  refused: boolean;
  draft: Draft;
  judges: JudgeOffers;
  commands: AppCommands;
  entries: readonly LibraryEntry[] | null;
  libraryError: ErrorData | null;
  messages: ReactNode;
}

export function StartPage({
  over,
  refused,
  draft: chosen,
  judges,
  commands,
  entries,
  libraryError,
  messages,
}: StartPageProps) {
  const sample = useSample();
  const judgeButton = useRef<HTMLButtonElement>(null);
  const { offers } = judges;
  // What is drafted stays: a judge that cannot run today may be there tomorrow.
  const draft = offers === null ? chosen : { ...chosen, judge: usableJudge(chosen.judge, offers) };
  const { file, prompt } = draft;
  const start = () => void commands.judge(draft);

  const dropArea = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (file !== null) judgeButton.current?.focus({ preventScroll: true });
    else if (refused) dropArea.current?.focus({ preventScroll: true });
  }, [file, refused]);

  return (
    <main className={styles.page}>
      <div className={styles.intro}>
        <h1 className={styles.heading}>See what a generated clip gets wrong, and where.</h1>
        <p className={styles.lead}>
          Loupe asks small yes/no questions about your clip, answers them from its frames, and shows you the moments.
        </p>
      </div>
      {messages}
      <DropArea ref={dropArea} over={over} onFiles={commands.takeFiles}>
        {file === null ? null : <ChosenClip file={file} onRemove={() => commands.changeDraft({ file: null })} />}
      </DropArea>
      <PromptField value={prompt} onChange={(value) => commands.changeDraft({ prompt: value })} onSubmit={start} />
      <Judging draft={draft} changeDraft={commands.changeDraft} {...judges} />
      <div className={styles.actions}>
        <Button
          ref={judgeButton}
          look="primary"
          icon={<Play aria-hidden="true" />}
          disabled={file === null}
          onClick={start}
        >
          Judge this clip
        </Button>
        {sample !== null && file === null && (
          <Button icon={<Sparkles aria-hidden="true" />} onClick={() => void commands.trySample(sample)}>
            Try the sample
          </Button>
        )}
      </div>
      <Privacy />
      <RecentReports entries={entries} error={libraryError} commands={commands} />
    </main>
  );
}
