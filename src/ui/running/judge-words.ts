import { formatBytes } from '../format.ts';
import type { JudgeWork } from '../state/run.ts';

/** What a judge is doing, as a person would say it: the step, and how far it is where that is known. */
export function workWords(work: JudgeWork): { step: string; count: string } {
  switch (work.type) {
    case 'loading': {
      const { loadedBytes, totalBytes } = work;
      const count = totalBytes > 0 ? `${formatBytes(loadedBytes)} of ${formatBytes(totalBytes)}` : '';
      return { step: 'Loading the model', count };
    }
    case 'checking':
      return { step: 'Checking that it computes right on this machine', count: '' };
    case 'looking':
      return { step: 'Looking at the frames', count: ofTotal(work) };
    case 'answering':
      return { step: 'Answering', count: ofTotal(work) };
  }
}

function ofTotal({ done, total }: { done: number; total: number }): string {
  return total > 0 ? `${done} of ${total}` : '';
}

/** How much of the step is done, 0..1. */
export function workShare(work: JudgeWork): number {
  if (work.type === 'checking') return 1;
  const [done, total] = work.type === 'loading' ? [work.loadedBytes, work.totalBytes] : [work.done, work.total];
  return total > 0 ? Math.min(1, done / total) : 0;
}
