import { memo } from 'react';
import type { SignalSeries } from '../../domain/signal.ts';
import { Disclosure } from '../common/disclosure.tsx';
import { formatQuantity, formatUsual } from '../format.ts';
import styles from './timeline.module.css';
import { worseText } from './track-text.ts';

/** The tracks as a table of words. */
export const SignalWords = memo(function SignalWords({ signals }: { signals: readonly SignalSeries[] }) {
  return (
    <Disclosure title="Signals in words">
      <dl className={styles.words}>
        {signals.map((signal) => (
          <div key={signal.id}>
            <dt>{signal.name}</dt>
            <dd>
              {signal.summary === null
                ? 'Nothing could be measured.'
                : `${formatQuantity(signal.summary, signal.unit)} over the clip, usual ${formatUsual(signal.usual, signal.unit)}. ${worseText(signal)}`}
            </dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
});
