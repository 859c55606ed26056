import { Square } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { JudgeOffer } from '../../judges/judge.ts';
import { Button } from '../common/button.tsx';
import { StageLayout } from '../common/stage-layout.tsx';
import { clockOfRate } from '../player/frame-clock.ts';
import type { Playback } from '../player/playback.ts';
import { Player } from '../player/player.tsx';
import { useKeys } from '../player/use-keys.ts';
import { useDescription } from '../player/use-playback.ts';
import type { AppCommands } from '../state/app-commands.ts';
import type { Run } from '../state/run.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { JudgeProgress } from './judge-progress.tsx';
import { LiveQuestions } from './live-questions.tsx';
import styles from './running-page.module.css';
import { StageList } from './stage-list.tsx';

interface RunningPageProps {
  run: Run;
  /** For the names of the judges. */
  offers: readonly JudgeOffer[];
  playback: Playback;
  commands: AppCommands;
  messages: ReactNode;
}

const nothing = () => undefined;

/** The clip plays from the first moment; stages, questions and answers fill in beside it. */
export function RunningPage({ run, offers, playback, commands, messages }: RunningPageProps) {
  const { file, clip, stills, signals, stopping } = run;
  const durationSeconds = clip?.durationSeconds ?? 0;
  const clock = useMemo(
    () => (clip === null || clip.frameRate === null ? null : clockOfRate(clip.frameRate, clip.frameCount)),
    [clip],
  );
  useDescription(playback, durationSeconds, clock);
  useKeys(playback, nothing);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);

  return (
    <StageLayout
      messages={messages}
      player={<Player file={file} stills={stills} playback={playback} name={file.name} size={clip} />}
      timeline={
        <Timeline
          durationSeconds={durationSeconds}
          stills={stills}
          signals={signals.length === 0 ? null : signals}
          markers={[]}
          playback={playback}
          highlight={null}
          onHighlight={nothing}
        />
      }
      scores={
        <>
          <h1 ref={heading} tabIndex={-1} className={styles.heading} title={file.name}>
            Judging {file.name}
          </h1>
          <StageList run={run} />
          <JudgeProgress run={run} offers={offers} />
          <div className={styles.stop}>
            <Button icon={<Square aria-hidden="true" />} disabled={stopping} onClick={commands.stop}>
              {stopping ? 'Stopping…' : 'Cancel'}
            </Button>
            <p className={styles.hint}>What is done by then is kept and reported.</p>
          </div>
        </>
      }
      questions={
        <LiveQuestions
          questions={run.questions}
          verdicts={run.verdicts}
          writing={run.writing}
          working={run.judges.at(-1)?.id ?? null}
        />
      }
    />
  );
}
