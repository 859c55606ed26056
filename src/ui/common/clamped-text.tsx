import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './clamped-text.module.css';

interface ClampedTextProps {
  /** Untrusted text, or such text with links in it. */
  children: ReactNode;
  lines: number;
  className?: string | undefined;
}

/** Text of unknown length in a few lines, with a way to read the rest. */
export function ClampedText({ children, lines, className }: ClampedTextProps) {
  const paragraph = useRef<HTMLParagraphElement>(null);
  const [long, setLong] = useState(false);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    const element = paragraph.current;
    if (element === null || open) return;
    const observer = new ResizeObserver(() => setLong(element.scrollHeight > element.clientHeight + 1));
    observer.observe(element);
    return () => observer.disconnect();
  }, [open]);

  const style: CSSProperties = open ? {} : { WebkitLineClamp: lines };
  return (
    <div className={className}>
      <p ref={paragraph} className={open ? styles.open : styles.clamped} style={style}>
        {children}
      </p>
      {(long || open) && (
        <button type="button" className={styles.more} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Show less' : 'Show all'}
        </button>
      )}
    </div>
  );
}
