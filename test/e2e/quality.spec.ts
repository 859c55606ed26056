import AxeBuilder from '@axe-core/playwright';
import { APP_URL, chooseClip, expect, test, waitForReport } from './app-test.ts';
import { fixture } from './fixtures-folder.ts';

/** Bytes that may cross the wire before a clip is chosen. */
const FIRST_LOAD_BYTES = 400 * 1024;

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the start, running and report pages (${colorScheme})`, async ({ app }) => {
    await app.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const violations = async () =>
      (await new AxeBuilder({ page: app }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
    expect(await violations()).toEqual([]);
    await app.getByRole('button', { name: 'Try the sample' }).click();
    await expect(app.getByRole('button', { name: 'Cancel' })).toBeVisible();
    expect(await violations()).toEqual([]);
    await waitForReport(app);
    expect(await violations()).toEqual([]);
  });
}

test('the first load is small', async ({ page }) => {
  let bytes = 0;
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(APP_URL, { waitUntil: 'networkidle' });
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThan(FIRST_LOAD_BYTES);
});

test('the page is usable at 400 px', async ({ app }) => {
  await app.setViewportSize({ width: 400, height: 800 });
  const overflow = () => app.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
  await chooseClip(app, fixture('h264.mp4'));
  await app
    .getByRole('textbox', { name: 'Prompt' })
    .fill(`A cat with a ${'very '.repeat(60)}long ${'x'.repeat(200)} name`);
  await app.getByRole('button', { name: 'Judge this clip' }).click();
  await waitForReport(app);
  expect(await overflow()).toBeLessThanOrEqual(0);
});

test('everything can be reached and done with the keyboard', async ({ app }) => {
  await app.getByRole('button', { name: 'Try the sample' }).focus();
  await app.keyboard.press('Enter');
  await waitForReport(app);
  await app.keyboard.press('?');
  await expect(app.getByRole('dialog')).toBeVisible();
  await app.keyboard.press('Escape');
  await expect(app.getByRole('dialog')).toBeHidden();
  const frame = app.getByText(/^frame \d+$/);
  await expect(frame).toHaveText('frame 0');
  await app.keyboard.press('ArrowRight');
  await expect(frame).toHaveText('frame 1');
  await app.keyboard.press('Shift+ArrowRight');
  await expect(frame).toHaveText('frame 11');
});

test('answers carry the headers that keep the page to itself', async ({ page }) => {
  const response = await page.goto(APP_URL);
  const headers = response?.headers() ?? {};
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['cross-origin-opener-policy']).toBe('same-origin');
  expect(headers['cross-origin-embedder-policy']).toBe('require-corp');
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect((await page.request.get(`${APP_URL}models/none/config.json`)).status()).toBe(404);
});
