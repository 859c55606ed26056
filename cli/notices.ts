import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from './paths.ts';

// Writes the licences of everything that ends up in the app to public/third-party-notices.txt, which is served with it.

interface Package {
  name: string;
  version: string;
  license?: string;
}

const paths = execFileSync('npm', ['ls', '--omit=dev', '--all', '--parseable'], { cwd: PROJECT_ROOT, encoding: 'utf8' })
  .split('\n')
  .slice(1)
  .filter((path) => path !== '');

const sections = [...new Set(paths)].sort().map((path) => {
  const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Package;
  const file = readdirSync(path).find((entry) => /^licen[cs]e/i.test(entry) && existsSync(join(path, entry)));
  const text =
    file === undefined ? `Licence: ${license ?? 'not stated'}` : readFileSync(join(path, file), 'utf8').trim();
  return `${name} ${version} (${license ?? 'see below'})\n\n${text}\n`;
});

writeFileSync(
  join(PROJECT_ROOT, 'public/third-party-notices.txt'),
  `Loupe contains the following works of others.\n\n${sections.join(`\n${'-'.repeat(78)}\n\n`)}`,
);
