import type { Rung } from '../src/domain/reasoning.ts';
import type { HeadlessEvent } from '../src/headless-api.ts';
import type { JudgeEvent } from '../src/judges/judge.ts';

/** What a run is doing, in a few words for a line on a terminal. */
export function eventWords(event: HeadlessEvent): string {
  if (event.type === 'judge') return `${event.judge} ${judgeWords(event.event)}`;
  const { stage, done, total } = event.progress;
  const left = event.remainingSeconds;
  return [
    stage,
    ...(total > 0 ? [`${done}/${total}`] : []),
    ...(left !== null && left >= 1 ? [`about ${timeWords(left)} left`] : []),
  ].join(' ');
}

function judgeWords(event: JudgeEvent): string {
  switch (event.type) {
    case 'loading': {
      const { rung, loadedBytes, totalBytes } = event;
      const share = totalBytes > 0 ? ` ${Math.min(100, Math.floor((100 * loadedBytes) / totalBytes))} %` : '';
      return `${rungWords(rung)}: loading${share}`;
    }
    case 'checking':
      return `${rungWords(event.rung)}: checking`;
    case 'looking':
    case 'answering':
      return `${rungWords(event.rung)}: ${event.type} ${event.done} of ${event.total}`;
    case 'abandoned':
      return `${rungWords(event.rung)}: given up. ${event.error.message}`;
    case 'rationale':
      return 'writing a rationale';
  }
}

function rungWords({ device, dtype }: Rung): string {
  return `on ${device}${dtype === '' ? '' : ` ${dtype}`}`;
}

function timeWords(seconds: number): string {
  return seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}
