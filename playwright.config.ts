import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from './cli/browser.ts';

const executablePath = findBrowser();

export default defineConfig({
  testDir: 'test/e2e',
  globalSetup: './test/e2e/global-setup.ts',
  outputDir: 'node_modules/.cache/loupe/e2e',
  // Two cores decode one clip; a second page would only slow the first.
  workers: 1,
  timeout: 120_000,
  forbidOnly: process.env.CI !== undefined,
  use: {
    actionTimeout: 20_000,
    viewport: { width: 1280, height: 900 },
    launchOptions: { ...(executablePath === null ? {} : { executablePath }), args: BROWSER_FLAGS },
  },
});
