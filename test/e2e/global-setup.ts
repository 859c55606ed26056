import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JSHandle } from '@playwright/test';
import { DIST, MODELS, PROJECT_ROOT } from '../../cli/paths.ts';
import { buildAppIfStale } from '../../cli/production-build.ts';
import { serve } from '../../cli/server.ts';
import { openToolPage } from '../../cli/tool-page.ts';
import { FIXTURE_NAMES, type FixturesApi } from '../fixtures/api.ts';
import { ensureCheckpoint } from '../models/ensure-checkpoint.ts';
import { FIXTURES_FOLDER, fixture, MODELS_FOLDER } from './fixtures-folder.ts';

const NO_MODELS_FOLDER = join(PROJECT_ROOT, 'node_modules/.cache/loupe/e2e-no-models');

/**
 * Builds the app and renders the test clips. Serves the app without models (`LOUPE_URL`), whatever lies in public/models, and
 * with one tiny model (`LOUPE_MODELS_URL`), and with what ships (`LOUPE_SHIPPED_URL`); returns what ends the servers.
 */
export default async function globalSetup(): Promise<() => void> {
  await buildAppIfStale();
  await renderFixtures();
  ensureCheckpoint('tiny-smolvlm', { dtypes: ['q8', 'q4'], cache: MODELS_FOLDER });
  const without = await serve(DIST, 0, { models: NO_MODELS_FOLDER });
  const withModel = await serve(DIST, 0, { models: MODELS_FOLDER });
  const shipped = await serve(DIST, 0, { models: MODELS });
  process.env.LOUPE_URL = without.url;
  process.env.LOUPE_MODELS_URL = withModel.url;
  process.env.LOUPE_SHIPPED_URL = shipped.url;
  return () => {
    without.close();
    withModel.close();
    shipped.close();
  };
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
