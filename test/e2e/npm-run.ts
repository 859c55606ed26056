import { spawnSync } from 'node:child_process';
import { PROJECT_ROOT } from '../../cli/paths.ts';

/** Calls one of the project's commands as a person would. */
export function npmRun(script: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', script, '--', ...args], {
    cwd: PROJECT_ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return { status, stdout, stderr };
}
