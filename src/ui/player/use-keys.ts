import { useEffect } from 'react';
import type { Playback } from './playback.ts';

/** The keys of the page, as the dialog lists them. */
export const KEYS: readonly (readonly [string, string])[] = [
  ['Space', 'Play or pause'],
  ['← →', 'One frame back or on'],
  ['Shift + ← →', 'Ten frames back or on'],
  ['Home, End', 'First or last frame'],
  ['[', 'Start of the repeated stretch'],
  [']', 'End of the repeated stretch'],
  ['Esc', 'Stop repeating'],
  ['?', 'This list'],
];

/** Lets the keyboard move the clip from anywhere on the page, except where a control needs the key itself. */
export function useKeys(playback: Playback, onHelp: () => void): void {
  useEffect(() => {
    const actions = new Map<string, (event: KeyboardEvent) => void>([
      [' ', () => playback.toggle()],
      ['ArrowLeft', ({ shiftKey }) => playback.step(shiftKey ? -10 : -1)],
      ['ArrowRight', ({ shiftKey }) => playback.step(shiftKey ? 10 : 1)],
      ['Home', () => playback.seekFirst()],
      ['End', () => playback.seekLast()],
      ['[', () => playback.markLoop('start')],
      [']', () => playback.markLoop('end')],
      ['Escape', () => playback.setLoop(null)],
      ['?', onHelp],
    ]);
    const onKeyDown = (event: KeyboardEvent) => {
      const action = actions.get(event.key);
      if (action === undefined || event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return;
      event.preventDefault();
      action(event);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [playback, onHelp]);
}

function isTaken({ target, key, defaultPrevented }: KeyboardEvent): boolean {
  if (defaultPrevented || !(target instanceof Element)) return true;
  if (target.closest('input, select, textarea, dialog, [contenteditable]') !== null) return true;
  return key === ' ' && target.closest('button, summary, a') !== null;
}
