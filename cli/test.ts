import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findOrInstallBrowser } from './browser.ts';
import { PROJECT_ROOT } from './paths.ts';

// Everything, in the order in which a failure is cheapest to find. Ends with "N passed, N failed".

interface Counts {
  passed: number;
  failed: number;
}

const RESULTS = join(PROJECT_ROOT, 'node_modules/.cache/loupe/results');
const VITEST_RESULTS = join(RESULTS, 'vitest.json');
const PLAYWRIGHT_RESULTS = join(RESULTS, 'playwright.json');

process.env.LOUPE_BROWSER = findOrInstallBrowser();
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

const checks = [
  run('Format and lint', 'biome', 'ci', '--colors=off', '.'),
  run('Types of the window', 'tsc', '-p', 'tsconfig.json'),
  run('Types of the workers', 'tsc', '-p', 'tsconfig.worker.json'),
  run('Types of Node', 'tsc', '-p', 'tsconfig.node.json'),
  // In a process of its own: a build sets NODE_ENV to production, under which React has no test helpers.
  run('Production build', 'tsx', 'cli/build.ts'),
];
const vitest = run(
  'Unit and browser tests',
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${VITEST_RESULTS}`,
);
process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = PLAYWRIGHT_RESULTS;
const playwright = run('End-to-end tests', 'playwright', 'test', '--reporter=list,json');

const counts = [
  ...checks.map((ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 })),
  suite(vitest, () => {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(VITEST_RESULTS, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  }),
  suite(playwright, () => {
    const { expected, unexpected } = JSON.parse(readFileSync(PLAYWRIGHT_RESULTS, 'utf8')).stats;
    return { passed: expected, failed: unexpected };
  }),
];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

/** Runs a tool of the project and shows its output; true when it succeeded. */
function run(title: string, tool: string, ...args: string[]): boolean {
  process.stdout.write(`\n── ${title}\n`);
  const result = spawnSync(join(PROJECT_ROOT, 'node_modules/.bin', tool), args, {
    cwd: PROJECT_ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  return result.status === 0;
}

/** What a test runner counted; a runner that failed without counting a failure, or without counting at all, is one failure. */
function suite(succeeded: boolean, read: () => Counts): Counts {
  try {
    const counts = read();
    return succeeded ? counts : { ...counts, failed: Math.max(1, counts.failed) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
