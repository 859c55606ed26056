import { parseArgs } from 'node:util';
import { buildCheckpoint } from '../test/models/build-checkpoint.ts';
import { ensureCheckpoint } from '../test/models/ensure-checkpoint.ts';
import { PRESETS, type Preset } from '../test/models/presets.ts';
import { fromRawFile } from '../test/models/raw-weights.ts';
import { type CheckpointSpec, DTYPES, type Dtype } from '../test/models/spec.ts';
import { seeded } from '../test/models/weights.ts';
import { runCommand, UsageError } from './usage.ts';

const USAGE = `Usage: npx tsx cli/checkpoint.ts PRESET [--dtypes LIST] [--out DIR] [--weights JSON] [--tokenizer JSON] [--tied]

Builds a checkpoint for tests and benches and prints its folder.

  PRESET            ${Object.keys(PRESETS).join(', ')}
  --dtypes LIST     precisions with commas between; default: ${DTYPES.join(',')}
  --out DIR         write there; default: the cache that tests use
  --weights JSON    index of weights to take instead of random ones; the .bin of the same name holds them. Needs --out.
  --tokenizer JSON  tokenizer.json to take instead of training one. Needs --out.
  --tied            the output layer is the embedding matrix. Needs --out.`;

await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      dtypes: { type: 'string', default: DTYPES.join(',') },
      out: { type: 'string' },
      weights: { type: 'string' },
      tokenizer: { type: 'string' },
      tied: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const [name = ''] = positionals;
  if (positionals.length !== 1 || !isPreset(name)) throw new UsageError('Name one preset.');
  const dtypes = values.dtypes.split(',').map(dtypeOf);
  if (values.out === undefined) {
    if (values.weights !== undefined || values.tokenizer !== undefined || values.tied) {
      throw new UsageError('A changed preset does not belong into the cache: give --out.');
    }
    process.stdout.write(`${ensureCheckpoint(name, { dtypes })}\n`);
    return 0;
  }
  const spec: CheckpointSpec = structuredClone(PRESETS[name]);
  spec.tokenizer = values.tokenizer ?? spec.tokenizer;
  spec.text.tied ||= values.tied;
  const random = seeded(spec.seed);
  const weights = values.weights === undefined ? random : fromRawFile(values.weights, binOf(values.weights), random);
  buildCheckpoint(spec, values.out, dtypes, weights);
  process.stdout.write(`${values.out}\n`);
  return 0;
});

function isPreset(name: string): name is Preset {
  return Object.hasOwn(PRESETS, name);
}

function dtypeOf(name: string): Dtype {
  const dtype = DTYPES.find((known) => known === name);
  if (dtype === undefined) throw new UsageError(`There is no precision ${name}.`);
  return dtype;
}

function binOf(index: string): string {
  return index.replace(/\.json$/, '.bin');
}
