import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { StageLayout } from '../common/stage-layout.tsx';
import { BoxesToggle } from '../detections/boxes-toggle.tsx';
import { DetectionsOverlay } from '../detections/detections-overlay.tsx';
import { clockOfReport } from '../player/frame-clock.ts';
import type { Playback } from '../player/playback.ts';
import { Player } from '../player/player.tsx';
import { useKeys } from '../player/use-keys.ts';
import { useDescription } from '../player/use-playback.ts';
import type { AppCommands } from '../state/app-commands.ts';
import type { OpenReport } from '../state/app-state.ts';
import { rescore, type ScoringChange } from '../state/rescore.ts';
import { defectMarkers, signalsOfDefects } from '../timeline/markers.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { rankSignals } from '../timeline/track-order.ts';
import { ClipFacts } from './clip-facts.tsx';
import type { EvidenceCommands } from './evidence-commands.ts';
import { type Highlight, outlinesOf } from './highlight.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { MissingClip } from './missing-clip.tsx';
import { Provenance } from './provenance.tsx';
import { QuestionList } from './question-list.tsx';
import { readQuestions } from './reading.ts';
import { Scores } from './scores.tsx';
import { ScoringSettings } from './scoring-settings.tsx';

interface ReportPageProps {
  open: OpenReport;
  playback: Playback;
  commands: AppCommands;
  messages: ReactNode;
}

export function ReportPage({ open, playback, commands, messages }: ReportPageProps) {
  const { report, stills, file } = open;
  const { clip, questions, verdicts, signals, frames, detections = null } = report;
  const clock = useMemo(() => clockOfReport({ clip, frames }), [clip, frames]);
  useDescription(playback, clip.durationSeconds, clock);
  const [highlight, setHighlight] = useState<Highlight | null>(null);
  const [help, setHelp] = useState(false);
  const [boxes, setBoxes] = useState(true);
  const followed = detections !== null && detections.tracks.length > 0 ? detections : null;
  const showHelp = useCallback(() => setHelp(true), []);
  useKeys(playback, showHelp);

  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);

  const readings = useMemo(() => readQuestions(questions, verdicts), [questions, verdicts]);
  const ranked = useMemo(
    () => rankSignals(signals, signalsOfDefects({ questions, verdicts })),
    [signals, questions, verdicts],
  );
  const markers = useMemo(() => defectMarkers({ questions, verdicts, clip }), [questions, verdicts, clip]);
  const outlines = useMemo(() => outlinesOf([...markers, ...(highlight?.stretches ?? [])]), [markers, highlight]);
  const latest = useRef(report);
  useEffect(() => {
    latest.current = report;
  }, [report]);
  const change = useCallback(
    (scoring: ScoringChange) => commands.changeReport(rescore(latest.current, scoring)),
    [commands],
  );
  const evidence = useMemo<EvidenceCommands>(
    () => ({
      light: setHighlight,
      show: (startSeconds, endSeconds) => playback.showMoment(startSeconds, endSeconds),
      mute: (questionId, muted) => change({ mute: { questionId, muted } }),
    }),
    [playback, change],
  );

  return (
    <>
      <StageLayout
        messages={messages}
        player={
          <>
            <Player
              file={file}
              stills={stills}
              playback={playback}
              name={clip.name}
              size={clip}
              outlines={outlines}
              overlay={
                followed !== null &&
                boxes && <DetectionsOverlay detections={followed} size={clip} playback={playback} />
              }
              tools={followed !== null && <BoxesToggle shown={boxes} onChange={setBoxes} />}
            />
            {file === null && <MissingClip clip={clip} onFound={commands.attachClip} />}
          </>
        }
        timeline={
          <Timeline
            durationSeconds={clip.durationSeconds}
            stills={stills}
            signals={ranked}
            markers={markers}
            playback={playback}
            highlight={highlight}
            onHighlight={setHighlight}
            onHelp={showHelp}
            detections={followed}
          />
        }
        scores={
          <>
            <ClipFacts report={report} headingRef={heading} />
            <Scores report={report} readings={readings} evidence={evidence} />
            <ScoringSettings settings={report.settings} onChange={change} />
          </>
        }
        questions={
          <>
            <QuestionList
              readings={readings}
              stills={stills}
              frames={frames}
              judges={report.judges}
              evidence={evidence}
            />
            <Provenance report={report} />
          </>
        }
      />
      <KeysDialog open={help} onClose={() => setHelp(false)} />
    </>
  );
}
