import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from './paths.ts';

// Writes the licences of everything that ends up in the app to public/third-party-notices.txt, which is served with it.

interface Package {
  name: string;
  version: string;
  license?: string;
  homepage?: string;
}

const paths = execFileSync('npm', ['ls', '--omit=dev', '--all', '--parseable'], { cwd: PROJECT_ROOT, encoding: 'utf8' })
  .split('\n')
  .slice(1)
  .filter((path) => path !== '');

/** Types are gone after the build, and what stands in place of a package that is not needed is empty. */
const isInApp = (path: string): boolean => !/@types|undici-types|onnxruntime-node|sharp$/.test(path);

const sections = [...new Set(paths)]
  .filter(isInApp)
  .sort()
  .map((path) => {
    const { name, version, license, homepage } = JSON.parse(
      readFileSync(join(path, 'package.json'), 'utf8'),
    ) as Package;
    const file = readdirSync(path).find((entry) => /^licen[cs]e/i.test(entry) && existsSync(join(path, entry)));
    const text =
      file === undefined
        ? `Licence: ${license ?? 'not stated'}. The package brings no licence text; its source is at ${homepage ?? 'the registry'}.`
        : readFileSync(join(path, file), 'utf8').trim();
    return `${name} ${version} (${license ?? 'see below'})\n\n${text}\n`;
  });

writeFileSync(
  join(PROJECT_ROOT, 'public/third-party-notices.txt'),
  `Loupe contains the following works of others.\n\n${sections.join(`\n${'-'.repeat(78)}\n\n`)}`,
);
