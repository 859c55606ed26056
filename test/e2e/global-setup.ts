import { mkdirSync, writeFileSync } from 'node:fs';
import type { JSHandle } from '@playwright/test';
import { DIST } from '../../cli/paths.ts';
import { buildAppIfStale } from '../../cli/production-build.ts';
import { serve } from '../../cli/server.ts';
import { openToolPage } from '../../cli/tool-page.ts';
import { FIXTURE_NAMES, type FixturesApi } from '../fixtures/api.ts';
import { FIXTURES_FOLDER, fixture } from './fixtures-folder.ts';

/** Builds the app, serves it for all tests (`LOUPE_URL`) and renders the test clips; returns what ends the server. */
export default async function globalSetup(): Promise<() => void> {
  await buildAppIfStale();
  await renderFixtures();
  const { url, close } = await serve(DIST, 0);
  process.env.LOUPE_URL = url;
  return close;
}

async function renderFixtures(): Promise<void> {
  mkdirSync(FIXTURES_FOLDER, { recursive: true });
  const { page, close } = await openToolPage('test/fixtures/index.html');
  try {
    const fixtures = (await page.waitForFunction(() => window.loupeFixtures)) as JSHandle<FixturesApi>;
    for (const name of FIXTURE_NAMES) {
      const bytes = await fixtures.evaluate((api, name) => api.render(name), name);
      writeFileSync(fixture(name), Buffer.from(bytes, 'base64'));
    }
  } finally {
    await close();
  }
}
