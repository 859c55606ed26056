import type { Still } from '../../domain/frame.ts';
import type { Rationale } from '../../domain/reasoning.ts';
import type { Report } from '../../domain/report.ts';
import { Disclosure } from '../common/disclosure.tsx';
import type { EvidenceCommands } from './evidence-commands.ts';
import detail from './question-detail.module.css';
import { endWords, readingWords, viewWords } from './rationale-words.ts';
import { SeenFrames } from './seen-frames.tsx';

interface RationaleFactsProps {
  rationale: Rationale;
  stills: readonly Still[];
  frames: Report['frames'];
  evidence: EvidenceCommands;
}

/** How a model came to its answer: what it believed before and after its reason, how that ended, and what it saw. */
export function RationaleFacts({ rationale, stills, frames, evidence }: RationaleFactsProps) {
  const { before, after, votes } = rationale;
  const end = endWords(rationale);
  return (
    <>
      {end !== null && <p>{end}</p>}
      {(after !== null || votes !== null) && (
        <dl className={detail.measured}>
          {after !== null && (
            <div>
              <dt>Probability of yes</dt>
              <dd>
                {before !== null && <span>{readingWords(before)} before the reason</span>}
                <strong>{readingWords(after)} after it</strong>
              </dd>
            </div>
          )}
          {votes !== null && (
            <div>
              <dt>Votes of sampled reasons</dt>
              <dd>
                <strong>
                  {votes.yes} yes, {votes.no} no
                </strong>
              </dd>
            </div>
          )}
        </dl>
      )}
      <Disclosure title={`It saw ${viewWords(rationale)}`}>
        <SeenFrames indices={rationale.frames} stills={stills} frames={frames} evidence={evidence} />
      </Disclosure>
    </>
  );
}
