import { expect, test } from 'vitest';
import { EQUAL_PROFILE } from '../../../src/domain/profile.ts';
import { DEFAULT_REASONING } from '../../../src/domain/reasoning.ts';
import { parseReport, type Report } from '../../../src/domain/report.ts';
import { evaluateWith } from '../../../src/evaluate/evaluate.ts';
import type { EvaluationEvent } from '../../../src/evaluate/evaluation.ts';
import { startDetector } from '../../../src/evaluate/workers.ts';
import { detectedJudge } from '../../../src/judges/detected/detected-judge.ts';
import { measuredJudge } from '../../../src/judges/measured/measured-judge.ts';
import { renderClip } from '../../fixtures/render-clip.ts';
import { signCentre, stopSignScene } from '../../fixtures/stop-sign-scene.ts';

const PROMPT = 'A stop sign stands in a field. A horse eats grass.';

/** As `auto` does where there is no model that reasons. */
const evaluate = evaluateWith(async () => [measuredJudge, detectedJudge(startDetector)]);

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

async function judge(file: File, prompt: string | null, controller = new AbortController()) {
  const events: EvaluationEvent[] = [];
  const settings = { judge: 'auto', gateByParents: false, profile: EQUAL_PROFILE, reasoning: DEFAULT_REASONING };
  const { report } = await evaluate(
    { file, prompt, settings },
    {
      signal: controller.signal,
      onEvent: (event) => {
        events.push(event);
        if (event.type === 'judge' && event.event.type === 'looking' && event.event.done === 2) controller.abort();
      },
    },
  );
  return { report, events };
}

function verdictOn({ questions, verdicts }: Report, entity: string) {
  const question = questions.find((one) => one.kind === 'entity_present' && one.entity === entity);
  return verdicts.find(({ questionId }) => questionId === question?.id);
}

/** Never aborted, whatever happens. */
const unstoppable = (): AbortController => Object.assign(new AbortController(), { abort: () => undefined });

test('the detectors find, in a real clip, what is there, and follow it', async () => {
  const { report, events } = await judge(await signClip(), PROMPT, unstoppable());
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
  const { report } = await judge(await signClip(), PROMPT);
  expect(report.notices.map(({ code }) => code)).toContain('stopped_early');
  expect(verdictOn(report, 'stop sign')).toMatchObject({ status: 'unassessed' });
  expect(report.verdicts.some(({ status, judge: id }) => status === 'answered' && id === 'measured')).toBe(true);
  expect(report.detections).toBeUndefined();
});

test('without a question about things they are not loaded', async () => {
  const { report, events } = await judge(await signClip(), null);
  expect(events.filter(({ type }) => type === 'judge')).toEqual([]);
  expect(report.detections).toBeUndefined();
});
