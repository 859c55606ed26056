import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { JSHandle } from 'playwright';
import type { BenchApi, BenchResult } from '../test/bench/api.ts';
import { openToolPage } from './tool-page.ts';
import { checkWritable, runCommand, UsageError } from './usage.ts';

const USAGE = `Usage: npm run --silent bench -- [--only NAME] [--json OUT]

  --only NAME   one bench instead of all
  --json OUT    write [{name, ratio, baseline_ms, ours_ms, note}] there`;

await runCommand(USAGE, async () => {
  const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } });
  if (values.json !== undefined) checkWritable(values.json);
  const { page, close } = await openToolPage('test/bench/index.html');
  try {
    const bench = (await page.waitForFunction(() => window.loupeBench)) as JSHandle<BenchApi>;
    const all = await bench.evaluate((api) => api.names);
    if (values.only !== undefined && !all.includes(values.only)) {
      throw new UsageError(`There is no bench called ${values.only}; there are ${all.join(', ')}.`);
    }
    const results: BenchResult[] = [];
    for (const name of values.only === undefined ? all : [values.only]) {
      process.stderr.write(`${name} … `);
      const result = await bench.evaluate((api, name) => api.run(name), name);
      results.push(result);
      process.stderr.write(
        `${result.ratio} times (${result.baseline_ms} ms against ${result.ours_ms} ms; ${result.note})\n`,
      );
    }
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 1)}\n`);
  } finally {
    await close();
  }
  return 0;
});
