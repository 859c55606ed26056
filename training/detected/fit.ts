import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../../cli/files-below.ts';
import { PROJECT_ROOT } from '../../cli/paths.ts';
import { CALIBRATION } from '../../src/judges/detected/calibration.ts';
import { fitCount } from './fit-count.ts';
import { fitPresence } from './fit-presence.ts';
import { labelledLooks } from './labelled-looks.ts';

// Fits the detected judge's calibration to what people saw in clips:
//   npx tsx training/detected/fit.ts CLIPS_FOLDER…
// Only clips that labels/people-and-things.csv names are used.

const looks = await labelledLooks(process.argv.slice(2).flatMap((folder) => filesBelow(folder)));
// Motion is fitted by fit-motion.ts; what relations, permanence and the text reader are worth is measured by test/bench/relations, things and text.
const { motion, relation, framing, permanence, text } = CALIBRATION;
const calibration = {
  version: '5',
  presence: fitPresence(looks),
  count: fitCount(looks),
  motion,
  relation,
  framing,
  permanence,
  text,
};
const target = join(PROJECT_ROOT, 'src/judges/detected/calibration.json');
writeFileSync(target, `${JSON.stringify(calibration, null, 2)}\n`);
process.stdout.write(`${JSON.stringify(calibration, null, 2)}\n`);
