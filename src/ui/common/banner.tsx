import { CircleAlert, Info, X } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './banner.module.css';
import { IconButton } from './button.tsx';

interface BannerProps {
  kind: 'error' | 'note';
  children: ReactNode;
  onDismiss: () => void;
}

/** Something the person should read, in place: errors interrupt a screen reader, notes wait their turn. */
export function Banner({ kind, children, onDismiss }: BannerProps) {
  return (
    <div className={`${styles.banner} ${styles[kind]}`} role={kind === 'error' ? 'alert' : 'status'}>
      {kind === 'error' ? <CircleAlert aria-hidden="true" /> : <Info aria-hidden="true" />}
      <div className={styles.text}>{children}</div>
      <IconButton label="Dismiss" onClick={onDismiss}>
        <X />
      </IconButton>
    </div>
  );
}
