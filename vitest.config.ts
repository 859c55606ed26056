import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import { BROWSER_FLAGS, findBrowser, SOFTWARE_GPU_FLAGS } from './cli/browser.ts';
import { serveModels } from './cli/models-plugin.ts';
import { MODELS } from './cli/paths.ts';
import { CHECKPOINT_CACHE } from './test/models/ensure-checkpoint.ts';
import { appConfig } from './vite.config.ts';

const executablePath = findBrowser();

export default mergeConfig(
  appConfig,
  defineConfig({
    plugins: [serveModels([CHECKPOINT_CACHE, MODELS])],
    test: {
      projects: [
        {
          extends: true,
          // Property tests take a second each, and several on a busy machine.
          test: { name: 'node', environment: 'node', include: ['test/unit/**/*.test.ts'], testTimeout: 30_000 },
        },
        {
          extends: true,
          // Found up front: a dependency optimised in the middle of a run reloads the page under the tests.
          optimizeDeps: {
            include: [
              'comlink',
              'compromise/two',
              'idb',
              'lucide-react',
              'mediabunny',
              'onnxruntime-web/wasm',
              'react',
              'react-dom/client',
              'zod',
            ],
            // It finds its own files beside itself.
            exclude: ['@huggingface/transformers'],
          },
          test: {
            name: 'browser',
            include: ['test/browser/**/*.test.{ts,tsx}'],
            globalSetup: './test/models/global-setup.ts',
            // A model on a GPU that the processor plays, on a busy machine.
            testTimeout: 120_000,
            hookTimeout: 120_000,
            fileParallelism: false,
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({
                launchOptions: {
                  ...(executablePath ? { executablePath } : {}),
                  args: [...BROWSER_FLAGS, ...SOFTWARE_GPU_FLAGS],
                },
              }),
              instances: [{ browser: 'chromium' }],
            },
          },
        },
      ],
    },
  }),
);
