import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './disclosure.module.css';

interface DisclosureProps {
  title: string;
  className?: string | undefined;
  children: ReactNode;
}

/** Detail for those who want it. */
export function Disclosure({ title, className, children }: DisclosureProps) {
  return (
    <details className={[styles.disclosure, className].filter(Boolean).join(' ')}>
      <summary className={styles.summary}>
        <ChevronRight aria-hidden="true" />
        {title}
      </summary>
      {children}
    </details>
  );
}
