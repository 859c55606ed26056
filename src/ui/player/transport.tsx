import { Pause, Play, Repeat, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { formatTime, formatTimeRange } from '../../domain/time.ts';
import { IconButton } from '../common/button.tsx';
import type { Playback } from './playback.ts';
import styles from './player.module.css';
import { usePlaybackState } from './use-playback.ts';

const RATES = [0.1, 0.25, 0.5, 1, 2];

interface TransportProps {
  playback: Playback;
  disabled: boolean;
  stillsOnly: boolean;
  tools: ReactNode;
}

/** Play, time, frame number, loop and speed. */
export function Transport({ playback, disabled, stillsOnly, tools }: TransportProps) {
  const { playing, rate, loop } = usePlaybackState(playback);
  return (
    <div className={styles.transport}>
      <IconButton label={playing ? 'Pause' : 'Play'} disabled={disabled} onClick={() => playback.toggle()}>
        {playing ? <Pause /> : <Play />}
      </IconButton>
      <TimeReadout playback={playback} />
      {stillsOnly && !disabled && <span className={styles.stills}>stills only</span>}
      <span className={styles.space} />
      {loop !== null && (
        <button type="button" className={styles.loop} onClick={() => playback.setLoop(null)}>
          <Repeat aria-hidden="true" />
          <span className="visually-hidden">Stop repeating</span>
          {formatTimeRange(loop.startSeconds, loop.endSeconds)}
          <X aria-hidden="true" />
        </button>
      )}
      {tools}
      <label className={styles.rate}>
        <span className="visually-hidden">Speed</span>
        <select value={rate} disabled={disabled} onChange={(event) => playback.setRate(Number(event.target.value))}>
          {RATES.map((value) => (
            <option key={value} value={value}>
              {value}×
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** Written directly on every frame: React need not know. */
function TimeReadout({ playback }: { playback: Playback }) {
  const now = useRef<HTMLSpanElement>(null);
  const total = useRef<HTMLSpanElement>(null);
  const frame = useRef<HTMLSpanElement>(null);
  useEffect(
    () =>
      playback.onTime((seconds) => {
        if (now.current !== null) now.current.textContent = formatTime(seconds);
        if (total.current !== null) total.current.textContent = formatTime(playback.durationSeconds);
        const shown = playback.frameAt(seconds);
        if (frame.current !== null) frame.current.textContent = shown === null ? '' : `frame ${shown}`;
      }),
    [playback],
  );
  return (
    <span className={styles.time}>
      <span ref={now} className={styles.now} /> <span className={styles.total}>/ </span>
      <span ref={total} className={styles.total} />
      <span ref={frame} className={styles.frame} />
    </span>
  );
}
