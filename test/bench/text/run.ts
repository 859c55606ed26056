/**
 * Renders clips with known text, right, misspelt and garbled, and says what of it is read.
 *
 *   npx tsx test/bench/text/run.ts [--from N] [--json OUT]
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { JSHandle } from 'playwright';
import { openToolPage } from '../../../cli/tool-page.ts';
import type { TextBenchApi, TextResult } from './api.ts';

const { values } = parseArgs({ options: { from: { type: 'string', default: '0' }, json: { type: 'string' } } });
const { page, close } = await openToolPage('test/bench/text/index.html');
try {
  const bench = (await page.waitForFunction(() => window.loupeTextBench)) as JSHandle<TextBenchApi>;
  const count = await bench.evaluate((api) => api.cases);
  const results: TextResult[] = [];
  for (let number = Number(values.from); number < count; number++) {
    const found = await bench.evaluate((api, number) => api.run(number), number);
    results.push(...found);
    for (const { shown, garbled, similarity, isSame, read } of found) {
      const what = garbled ? `garbled ${shown}` : shown;
      const first = read.map((lines) => lines.join(' / ')).join(' | ');
      process.stdout.write(`${similarity.toFixed(3)} ${isSame ? 'same' : '    '} ${what}: ${first}\n`);
    }
  }
  report(results);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 1)}\n`);
} finally {
  await close();
}

function report(results: readonly TextResult[]): void {
  const share = (name: string, outcomes: readonly boolean[]) => {
    const good = outcomes.filter((outcome) => outcome).length;
    process.stdout.write(`${name}: ${good} of ${outcomes.length} (${((100 * good) / outcomes.length).toFixed(1)} %)\n`);
  };
  const kind = (at: number) => results.filter((_, i) => i % 3 === at);
  share(
    'right text recognised',
    kind(0).map(({ isSame }) => isSame),
  );
  share(
    'misspelling caught',
    kind(1).map(({ isSame }) => !isSame),
  );
  share(
    'garbled text caught',
    kind(2).map(({ isSame }) => !isSame),
  );
  share(
    'other text caught',
    kind(0).map(({ isOther }) => !isOther),
  );
  const times = results.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  process.stdout.write(`median time of a clip: ${Math.round(times[Math.floor(times.length / 2)] ?? 0)} ms\n`);
}
