import { readFileSync } from 'node:fs';
import { test as base, expect, type Page } from '@playwright/test';
import { parseReport, type Report } from '../../src/domain/report.ts';

export { expect };

/** Where the production build is served; see global-setup.ts. */
export const APP_URL = `${process.env.LOUPE_URL}/`;

/** The same with one tiny model beside it. */
export const MODELS_APP_URL = `${process.env.LOUPE_MODELS_URL}/`;

/** The same with the models that ship with it. */
export const SHIPPED_APP_URL = `${process.env.LOUPE_SHIPPED_URL}/`;

/** Tests of the page. Every one of them fails on a console error and on any request that leaves the page's own origin. */
export const test = base.extend<{ url: string; app: Page }>({
  url: [APP_URL, { option: true }],
  app: async ({ page, url }, use) => {
    const errors: string[] = [];
    const foreign: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('request', (request) => {
      const { origin } = new URL(request.url());
      if (origin !== new URL(url).origin && !/^(blob|data):/.test(request.url())) foreign.push(request.url());
    });
    await page.goto(url);
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

/** The report on the page, by way of a file. */
export async function exportReport(page: Page): Promise<Report> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export JSON' }).click();
  return parseReport(JSON.parse(readFileSync(await (await download).path(), 'utf8')));
}
