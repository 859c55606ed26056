import { X } from 'lucide-react';
import { IconButton } from '../common/button.tsx';
import { formatBytes } from '../format.ts';
import { Player } from '../player/player.tsx';
import { usePlayback } from '../player/use-playback.ts';
import styles from './chosen-clip.module.css';

/** The clip before it is judged: playable at once. */
export function ChosenClip({ file, onRemove }: { file: File; onRemove: () => void }) {
  const playback = usePlayback(file);
  return (
    <div className={styles.chosen}>
      <Player file={file} stills={[]} playback={playback} name={file.name} size={null} />
      <div className={styles.caption}>
        <span className={styles.name} title={file.name}>
          {file.name}
        </span>
        <span className={styles.size}>{formatBytes(file.size)}</span>
        <IconButton label="Take the clip away" onClick={onRemove}>
          <X />
        </IconButton>
      </div>
    </div>
  );
}
