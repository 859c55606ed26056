/**
 * Fits the calibration of the measured judge.
 *
 *   npx tsx training/measured/fit.ts --ratings-reports R.json --ratings R.csv [--defect-reports D.json --defects D.csv]
 *
 * R.json, D.json: reports of the labelled clips (`npm run evaluate -- --judge measured --json`). R.csv: columns file, prompt,
 * ratings 1–5 and yes/no answers. D.csv: columns file, prompt (the undamaged clip), one yes/no column per kind, as
 * make-defects.ts writes it. Writes src/judges/measured/calibration.json and prints each model's accuracy and expected
 * calibration error, which are leave-one-prompt-out.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { calibrate } from './calibrate.ts';
import { readTables } from './tables.ts';

const { values } = parseArgs({
  options: {
    'ratings-reports': { type: 'string' },
    ratings: { type: 'string' },
    'defect-reports': { type: 'string' },
    defects: { type: 'string' },
    version: { type: 'string', default: '6' },
  },
});

const calibration = calibrate(readTables(values), values.version);
const target = new URL('../../src/judges/measured/calibration.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(calibration, null, 2)}\n`);
for (const [kind, model] of Object.entries(calibration.kinds))
  process.stdout.write(
    `${kind}: accuracy ${model.accuracy}, calibration error ${model.calibrationError}, ${model.fittedTo}\n`,
  );
