import { Clapperboard } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { useFilePicker } from '../common/use-file-picker.ts';
import styles from './drop-area.module.css';

const ACCEPT = 'video/*,.mkv,.ts,.avi,.mov,image/gif,image/webp,image/avif';

interface DropAreaProps {
  ref: Ref<HTMLButtonElement>;
  /** Whether files are being dragged over the page. */
  over: boolean;
  onFiles: (files: File[]) => void;
  /** The clip that was chosen, in place of the invitation. */
  children: ReactNode;
}

/** Where a clip goes: drop it anywhere on the page, paste it, or choose it by click or key here. */
export function DropArea({ ref, over, onFiles, children }: DropAreaProps) {
  const choose = useFilePicker(ACCEPT, onFiles);
  if (children !== null) return <div className={over ? styles.over : undefined}>{children}</div>;
  return (
    <button ref={ref} type="button" className={`${styles.area} ${over ? styles.over : ''}`} onClick={choose}>
      <Clapperboard aria-hidden="true" />
      <span className={styles.title}>Drop a clip here, or click to choose one</span>
      <span className={styles.hint}>You can also paste a file. MP4, MOV, WebM, MKV, TS, AVI, GIF, WebP, AVIF.</span>
    </button>
  );
}
