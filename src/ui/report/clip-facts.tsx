import type { RefObject } from 'react';
import type { Report } from '../../domain/report.ts';
import { formatTime } from '../../domain/time.ts';
import { ClampedText } from '../common/clamped-text.tsx';
import { formatCount, formatNumber } from '../format.ts';
import styles from './clip-facts.module.css';

interface ClipFactsProps {
  report: Report;
  /** Takes the focus when the report appears. */
  headingRef: RefObject<HTMLHeadingElement | null>;
}

/** Which clip this is, what it was made from, and what could not be read of it. */
export function ClipFacts({ report, headingRef }: ClipFactsProps) {
  const { clip, prompt, notices } = report;
  const facts = [
    clip.container === clip.codec ? clip.container : `${clip.container}, ${clip.codec}`,
    `${clip.width} × ${clip.height}`,
    formatTime(clip.durationSeconds),
    `${clip.frameCountExact ? '' : 'about '}${formatCount(clip.frameCount, 'frame')}`,
    ...(clip.frameRate === null
      ? []
      : [`${formatNumber(clip.frameRate)} fps${clip.variableFrameRate ? ' (varies)' : ''}`]),
  ];
  return (
    <div className={styles.facts}>
      <h1 ref={headingRef} tabIndex={-1} className={styles.name} title={clip.name}>
        {clip.name}
      </h1>
      <p className={styles.file}>{facts.join('  ·  ')}</p>
      {prompt !== null ? (
        <ClampedText className={styles.prompt} lines={3}>
          {prompt}
        </ClampedText>
      ) : (
        <p className={styles.file}>Judged without a prompt.</p>
      )}
      {notices.length > 0 && (
        <ul className={styles.notices}>
          {notices.map(({ code, message }) => (
            <li key={`${code}-${message}`}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
