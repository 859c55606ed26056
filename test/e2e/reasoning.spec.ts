import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { parseReport, type Report } from '../../src/domain/report.ts';
import { chooseClip, expect, exportReport, MODELS_APP_URL, test, waitForReport } from './app-test.ts';
import { fixture, MODELS_FOLDER } from './fixtures-folder.ts';
import { npmRun } from './npm-run.ts';

/** Folder, id and name of the one model that is served. */
const MODEL = 'tiny-smolvlm';

test.use({ url: MODELS_APP_URL });

/** Has the model judge a clip; what it writes is nonsense, since its weights are random. */
async function judgeWithModel(page: Page, depth: 'Quick verdicts' | 'With reasons'): Promise<void> {
  await chooseClip(page, fixture('h264.mp4'));
  await page.getByRole('radio', { name: MODEL }).check();
  await page.getByRole('radio', { name: depth }).check();
  await page.getByRole('button', { name: 'Judge this clip' }).click();
}

/** How many answers there are already; nothing before the first. */
const answered = (page: Page) => page.getByText(/^Answering\s*[1-9]\d* of \d+$/);

function sha256Of(path: string): string {
  return createHash('sha256')
    .update(readFileSync(join(MODELS_FOLDER, MODEL, path)))
    .digest('hex');
}

/** What a report says of the one model that made it. */
function modelOf({ judges }: Report) {
  expect(judges.map(({ id }) => id)).toEqual([MODEL]);
  const model = judges[0]?.model;
  if (model === undefined) throw new Error('The report does not say what made its answers.');
  return model;
}

test('a model judges a clip with reasons, and the kept report says what made it', async ({ app }) => {
  await judgeWithModel(app, 'With reasons');
  await expect(app.getByText(`${MODEL} on the processor (wasm, q4)`).first()).toBeVisible({ timeout: 30_000 });
  // In q4 several are written at once.
  const writing = app
    .getByRole('listitem')
    .filter({ has: app.getByTitle('Being answered') })
    .first();
  await expect(writing).toHaveText(/\?.*\S{3}/, { timeout: 30_000 });
  const soFar = await writing.innerText();
  await expect.poll(() => writing.innerText()).not.toBe(soFar);
  await expect(answered(app)).toBeVisible();
  await waitForReport(app);

  const report = await exportReport(app);
  const model = modelOf(report);
  expect(model).toMatchObject({
    family: 'smolvlm',
    rung: { device: 'wasm', dtype: 'q4' },
    adapter: null,
    frameSize: { width: 64, height: 64 },
    abandoned: [],
    settings: { depth: 'reasoned' },
  });
  // An isolated page may use threads.
  expect(model.threads).toBe(Math.min(8, await app.evaluate(() => navigator.hardwareConcurrency)));
  expect(model.files.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['config.json', 'tokenizer.json', 'onnx/decoder_model_merged_q4.onnx']),
  );
  for (const { path, sha256 } of model.files) expect(sha256).toBe(sha256Of(path));
  expect(report.verdicts.map(({ questionId }) => questionId)).toEqual(report.questions.map(({ id }) => id));
  for (const verdict of report.verdicts) {
    if (verdict.status !== 'answered') throw new Error(`No answer: ${verdict.reason}`);
    expect(verdict.rationale?.ended).not.toBe('skipped');
    expect(verdict.rationale?.frames.length).toBeGreaterThan(1);
    expect(report.frames.indices).toEqual(expect.arrayContaining(verdict.rationale?.frames ?? []));
  }

  await app.reload();
  await waitForReport(app);
  await app.getByRole('button', { name: 'New clip' }).click();
  await app.getByRole('button', { name: /^h264\.mp4/ }).click();
  await waitForReport(app);
  expect(await exportReport(app)).toEqual(report);
  await app.getByText('How this report was made').click();
  await expect(app.getByText('the processor (wasm, q4)')).toBeVisible();
  await expect(app.getByText('64 × 64')).toBeVisible();
  await expect(app.getByText(`${report.frames.indices.length} of 48`)).toBeVisible();
  await expect(app.getByText(sha256Of('config.json').slice(0, 12))).toBeVisible();
});

test('cancel keeps the answers that were given', async ({ app }) => {
  await judgeWithModel(app, 'With reasons');
  await expect(answered(app)).toBeVisible({ timeout: 30_000 });
  const cancelledAt = Date.now();
  await app.getByRole('button', { name: 'Cancel' }).click();
  await waitForReport(app);
  expect(Date.now() - cancelledAt).toBeLessThan(2000);
  const report = await exportReport(app);
  expect(report.notices.map(({ code }) => code)).toEqual(['stopped_early']);
  expect(modelOf(report).rung).toEqual({ device: 'wasm', dtype: 'q4' });
  expect(report.verdicts.map(({ questionId }) => questionId)).toEqual(report.questions.map(({ id }) => id));
  const given = report.verdicts.filter(({ status }) => status === 'answered').length;
  expect(given).toBeGreaterThan(0);
  expect(given).toBeLessThan(report.questions.length);
});

test('without room in the browser the report is shown, and that it is not kept', async ({ app }) => {
  const session = await app.context().newCDPSession(app);
  const { origin } = new URL(MODELS_APP_URL);
  // For Chromium 0 means no limit, and 1 is too little for anything.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await judgeWithModel(app, 'Quick verdicts');
  await waitForReport(app);
  await expect(app.getByRole('alert')).toContainText('no room left to keep this report');
  expect(modelOf(await exportReport(app)).settings?.depth).toBe('quick');
  await app.getByRole('button', { name: 'New clip' }).click();
  await expect(app.getByRole('button', { name: /^h264\.mp4/ })).toHaveCount(0);

  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await judgeWithModel(app, 'Quick verdicts');
  await waitForReport(app);
  await expect(app.getByRole('alert')).toHaveCount(0);
});

test('the command line lists the model, and has it answer the same twice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'loupe-reasoning-'));
  try {
    const listed = npmRun('evaluate', '--models', MODELS_FOLDER, '--list-judges');
    expect(listed.status).toBe(0);
    expect(listed.stdout).toMatch(/^measured /m);
    expect(listed.stdout).toMatch(new RegExp(`^${MODEL} .*\\(wasm\\)$`, 'm'));
    const out = join(folder, 'reports.json');
    const clip = fixture('h264.mp4');
    const judge = ['--judge', MODEL, '--models', MODELS_FOLDER, '--depth', 'quick'];
    expect(npmRun('evaluate', ...judge, '--json', out, clip, clip).status).toBe(0);
    const reports = (JSON.parse(readFileSync(out, 'utf8')) as unknown[]).map(parseReport);
    const [first, second] = reports;
    if (first === undefined || second === undefined) throw new Error('There are not two reports.');
    expect(second.verdicts).toEqual(first.verdicts);
    expect(modelOf(second)).toEqual(modelOf(first));
    expect(first.verdicts.every(({ status }) => status === 'answered')).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
