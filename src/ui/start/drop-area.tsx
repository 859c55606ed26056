import { Clapperboard } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useFilePicker } from '../common/use-file-picker.ts';
import styles from './drop-area.module.css';
import { filesOf } from './dropped-files.ts';

const ACCEPT = 'video/*,.mkv,.ts,.avi,.mov,image/gif,image/webp,image/avif';

interface DropAreaProps {
  onFiles: (files: File[]) => void;
  /** The clip that was chosen, in place of the invitation. */
  children: ReactNode;
}

/** Takes a clip by drop anywhere on the page, by click or key on the area, and by paste. */
export function DropArea({ onFiles, children }: DropAreaProps) {
  const [over, setOver] = useState(false);
  const latest = useRef(onFiles);
  const choose = useFilePicker(ACCEPT, onFiles);

  useEffect(() => {
    latest.current = onFiles;
  }, [onFiles]);

  useEffect(() => {
    const take = (transfer: DataTransfer | null) => {
      if (transfer === null || !transfer.types.includes('Files')) return false;
      filesOf(transfer).then(
        (files) => files.length > 0 && latest.current(files),
        () => undefined,
      );
      return true;
    };
    const onDragOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      if (take(event.dataTransfer)) event.preventDefault();
    };
    const onPaste = (event: ClipboardEvent) => {
      if (take(event.clipboardData)) event.preventDefault();
    };
    document.addEventListener('dragover', onDragOver);
    document.addEventListener('dragleave', onDragLeave);
    document.addEventListener('drop', onDrop);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('dragover', onDragOver);
      document.removeEventListener('dragleave', onDragLeave);
      document.removeEventListener('drop', onDrop);
      document.removeEventListener('paste', onPaste);
    };
  }, []);

  if (children !== null) return <div className={over ? styles.over : undefined}>{children}</div>;
  return (
    <button type="button" className={`${styles.area} ${over ? styles.over : ''}`} onClick={choose}>
      <Clapperboard aria-hidden="true" />
      <span className={styles.title}>Drop a clip here, or click to choose one</span>
      <span className={styles.hint}>You can also paste a file. MP4, MOV, WebM, MKV, TS, AVI, GIF, WebP, AVIF.</span>
    </button>
  );
}
