import { type ReactNode, useRef, useState } from 'react';
import type { Still } from '../../domain/frame.ts';
import type { SignalSeries } from '../../domain/signal.ts';
import type { Detections } from '../../domain/track.ts';
import { Button } from '../common/button.tsx';
import { ThingLanes } from '../detections/thing-lanes.tsx';
import { formatCount } from '../format.ts';
import type { Playback } from '../player/playback.ts';
import type { Highlight } from '../report/highlight.ts';
import { Filmstrip } from './filmstrip.tsx';
import { MarkerLanes } from './marker-lanes.tsx';
import type { Marker } from './markers.ts';
import { Scrubber } from './scrubber.tsx';
import { SignalTrack } from './signal-track.tsx';
import { SignalWords } from './signal-words.tsx';
import styles from './timeline.module.css';
import { firstTracks } from './track-order.ts';

/** Tracks shown before the person asks for all. */
const FIRST_TRACKS = 6;

interface TimelineProps {
  durationSeconds: number;
  stills: readonly Still[];
  /** In the order of the tracks; null while nothing has been measured yet. */
  signals: readonly SignalSeries[] | null;
  markers: readonly Marker[];
  playback: Playback;
  highlight: Highlight | null;
  onHighlight: (highlight: Highlight | null) => void;
  /** Opens the list of keys. */
  onHelp?: () => void;
  /** What was followed through the clip; null where nothing was. */
  detections?: Detections | null;
}

/** Thumbnails, defects and one thin track per signal over the clip, with one playhead through them all. */
export function Timeline(props: TimelineProps) {
  const {
    durationSeconds,
    stills,
    signals,
    markers,
    playback,
    highlight,
    onHighlight,
    onHelp,
    detections = null,
  } = props;
  const [all, setAll] = useState(false);
  const [hovered, setHovered] = useState<number | null>(null);
  const area = useRef<HTMLDivElement>(null);
  const shown = all || signals === null ? signals : firstTracks(signals, FIRST_TRACKS);
  const lit = new Set(highlight?.signals);

  return (
    <section className={styles.timeline} aria-label="Timeline">
      <div className={styles.rows}>
        <Row label="Clip">
          <Filmstrip stills={stills} durationSeconds={durationSeconds} />
        </Row>
        {markers.length > 0 && (
          <Row label="Defects">
            <MarkerLanes
              markers={markers}
              durationSeconds={durationSeconds}
              playback={playback}
              onHighlight={onHighlight}
            />
          </Row>
        )}
        {detections !== null && (
          <Row label="Found">
            <ThingLanes detections={detections} durationSeconds={durationSeconds} />
          </Row>
        )}
        {shown === null && PLACEHOLDERS}
        {shown?.map((signal) => (
          <SignalTrack
            key={signal.id}
            signal={signal}
            durationSeconds={durationSeconds}
            playback={playback}
            hovered={hovered}
            lit={lit.has(signal.id)}
          />
        ))}
        <div ref={area} className={styles.surface}>
          <Scrubber
            area={area}
            playback={playback}
            durationSeconds={durationSeconds}
            highlight={highlight}
            hovered={hovered}
            onHover={setHovered}
          />
        </div>
      </div>
      {signals !== null && signals.length > 0 && (
        <p className={styles.legend}>
          <span className={styles.usual} aria-hidden="true" /> usual
          <span className={styles.worse} aria-hidden="true" /> worse than usual
        </p>
      )}
      {(signals !== null || onHelp !== undefined) && (
        <div className={styles.foot}>
          {signals !== null && (all || signals.length > (shown?.length ?? 0)) && (
            <Button look="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? 'Fewer signals' : `All ${formatCount(signals.length, 'signal')}`}
            </Button>
          )}
          {onHelp !== undefined && (
            <Button look="quiet" onClick={onHelp}>
              Keys <kbd className={styles.key}>?</kbd>
            </Button>
          )}
        </div>
      )}
      {signals !== null && signals.length > 0 && <SignalWords signals={signals} />}
    </section>
  );
}

/** Keeps the place of the first tracks, so that nothing moves when they come. */
const PLACEHOLDERS = Array.from({ length: FIRST_TRACKS }, (_, index) => (
  // biome-ignore lint/suspicious/noArrayIndexKey: a place is its number
  <Row key={index} label="">
    <div className={styles.track} />
  </Row>
));

/** A row whose middle stands for the whole clip. */
function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <span className={styles.label}>{label}</span>
      <div className={styles.middle}>{children}</div>
      <span />
    </div>
  );
}
