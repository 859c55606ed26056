import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Clip } from '../../src/domain/clip.ts';
import type { Question } from '../../src/domain/question.ts';
import { answerScore } from '../../src/domain/scoring.ts';
import { mean } from '../../src/domain/statistics.ts';
import { ANSWERERS } from '../../src/judges/detected/answerers.ts';
import { CALIBRATION } from '../../src/judges/detected/calibration.ts';
import { DetectedEvidence } from '../../src/judges/detected/evidence.ts';
import { subjectOf } from '../../src/judges/detected/subject.ts';
import { writeQuestions } from '../../src/questions/write-questions.ts';
import { auc } from './auc.ts';
import type { LookedAt } from './look/api.ts';
import { lookAtClips } from './look-at-clips.ts';

// How well the detected judge tells whether clips show what prompts name:
//   npx tsx training/detected/validate.ts DATA_FOLDER
// DATA_FOLDER holds rater_labels_dev.csv with the columns file, prompt, main_subject_visible, and the clips it names.

const [folder = ''] = process.argv.slice(2);
const rows = (
  parse(readFileSync(join(folder, 'rater_labels_dev.csv'), 'utf8'), { columns: true }) as Record<string, string>[]
).filter(({ prompt }) => prompt !== '');
const looks = await lookAtClips(rows.map(({ file = '' }) => join(folder, file)));

/** Questions of a prompt about what it shows that the judge may answer. */
const questionsOf = new Map(
  rows.map(({ prompt = '' }) => [
    prompt,
    writeQuestions(prompt).filter(
      (one) =>
        one.dimension === 'text_to_video_alignment' &&
        ANSWERERS[one.kind] !== undefined &&
        subjectOf(one, prompt) !== null,
    ),
  ]),
);

function evidenceOf({ width, height, durationSeconds, frames }: LookedAt): DetectedEvidence {
  // Nothing else of the clip is read.
  return new DetectedEvidence({ width, height, durationSeconds } as Clip, frames, CALIBRATION);
}

function pYesOf(question: Question, prompt: string, evidence: DetectedEvidence): number | null {
  const subject = subjectOf(question, prompt);
  const answer = subject === null ? undefined : ANSWERERS[question.kind]?.(question, subject, evidence, CALIBRATION);
  return answer !== undefined && 'pYes' in answer ? answer.pYes : null;
}

/** Mean score of what the judge answers of a prompt; null where it answers nothing. */
function alignment(prompt: string, evidence: DetectedEvidence): number | null {
  return mean(
    (questionsOf.get(prompt) ?? []).flatMap((question) => {
      const pYes = pYesOf(question, prompt, evidence);
      return pYes === null ? [] : answerScore(question.polarity, pYes);
    }),
  );
}

const labelsOf = (prompt: string) =>
  new Set((questionsOf.get(prompt) ?? []).map((one) => subjectOf(one, prompt)?.label));

const own: number[] = [];
const others: number[] = [];
const otherThings: number[] = [];
const there: number[] = [];
const missing: number[] = [];
const counts = { mappable: 0, answered: 0, right: 0 };
for (const { file = '', prompt = '', main_subject_visible: visible } of rows) {
  const look = looks.get(join(folder, file));
  if (look === undefined || questionsOf.get(prompt)?.length === 0) continue;
  const evidence = evidenceOf(look);
  const score = alignment(prompt, evidence);
  if (score !== null) own.push(score);
  for (const [other, questions] of questionsOf) {
    if (other === prompt || questions.length === 0) continue;
    const swapped = alignment(other, evidence);
    if (swapped === null) continue;
    others.push(swapped);
    if (![...labelsOf(other)].some((label) => labelsOf(prompt).has(label))) otherThings.push(swapped);
  }
  // The main subject comes first in a prompt.
  const [first] = (questionsOf.get(prompt) ?? []).filter(({ kind }) => kind === 'entity_present');
  if (first === undefined || (visible !== 'yes' && visible !== 'no')) continue;
  counts.mappable++;
  const subject = subjectOf(first, prompt);
  if (subject !== null) (visible === 'yes' ? there : missing).push(evidence.presence(subject.label));
  const pYes = pYesOf(first, prompt, evidence);
  if (pYes === null) continue;
  counts.answered++;
  if (pYes > 0.5 === (visible === 'yes')) counts.right++;
}

const mappable = [...questionsOf.values()].filter((questions) => questions.length > 0).length;
const lines = [
  `prompts with a thing the detectors know: ${mappable} of ${questionsOf.size}`,
  `prompt swap, all other prompts: AUC ${auc(own, others).toFixed(3)} (${own.length} own, ${others.length} swapped)`,
  `prompt swap, prompts of other things: AUC ${auc(own, otherThings).toFixed(3)} (${otherThings.length} swapped)`,
  `main subject there or missing: AUC ${auc(there, missing).toFixed(3)} (${there.length} there, ${missing.length} missing)`,
  `main subject visible: ${((100 * counts.right) / counts.answered).toFixed(1)} % right of the answered`,
  `  answered: ${counts.answered} of ${counts.mappable}`,
];
process.stdout.write(`${lines.join('\n')}\n`);
