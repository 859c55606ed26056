import { DIMENSION_TEXT } from '../../src/domain/dimension.ts';
import { chooseClip, expect, exportReport, test, waitForReport } from './app-test.ts';
import { fixture } from './fixtures-folder.ts';

test('a clip and its prompt become a report that survives a reload', async ({ app }) => {
  await chooseClip(app, fixture('h264.mp4'));
  await app.getByRole('textbox', { name: 'Prompt' }).fill('A red ball circles in front of a blue sky, static camera');
  await app.getByRole('button', { name: 'Judge this clip' }).click();
  await waitForReport(app);
  for (const { name } of Object.values(DIMENSION_TEXT)) {
    await expect(app.getByRole('heading', { name, exact: true }).first()).toBeVisible();
  }
  const report = await exportReport(app);
  expect(report.clip).toMatchObject({ name: 'h264.mp4', width: 320, height: 180, frameCount: 48 });
  expect(report.prompt).toContain('red ball');
  expect(report.verdicts.length).toBe(report.questions.length);

  await app.reload();
  await waitForReport(app);
  expect(await exportReport(app)).toEqual(report);
});

test('a reason opens with its measurement, and a report can be deleted', async ({ app }) => {
  await chooseClip(app, fixture('vp9.webm'));
  await app.getByRole('button', { name: 'Judge this clip' }).click();
  await waitForReport(app);
  const question = app.getByRole('button', { name: /does the picture freeze/i });
  await question.click();
  await expect(question).toHaveAttribute('aria-expanded', 'true');

  await app.getByRole('button', { name: 'New clip' }).click();
  const entry = app.getByRole('button', { name: /delete the report on vp9\.webm/i });
  await expect(entry).toHaveCount(1);
  await entry.click();
  await expect(entry).toHaveCount(0);
});

test('the sample shows a report that finds its planted defect', async ({ app }) => {
  await app.getByRole('button', { name: 'Try the sample' }).click();
  await waitForReport(app);
  const report = await exportReport(app);
  const warped = report.verdicts.find(({ questionId }) => questionId === 'clip.deformation');
  expect(warped).toMatchObject({ status: 'answered' });
  if (warped?.status !== 'answered') return;
  expect(warped.pYes).toBeGreaterThan(0.5);
  const planted = { start: 2.5, end: 3.25 };
  const overlap = warped.moments.map(({ startSeconds, endSeconds }) => {
    const shared = Math.max(0, Math.min(endSeconds, planted.end) - Math.max(startSeconds, planted.start));
    return shared / (Math.max(endSeconds, planted.end) - Math.min(startSeconds, planted.start));
  });
  expect(Math.max(...overlap)).toBeGreaterThan(0.5);
});

test('a GIF, which the player cannot play, is judged and shown', async ({ app }) => {
  await chooseClip(app, fixture('palette.gif'));
  await app.getByRole('button', { name: 'Judge this clip' }).click();
  await waitForReport(app);
  expect((await exportReport(app)).clip).toMatchObject({ container: 'GIF', frameCount: 16 });
});

for (const [name, message] of [
  ['empty.mp4', /empty/i],
  ['text.mp4', /not a video/i],
  ['sound.webm', /no (video|picture)/i],
] as const) {
  test(`${name} is refused with a reason, and the next clip works`, async ({ app }) => {
    await chooseClip(app, fixture(name));
    await app.getByRole('button', { name: 'Judge this clip' }).click();
    await expect(app.getByRole('alert')).toContainText(message);
    await chooseClip(app, fixture('one-frame.mp4'));
    await app.getByRole('button', { name: 'Judge this clip' }).click();
    await waitForReport(app);
  });
}

test('cancel keeps what is done', async ({ app }) => {
  await app.getByRole('button', { name: 'Try the sample' }).click();
  await expect(app.getByText(/\d+ of 120 frames/)).toBeVisible({ timeout: 30_000 });
  await app.getByRole('button', { name: 'Cancel' }).click();
  await waitForReport(app);
  const report = await exportReport(app);
  expect(report.notices.map(({ code }) => code)).toContain('stopped_early');
  expect(report.frames.indices.length).toBeLessThan(120);
});

test('what people type is shown as text', async ({ app }) => {
  const prompt = '<img src=x onerror="document.title=1"> a cat & a "dog" </script>';
  await chooseClip(app, fixture('one-frame.mp4'));
  await app.getByRole('textbox', { name: 'Prompt' }).fill(prompt);
  await app.getByRole('button', { name: 'Judge this clip' }).click();
  await waitForReport(app);
  await expect(app.getByText(prompt)).toBeVisible();
  expect(await app.title()).not.toBe('1');
});
