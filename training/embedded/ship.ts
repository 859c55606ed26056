/**
 * Builds the folder of the embedded model from trained weights and says on its card how well it did:
 *
 *   npx tsx training/embedded/ship.ts NAME RUN_FOLDER WEIGHTS.json
 *
 * NAME is a row of RUN_FOLDER/results.json (evaluate.py); WEIGHTS.json is what export_weights.py wrote. Writes public/models/loupe-small
 * in q4 and q8. `npm run models -- remember loupe-small` has to follow.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { hashFile, writeCard } from '../../cli/model-hashes.ts';
import { MODELS } from '../../cli/paths.ts';
import { type ModelCard, modelCardSchema } from '../../src/models/model-card.ts';
import { buildCheckpoint } from '../../test/models/build-checkpoint.ts';
import { PRESETS } from '../../test/models/presets.ts';
import { fromRawFile } from '../../test/models/raw-weights.ts';
import { seeded } from '../../test/models/weights.ts';
import { FRAMES_PER_VIEW } from '../data/triples/views.ts';

const ID = 'loupe-small';
const CALIBRATION_VERSION = '1';

const mannerSchema = z.object({
  kinds: z.record(z.string(), z.object({ accuracy: z.number(), calibrationError: z.number(), clips: z.int() })),
  calibration: z.record(z.string(), z.object({ scale: z.number(), shift: z.number() })),
});
const rowSchema = z.object({ quick: mannerSchema, reasoned: mannerSchema });

const [name, run, index] = process.argv.slice(2);
if (name === undefined || run === undefined || index === undefined) {
  process.stderr.write('usage: ship.ts NAME RUN_FOLDER WEIGHTS.json\n');
  process.exit(2);
}
const rows = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(join(run, 'results.json'), 'utf8')));
const { quick, reasoned } = rowSchema.parse(rows[name]);

const folder = join(MODELS, ID);
rmSync(folder, { recursive: true, force: true });
const preset = PRESETS[ID];
const weights = fromRawFile(index, index.replace(/\.json$/, '.bin'), seeded(preset.seed));
buildCheckpoint({ ...preset, tokenizer: join(run, 'tokenizer.json') }, folder, ['q4', 'q8'], weights);

const card: ModelCard = modelCardSchema.parse({
  id: ID,
  name: 'Loupe small',
  description:
    'A small model that comes with Loupe and was trained by it. It judges what pictures alone show, such as blur, noise, light and ' +
    'colour, and knows nothing of the world: for what a prompt asks, get a larger model.',
  licence: 'MIT',
  source: 'training/README.md',
  fallback: true,
  framesPerView: FRAMES_PER_VIEW,
  kinds: reasoned.kinds,
  calibration: { version: CALIBRATION_VERSION, kinds: reasoned.calibration, atOnce: quick.calibration },
  sha256: await hashes(),
});
writeCard(folder, card);
process.stdout.write(`${folder}\n`);

/** Of what is loaded, by path. */
async function hashes(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(json|onnx)$/.test(path),
  );
  for (const path of paths.sort()) found[path.replaceAll('\\', '/')] = await hashFile(join(folder, path));
  return found;
}
