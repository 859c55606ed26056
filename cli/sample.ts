import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JSHandle } from 'playwright';
import { PROJECT_ROOT } from './paths.ts';
import type { RenderSample } from './sample/api.ts';
import { SAMPLE } from './sample/clip.ts';
import { openToolPage } from './tool-page.ts';

// Renders the sample clip that the start page offers; the result is committed under public/sample.
const folder = join(PROJECT_ROOT, 'public/sample');
const { page, close } = await openToolPage('cli/sample/index.html');
try {
  const render = (await page.waitForFunction(() => window.renderSample)) as JSHandle<RenderSample>;
  const clip = await render.evaluate((run) => run());
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, SAMPLE.file), Buffer.from(clip, 'base64'));
  const { file, title, prompt } = SAMPLE;
  writeFileSync(join(folder, 'sample.json'), `${JSON.stringify({ file, title, prompt }, null, 2)}\n`);
} finally {
  await close();
}
