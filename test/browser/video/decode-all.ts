import type { FrameBudget } from '../../../src/video/budget.ts';
import type { OpenedClip } from '../../../src/video/decode-session.ts';
import { DecodeSession, type FrameBatch, type PlanSummary } from '../../../src/video/decode-session.ts';

export interface DecodedClip extends OpenedClip, FrameBatch {
  plan: PlanSummary;
}

/** Takes a file through a whole session. Notices of all steps are put together. */
export async function decodeAll(file: File, budget?: Partial<FrameBudget>): Promise<DecodedClip> {
  const session = new DecodeSession();
  try {
    const { clip, notices } = await session.open(file);
    const plan = await session.start(budget);
    const result: DecodedClip = { clip, notices: [...notices], plan, frames: [], stills: [] };
    for (let batch = await session.next(); batch; batch = await session.next()) {
      result.frames.push(...batch.frames);
      result.stills.push(...batch.stills);
      result.notices.push(...batch.notices);
    }
    return result;
  } finally {
    await session.close();
  }
}
