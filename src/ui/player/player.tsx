import { type ReactNode, useCallback, useState } from 'react';
import type { Still } from '../../domain/frame.ts';
import { FramesScreen } from './frames-screen.tsx';
import { MomentOutlines, type Outline } from './moment-outlines.tsx';
import { usePlaySource } from './play-source.ts';
import type { Playback } from './playback.ts';
import styles from './player.module.css';
import { Transport } from './transport.tsx';
import { VideoScreen } from './video-screen.tsx';

interface PlayerProps {
  /** Lies over the picture and lets the pointer through. */
  overlay?: ReactNode;
  /** Beside the controls. */
  tools?: ReactNode;
  file: File | null;
  stills: readonly Still[];
  playback: Playback;
  /** Untrusted name of the clip, for the label. */
  name: string;
  /** Display size in pixels, when it is known before the first frame is. */
  size: { width: number; height: number } | null;
  /** Parts of the picture to point at, each while its stretch of the clip is shown. */
  outlines?: readonly Outline[];
}

const NO_OUTLINES: readonly Outline[] = [];

/** The screen and its controls. The box has the clip's shape from the start, so that nothing moves when it loads. */
export function Player(props: PlayerProps) {
  const { file, stills, playback, name, size, outlines = NO_OUTLINES, overlay, tools } = props;
  const [unplayable, setUnplayable] = useState<File | null>(null);
  const [seen, setSeen] = useState<{ width: number; height: number } | null>(null);
  const source = usePlaySource(file, stills, file !== null && unplayable === file);
  const onUnplayable = useCallback(() => setUnplayable(file), [file]);
  const onSize = useCallback((width: number, height: number) => setSeen({ width, height }), []);
  const { width, height } = size ?? seen ?? { width: 16, height: 9 };
  const empty = source.kind === 'stills' && source.stills.length === 0;
  const label = source.kind === 'stills' ? `Stills of ${name}` : `Clip ${name}`;

  return (
    <section className={styles.player} aria-label="Player">
      <div className={styles.screen} style={{ aspectRatio: `${width} / ${height}` }}>
        {source.kind === 'video' ? (
          <VideoScreen
            key={`${source.file.name}-${source.file.size}-${source.file.lastModified}`}
            file={source.file}
            playback={playback}
            label={label}
            onUnplayable={onUnplayable}
            onSize={onSize}
          />
        ) : empty ? (
          <p className={styles.empty}>
            {file === null
              ? 'Neither the clip nor its pictures are kept with this report.'
              : 'Your browser cannot play this file.'}
          </p>
        ) : (
          <FramesScreen source={source} playback={playback} label={label} onUnplayable={onUnplayable} onSize={onSize} />
        )}
        {!empty && overlay}
        {!empty && <MomentOutlines outlines={outlines} playback={playback} size={{ width, height }} />}
      </div>
      <Transport playback={playback} disabled={empty} stillsOnly={source.kind === 'stills'} tools={tools} />
    </section>
  );
}
