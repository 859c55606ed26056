import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';

/** Names on the PATH, best first. */
const COMMANDS = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];

/** Where installers of macOS and Windows put a browser, relative to these roots. */
const ROOTS = ['/Applications', process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
const IN_ROOT = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Google/Chrome/Application/chrome.exe',
  'Chromium/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
];

/** Path of an installed Chrome, Chromium or Edge; null when there is none. `LOUPE_BROWSER` names another one. */
export function findBrowser(): string | null {
  const named = process.env.LOUPE_BROWSER;
  if (named !== undefined && named !== '') return named;
  const onPath = (process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':');
  const candidates = [
    ...COMMANDS.flatMap((command) => onPath.map((folder) => join(folder, command))),
    ...ROOTS.flatMap((root) => (root ? IN_ROOT.map((path) => join(root, path)) : [])),
    chromium.executablePath(),
  ];
  return candidates.find((path) => existsSync(path)) ?? null;
}

/**
 * Finds a browser, or installs one: Debian's package as root, else the one Playwright brings.
 * @throws Error that says in one sentence what to do
 */
export function findOrInstallBrowser(): string {
  const found = findBrowser();
  if (found !== null) return found;
  process.stderr.write('No Chrome, Chromium or Edge found; installing one…\n');
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const install = (...args: string[]) => spawnSync('apt-get', args, { stdio: ['ignore', 2, 2] }).status === 0;
    if (install('update', '-q') && install('install', '-q', '-y', '--no-install-recommends', 'chromium')) {
      const installed = findBrowser();
      if (installed !== null) return installed;
    }
  }
  try {
    execFileSync(process.execPath, [join('node_modules', 'playwright', 'cli.js'), 'install', 'chromium'], {
      stdio: ['ignore', 2, 2],
    });
  } catch {
    // Said below: the outcome is the same whether it failed or brought nothing.
  }
  const installed = findBrowser();
  if (installed !== null) return installed;
  throw new Error('Install Chrome, Chromium or Edge, or set LOUPE_BROWSER to the path of one, and run this again.');
}

/** Flags for a headless browser that talks to nobody but the page's own server. */
export const BROWSER_FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Chromium's sandbox refuses to start as root (containers).
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** Give a headless browser WebGPU, on the machine's GPU or, where it has none, on one that the processor plays. */
export const WEBGPU_FLAGS = ['--enable-unsafe-webgpu'];

/** Let the processor play the GPU, so that WebGPU can be tested on any machine. */
export const SOFTWARE_GPU_FLAGS = [...WEBGPU_FLAGS, '--use-webgpu-adapter=swiftshader'];
