/**
 * Judges each rated clip by a calibration that was fitted without its prompt, and writes the reports' scores:
 *
 *   npx tsx training/measured/cross-validate.ts <options of fit.ts> --json OUT.json
 *
 * OUT.json is an array of {clip, prompt, dimensions}, enough to correlate with ratings.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { EQUAL_PROFILE } from '../../src/domain/profile.ts';
import { DEFAULT_REASONING } from '../../src/domain/reasoning.ts';
import { computeScores } from '../../src/domain/scoring.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { makeMeasuredJudge } from '../../src/judges/measured/measured-judge.ts';
import { CLIP_QUESTIONS } from '../../src/questions/clip-questions.ts';
import { calibrate } from './calibrate.ts';
import { readTables } from './tables.ts';

const { values } = parseArgs({
  options: {
    'ratings-reports': { type: 'string' },
    ratings: { type: 'string' },
    'defect-reports': { type: 'string' },
    defects: { type: 'string' },
    json: { type: 'string', default: 'cross-validated.json' },
  },
});

const tables = readTables(values);
const signal = new AbortController().signal;
const promptOf = (name: string): string | null => tables.ratings.labels.get(name)?.prompt ?? null;
const prompts = new Set(tables.ratings.clips.map(({ clip }) => promptOf(clip.name)));
const reports = [];
for (const prompt of prompts) {
  if (prompt === null) continue;
  const judge = makeMeasuredJudge(calibrate(tables, 'left-out', prompt));
  for (const { clip, signals } of tables.ratings.clips.filter((found) => promptOf(found.clip.name) === prompt)) {
    const session = await judge.open(
      { clip, prompt, signals, frames: { timesSeconds: [], indices: [], runs: [] }, pictures: async () => [] },
      { settings: DEFAULT_REASONING, onEvent: () => undefined },
      signal,
    );
    const verdicts: Verdict[] = [];
    for await (const verdict of session.answer(CLIP_QUESTIONS, [], signal)) verdicts.push(verdict);
    session.close();
    const { dimensions } = computeScores(CLIP_QUESTIONS, verdicts, { profile: EQUAL_PROFILE, gateByParents: false });
    reports.push({ clip, prompt, dimensions });
  }
}
writeFileSync(values.json, JSON.stringify(reports));
