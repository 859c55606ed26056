import { expect, test } from 'vitest';
import { parseReport, type Report } from '../../../src/domain/report.ts';
import { renderClip } from '../../fixtures/render-clip.ts';
import type { Scene } from '../../fixtures/scene.ts';
import { judgeWithDetectors } from './judge-with-detectors.ts';

/** A board in the upper left that says something, in front of a wall. */
const boardScene =
  (text: string): Scene =>
  (context, { timeSeconds, width, height }) => {
    context.fillStyle = 'rgb(120 100 90)';
    context.fillRect(0, 0, width, height);
    context.fillStyle = 'rgb(30 60 50)';
    context.fillRect(0.05 * width, 0.08 * height, 0.4 * width, 0.3 * height);
    context.fillStyle = 'rgb(240 235 220)';
    context.font = `bold ${0.14 * height}px sans-serif`;
    context.textBaseline = 'middle';
    context.fillText(text, (0.1 + 0.01 * timeSeconds) * width, 0.23 * height);
  };

const clipOf = (text: string) =>
  renderClip({
    container: 'mp4',
    codec: 'avc',
    width: 640,
    height: 360,
    frames: 20,
    frameRate: 10,
    bitrate: 2_000_000,
    scene: boardScene(text),
  });

function verdictOnText({ questions, verdicts }: Report) {
  const question = questions.find(({ kind }) => kind === 'rendered_text');
  const verdict = verdicts.find(({ questionId }) => questionId === question?.id);
  if (verdict?.status !== 'answered') throw new Error('There is no answer.');
  return verdict;
}

test('the text that a prompt quotes is read, and one wrong letter noticed', async () => {
  const file = await clipOf('OPEN');
  const { report, events } = await judgeWithDetectors(file, 'A board that says "OPEN".');
  const right = verdictOnText(report);
  expect(right).toMatchObject({ judge: 'detected' });
  expect(right.pYes).toBeGreaterThan(0.8);
  expect(right.reason).toMatch(/^“OPEN” is read at 0:01\.0, in the upper left\./u);
  const [{ box = null, frames = [] } = {}] = right.moments;
  expect(frames).toEqual([10]);
  if (box === null) throw new Error('The moment has no box.');
  expect(Math.abs(box.x - 0.11)).toBeLessThan(0.03);
  expect(Math.abs(box.y + box.height / 2 - 0.23)).toBeLessThan(0.03);
  expect(box.width).toBeLessThan(0.4);
  expect(parseReport(JSON.parse(JSON.stringify(report)))).toEqual(report);
  const { model } = report.judges.find(({ id }) => id === 'detected') ?? {};
  expect(model?.files.map(({ path }) => path)).toContain('ch_PP-OCRv4_rec_infer.onnx');
  expect(model?.files.map(({ path }) => path)).not.toContain('nanodet.onnx');
  const loading = events.flatMap((event) =>
    event.type === 'judge' && event.event.type === 'loading' ? [event.event] : [],
  );
  expect(loading.at(-1)?.loadedBytes).toBe(loading.at(-1)?.totalBytes);

  const wrong = verdictOnText((await judgeWithDetectors(file, 'A board that says "OPEM".')).report);
  expect(wrong.pYes).toBeLessThan(0.3);
  expect(wrong.reason).toContain('“OPEM” is not read in any of 5 frames; most like it is “OPEN”');
  expect(wrong.moments).toHaveLength(1);
});

test('a misspelling in the clip is noticed, and a clip without text', async () => {
  const misspelt = verdictOnText((await judgeWithDetectors(await clipOf('OPEM'), 'A board that says "OPEN".')).report);
  expect(misspelt.pYes).toBeLessThan(0.3);
  expect(misspelt.reason).toContain('most like it is “OPEM”');
  const empty = verdictOnText((await judgeWithDetectors(await clipOf(''), 'A board that says "OPEN".')).report);
  expect(empty.pYes).toBeLessThan(0.5);
  expect(empty.reason).toContain('No text is read in any of 5 frames');
  expect(empty.moments).toEqual([]);
});

test('a run that is stopped while it reads keeps what was measured', async () => {
  const { report } = await judgeWithDetectors(await clipOf('OPEN'), 'A board that says "SHUT".', { stopAfter: 2 });
  expect(report.notices.map(({ code }) => code)).toContain('stopped_early');
  const question = report.questions.find(({ kind }) => kind === 'rendered_text');
  expect(report.verdicts.find(({ questionId }) => questionId === question?.id)).toMatchObject({ status: 'unassessed' });
  expect(report.verdicts.some(({ status, judge }) => status === 'answered' && judge === 'measured')).toBe(true);
});
