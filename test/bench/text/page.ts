import { matchQuotedText } from '../../../src/detectors/ocr/match-quoted-text.ts';
import { loadTextReader } from '../../../src/detectors/ocr/read-text.ts';
import type { TextBenchApi, TextResult } from './api.ts';
import { readClip } from './read-clip.ts';
import { renderText } from './render-text.ts';
import { TEXTS } from './text-cases.ts';

const FRAMES = 3;

const reader = await loadTextReader(new AbortController().signal);

async function measure(number: number, expected: string, shown: string, garbled: boolean): Promise<TextResult> {
  const file = await renderText(number, shown, garbled);
  const other = TEXTS[(number + 7) % TEXTS.length]?.text ?? '';
  const start = performance.now();
  const frames = await readClip(file, reader, FRAMES);
  const milliseconds = performance.now() - start;
  const matches = frames.map((lines) => matchQuotedText(expected, lines));
  return {
    shown,
    garbled,
    read: frames.map((lines) => lines.map(({ text }) => text)),
    similarity: Math.max(...matches.map(({ similarity }) => similarity)),
    isSame: matches.some(({ isSame }) => isSame),
    isOther: frames.some((lines) => matchQuotedText(other, lines).isSame),
    milliseconds,
  };
}

const api: TextBenchApi = {
  cases: TEXTS.length,
  async run(number) {
    const one = TEXTS[number];
    if (one === undefined) throw new Error(`There is no text ${number}.`);
    return [
      await measure(number, one.text, one.text, false),
      await measure(number, one.text, one.misspelt, false),
      await measure(number, one.text, one.text, true),
    ];
  },
};

window.loupeTextBench = api;
