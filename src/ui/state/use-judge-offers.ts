import { useEffect, useState } from 'react';
import { type ErrorData, LoupeError } from '../../domain/error.ts';
import type { JudgeOffer } from '../../judges/judge.ts';

export interface JudgeOffers {
  /** null until they are known. */
  offers: readonly JudgeOffer[] | null;
  /** Why they cannot be listed. */
  error: ErrorData | null;
}

/** Which judges there are, asked whenever `wanted` becomes true: a model may have come or gone since. */
export function useJudgeOffers(wanted: boolean): JudgeOffers {
  const [found, setFound] = useState<JudgeOffers>({ offers: null, error: null });

  useEffect(() => {
    // An answer that comes after the page was left is still good for the names of the judges.
    if (wanted)
      listOffers().then(
        (offers) => setFound({ offers, error: null }),
        (reason) => setFound({ offers: [], error: LoupeError.from(reason).toData() }),
      );
  }, [wanted]);

  return found;
}

/** Comes after the page has been painted, with the part of the pipeline that knows the judges. */
async function listOffers(): Promise<readonly JudgeOffer[]> {
  const { listJudges } = await import('../../evaluate/judges.ts');
  return listJudges();
}
