import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { JSHandle } from 'playwright';
import type { BenchApi, BenchResult } from '../test/bench/api.ts';
import { CHECKPOINT_CACHE, ensureCheckpoint } from '../test/models/ensure-checkpoint.ts';
import { PRESETS, type Preset } from '../test/models/presets.ts';
import { DTYPES, type Dtype } from '../test/models/spec.ts';
import { watchPeakMemory } from './peak-memory.ts';
import { openToolPage } from './tool-page.ts';
import { checkWritable, runCommand, UsageError } from './usage.ts';

const USAGE = `Usage: npm run --silent bench -- [--only NAME] [--json OUT] [--checkpoint PRESET] [--dtype DTYPE]

  --only NAME          one bench instead of all
  --json OUT           write [{name, ratio, baseline_ms, ours_ms, note}] there
  --checkpoint PRESET  for benches of a model, built when first needed: smolvlm2-256m (default) or another preset
  --dtype DTYPE        precision of its weights: q8 (default), q4 or fp32`;

await runCommand(USAGE, async () => {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      json: { type: 'string' },
      checkpoint: { type: 'string', default: 'smolvlm2-256m' },
      dtype: { type: 'string', default: 'q8' },
    },
  });
  const preset = oneOf(Object.keys(PRESETS) as Preset[], values.checkpoint, 'checkpoint');
  const dtype: Dtype = oneOf(DTYPES, values.dtype, 'precision');
  if (values.json !== undefined) checkWritable(values.json);
  const { browser, page, close } = await openToolPage('test/bench/index.html', { models: CHECKPOINT_CACHE });
  try {
    await page.exposeFunction('loupePeakMemory', await watchPeakMemory(browser));
    const bench = (await page.waitForFunction(() => window.loupeBench)) as JSHandle<BenchApi>;
    const all = await bench.evaluate((api) => api.names);
    const names = values.only === undefined ? all : [oneOf(all, values.only, 'bench')];
    const results: BenchResult[] = [];
    for (const name of names) {
      process.stderr.write(`${name} … `);
      if (await bench.evaluate((api, name) => api.needsCheckpoint(name), name))
        ensureCheckpoint(preset, { dtypes: [dtype] });
      const result = await bench.evaluate((api, { name, checkpoint }) => api.run(name, checkpoint), {
        name,
        checkpoint: { preset, dtype },
      });
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

function oneOf<Name extends string>(names: readonly Name[], wanted: string, what: string): Name {
  const found = names.find((name) => name === wanted);
  if (found === undefined) throw new UsageError(`There is no ${what} called ${wanted}; there are ${names.join(', ')}.`);
  return found;
}
