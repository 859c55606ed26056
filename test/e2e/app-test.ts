import { test as base, expect, type Page } from '@playwright/test';

export { expect };

/** Where the production build is served; see global-setup.ts. */
export const APP_URL = `${process.env.LOUPE_URL}/`;

/** Tests of the page. Every one of them fails on a console error and on any request that leaves the page's own origin. */
export const test = base.extend<{ app: Page }>({
  app: async ({ page }, use) => {
    const errors: string[] = [];
    const foreign: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('request', (request) => {
      const { origin } = new URL(request.url());
      if (origin !== new URL(APP_URL).origin && !/^(blob|data):/.test(request.url())) foreign.push(request.url());
    });
    await page.goto(APP_URL);
    await use(page);
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
  },
});

/** Chooses a file on the start page, in place of one that may have been chosen before. */
export async function chooseClip(page: Page, path: string): Promise<void> {
  const chosen = page.getByRole('button', { name: 'Take the clip away' });
  if (await chosen.isVisible()) await chosen.click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /drop a clip/i }).click();
  await (await chooser).setFiles(path);
}

/** Waits until the report page stands. */
export async function waitForReport(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Export JSON' })).toBeVisible({ timeout: 90_000 });
}
