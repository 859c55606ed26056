import type { AppCommands } from '../state/app-commands.ts';
import type { Draft } from '../state/app-state.ts';
import { asksFallback, includesReasons } from '../state/judge-offers.ts';
import type { JudgeOffers } from '../state/use-judge-offers.ts';
import { JudgeChoice } from './judge-choice.tsx';
import styles from './judging.module.css';
import { LargerModelNote } from './larger-model-note.tsx';
import { ReasoningChoice } from './reasoning-choice.tsx';
import { useKeptHeight } from './use-kept-height.ts';

interface JudgingProps extends JudgeOffers {
  draft: Draft;
  changeDraft: AppCommands['changeDraft'];
}

/** Who judges, and how. It fills up once the judges are known; its place is kept. */
export function Judging({ draft, offers, error, changeDraft }: JudgingProps) {
  const place = useKeptHeight<HTMLDivElement>('loupe.judging', offers !== null);
  return (
    <div ref={place} className={`${styles.judging} ${offers === null ? styles.waiting : ''}`}>
      <JudgeChoice value={draft.judge} offers={offers} error={error} onChange={(judge) => changeDraft({ judge })} />
      {offers !== null && asksFallback(draft.judge, offers) && <LargerModelNote />}
      {offers !== null && includesReasons(draft.judge, offers) && (
        <ReasoningChoice value={draft.reasoning} onChange={(reasoning) => changeDraft({ reasoning })} />
      )}
    </div>
  );
}
