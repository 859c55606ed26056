import { ShieldCheck } from 'lucide-react';
import styles from './privacy.module.css';

/** What happens to the clip, and how a person can see for themselves. */
export function Privacy() {
  return (
    <details className={styles.privacy}>
      <summary className={styles.summary}>
        <ShieldCheck aria-hidden="true" />
        <span>Nothing leaves your machine.</span>
        <span className={styles.how}>How to check</span>
      </summary>
      <ul className={styles.ways}>
        <li>Turn off your network, then judge a clip: everything still works.</li>
        <li>Open your browser’s developer tools, tab Network: no request carries your clip or prompt.</li>
        <li>
          The page’s Content-Security-Policy header allows connections to its own address alone, so the browser itself
          would refuse others.
        </li>
        <li>Reports and clips up to 64 MB are kept in this browser’s storage, until you delete them below.</li>
      </ul>
    </details>
  );
}
