import { memo, useEffect, useMemo, useRef } from 'react';
import type { SignalSeries } from '../../domain/signal.ts';
import { formatNumber } from '../format.ts';
import type { Playback } from '../player/playback.ts';
import { drawTrack, trackColours } from './draw-track.ts';
import styles from './timeline.module.css';
import { trackPoints, trackText, valueAt } from './track-text.ts';

interface SignalTrackProps {
  signal: SignalSeries;
  durationSeconds: number;
  playback: Playback;
  /** Time under the pointer; null where the playhead says which value to show. */
  hovered: number | null;
  lit: boolean;
}

export const SignalTrack = memo(function SignalTrack(props: SignalTrackProps) {
  const { signal, durationSeconds, playback, hovered, lit } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const value = useRef<HTMLSpanElement>(null);
  const track = useMemo(() => trackPoints(signal), [signal]);
  const words = useMemo(() => trackText(signal), [signal]);

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    let request = 0;
    const draw = () => {
      cancelAnimationFrame(request);
      request = requestAnimationFrame(() => drawTrack(element, signal, durationSeconds, trackColours(element)));
    };
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    const scheme = window.matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', draw);
    draw();
    return () => {
      cancelAnimationFrame(request);
      observer.disconnect();
      scheme.removeEventListener('change', draw);
    };
  }, [signal, durationSeconds]);

  useEffect(() => {
    const show = (seconds: number) => {
      const shown = valueAt(track, seconds);
      if (value.current !== null) value.current.textContent = shown === null ? '–' : formatNumber(shown);
    };
    if (hovered === null) return playback.onTime(show);
    show(hovered);
    return undefined;
  }, [track, playback, hovered]);

  return (
    <div className={`${styles.row} ${lit ? styles.lit : ''}`}>
      <span className={styles.label} title={words}>
        {signal.name}
        {signal.unit !== '' && <span className={styles.unit}>{signal.unit}</span>}
      </span>
      <div className={styles.middle}>
        <canvas ref={canvas} className={styles.track} role="img" aria-label={words} />
      </div>
      <span ref={value} className={styles.value} aria-hidden="true" />
    </div>
  );
});
