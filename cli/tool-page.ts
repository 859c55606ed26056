import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { build } from 'vite';
import { BROWSER_FLAGS, findOrInstallBrowser } from './browser.ts';
import { PROJECT_ROOT } from './paths.ts';
import { type RunningServer, type ServeOptions, serve } from './server.ts';

export interface ToolPage {
  browser: Browser;
  page: Page;
  close(): Promise<void>;
}

/**
 * Builds a page that is not part of the app (a bench, a renderer), opens it in a headless browser under the app's own
 * security headers, and waits until its script has run.
 * @param html path of the page from the project's root
 */
export async function openToolPage(html: string, options: ServeOptions = {}): Promise<ToolPage> {
  const executablePath = findOrInstallBrowser();
  const outDir = join(PROJECT_ROOT, 'node_modules/.cache/loupe', html.replaceAll(/[^a-z]+/g, '-'));
  await build({
    root: PROJECT_ROOT,
    logLevel: 'warn',
    publicDir: false,
    // Nobody downloads these pages, so the size of their parts is of no concern.
    build: {
      outDir,
      emptyOutDir: true,
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
      rolldownOptions: { input: html },
    },
  });
  const server: RunningServer = await serve(outDir, 0, options);
  let browser: Browser | undefined;
  try {
    browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
    const page = await browser.newPage();
    page.on('pageerror', (error) => process.stderr.write(`${error.message}\n`));
    await page.goto(`${server.url}/${html}`);
    const opened = browser;
    return {
      browser: opened,
      page,
      close: async () => {
        await opened.close();
        server.close();
      },
    };
  } catch (reason) {
    await browser?.close();
    server.close();
    throw reason;
  }
}
