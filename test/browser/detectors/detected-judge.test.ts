import { expect, test } from 'vitest';
import { parseReport, type Report } from '../../../src/domain/report.ts';
import { renderClip } from '../../fixtures/render-clip.ts';
import { signCentre, stopSignScene } from '../../fixtures/stop-sign-scene.ts';
import { judgeWithDetectors } from './judge-with-detectors.ts';

const PROMPT = 'A stop sign stands in a field. A horse eats grass.';

const signClip = () =>
  renderClip({
    container: 'mp4',
    codec: 'avc',
    width: 640,
    height: 360,
    frames: 20,
    frameRate: 10,
    bitrate: 2_000_000,
    scene: stopSignScene,
  });

function verdictOn({ questions, verdicts }: Report, entity: string) {
  const question = questions.find((one) => one.kind === 'entity_present' && one.entity === entity);
  return verdicts.find(({ questionId }) => questionId === question?.id);
}

test('the detectors find, in a real clip, what is there, and follow it', async () => {
  const { report, events } = await judgeWithDetectors(await signClip(), PROMPT);
  const sign = verdictOn(report, 'stop sign');
  expect(sign).toMatchObject({ status: 'answered', judge: 'detected', tracks: ['stop sign 1'] });
  expect(sign?.status === 'answered' && sign.pYes).toBeGreaterThan(0.75);
  const horse = verdictOn(report, 'horse');
  expect(horse?.status === 'answered' && horse.pYes).toBeLessThan(0.25);

  const track = report.detections?.tracks.find(({ id }) => id === 'stop sign 1');
  expect(track?.points.length).toBeGreaterThanOrEqual(18);
  for (const { box, timeSeconds } of track?.points ?? []) {
    expect(Math.abs(box.x + box.width / 2 - 640 * signCentre(timeSeconds))).toBeLessThan(15);
    expect(Math.abs(box.height - 144)).toBeLessThan(30);
  }

  expect(parseReport(JSON.parse(JSON.stringify(report)))).toEqual(report);
  const { model } = report.judges.find(({ id }) => id === 'detected') ?? {};
  expect(model?.files.map(({ sha256 }) => sha256.length)).toEqual([64, 64]);
  const steps = events.flatMap((event) => (event.type === 'judge' ? [event.event.type] : []));
  expect([...new Set(steps)]).toEqual(['loading', 'looking']);
});

test('a run that is stopped while they look keeps what was measured', async () => {
  const { report } = await judgeWithDetectors(await signClip(), PROMPT, { stopAfter: 2 });
  expect(report.notices.map(({ code }) => code)).toContain('stopped_early');
  expect(verdictOn(report, 'stop sign')).toMatchObject({ status: 'unassessed' });
  expect(report.verdicts.some(({ status, judge: id }) => status === 'answered' && id === 'measured')).toBe(true);
  expect(report.detections).toBeUndefined();
});

test('without a question about things they are not loaded', async () => {
  const { report, events } = await judgeWithDetectors(await signClip(), null);
  expect(events.filter(({ type }) => type === 'judge')).toEqual([]);
  expect(report.detections).toBeUndefined();
});
