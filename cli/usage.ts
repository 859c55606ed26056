import { closeSync, openSync } from 'node:fs';

/** A call that cannot be understood: said in one sentence, exit code 2. */
export class UsageError extends Error {}

/**
 * Makes sure that a file can be written before the work whose result it is to hold.
 * @throws UsageError
 */
export function checkWritable(path: string): void {
  try {
    closeSync(openSync(path, 'a'));
  } catch {
    throw new UsageError(`${path} cannot be written. Is there such a folder?`);
  }
}

/** Runs a command; what goes wrong is told in a sentence, without a stack for mistakes in the call. */
export async function runCommand(usage: string, command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (reason) {
    const isUsage =
      reason instanceof UsageError ||
      (reason instanceof TypeError && 'code' in reason && String(reason.code).startsWith('ERR_PARSE_ARGS'));
    const message = reason instanceof Error ? reason.message : String(reason);
    process.stderr.write(isUsage ? `${message}\n\n${usage}\n` : `${message}\n`);
    process.exitCode = isUsage ? 2 : 1;
  }
}
