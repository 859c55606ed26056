import { statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type ErrorData, LoupeError } from '../src/domain/error.ts';
import type { Report } from '../src/domain/report.ts';
import { chooseJudges } from '../src/judges/catalogue.ts';
import { describeReport } from './describe-report.ts';
import { HeadlessApp } from './headless-app.ts';
import { ProgressLine } from './progress-line.ts';
import { readPromptsByFile } from './prompt-table.ts';
import { checkWritable, runCommand, UsageError } from './usage.ts';

const USAGE = `Usage: npm run --silent evaluate -- [--prompt TEXT | --prompts CSV] [--judge auto|measured] [--json OUT] FILE...

  --prompt TEXT   the prompt of every FILE
  --prompts CSV   a table with the columns file and prompt; base names match
  --judge ID      which judge to ask (auto)
  --json OUT      write an array of reports, in the order of the files

Exit code: 0 when every file gave a report, 3 when some failed, 2 when the call was wrong.`;

interface FailedClip {
  clip: { name: string };
  error: ErrorData;
}

/** A clip that hangs for this long, whatever the reason, must not hold up the rest. */
const LONGEST_SECONDS = 900;

await runCommand(USAGE, async () => {
  const { values, positionals: files } = parseArgs({
    allowPositionals: true,
    options: {
      prompt: { type: 'string' },
      prompts: { type: 'string' },
      judge: { type: 'string', default: 'auto' },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  if (files.length === 0) throw new UsageError('No file was named.');
  if (values.prompt !== undefined && values.prompts !== undefined)
    throw new UsageError('Give --prompt or --prompts, not both.');
  const table = values.prompts === undefined ? null : readPromptsByFile(values.prompts);
  checkJudge(values.judge);
  if (values.json !== undefined) checkWritable(values.json);
  const promptOf = (file: string) => values.prompt ?? table?.get(basename(file)) ?? null;

  const results: (Report | FailedClip)[] = [];
  const save = () => {
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 1)}\n`);
  };
  const app = await HeadlessApp.start();
  process.once('SIGINT', () => {
    save();
    process.exit(130);
  });
  try {
    for (const [index, file] of files.entries()) {
      const line = new ProgressLine(`[${index + 1}/${files.length}] ${basename(file)}`);
      const outcome = await evaluateFile(app, file, promptOf(file), values.judge, line);
      if ('error' in outcome) {
        results.push({ clip: { name: basename(file) }, error: outcome.error });
        line.end(`${outcome.error.code}: ${outcome.error.message} ${outcome.error.remedy}`);
      } else {
        results.push(outcome.report);
        line.end('done');
        if (values.json === undefined) process.stdout.write(`${describeReport(outcome.report)}\n`);
      }
    }
  } finally {
    await app.close();
    save();
  }
  return results.some((result) => 'error' in result) ? 3 : 0;
});

/** A wrong name is a wrong call, better said before a browser starts than once for every file. */
function checkJudge(id: string): void {
  try {
    chooseJudges(id);
  } catch (reason) {
    const { message, remedy } = LoupeError.from(reason);
    throw new UsageError(`${message} ${remedy}`);
  }
}

async function evaluateFile(app: HeadlessApp, file: string, prompt: string | null, judge: string, line: ProgressLine) {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) {
    const error: ErrorData = { code: 'file_not_found', message: 'There is no such file.', remedy: 'Check the path.' };
    return { error };
  }
  return await app.evaluate(file, prompt, judge, (progress) => line.show(progress), LONGEST_SECONDS);
}
