import { statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { ErrorData } from '../src/domain/error.ts';
import type { Report } from '../src/domain/report.ts';
import { describeOffers } from './describe-offers.ts';
import { describeReport } from './describe-report.ts';
import { eventWords } from './event-words.ts';
import { type ClipRequest, type EvaluationOutcome, HeadlessApp } from './headless-app.ts';
import { checkModelsFolder, chosenJudges, JUDGING_OPTIONS, judgingSettings } from './judging-options.ts';
import { ProgressLine } from './progress-line.ts';
import { readPromptsByFile } from './prompt-table.ts';
import type { ServeOptions } from './server.ts';
import { checkWritable, runCommand, UsageError } from './usage.ts';

const USAGE = `Usage: npm run --silent evaluate -- [--prompt TEXT | --prompts CSV] [--judge ID] [--json OUT] FILE...
       npm run --silent evaluate -- --list-judges

  --prompt TEXT      the prompt of every FILE
  --prompts CSV      a table with the columns file and prompt; base names match
  --judge ID         which judge to ask; auto: what measures, and the first that reasons (auto)
  --list-judges      print the judges that there are, how often each was right, and end
  --json OUT         write an array of reports, in the order of the files

For judges that reason:
  --depth DEPTH      quick: the answer alone; reasoned: with a rationale (reasoned)
  --votes N          sample N rationales for each question and count their answers, 1 to 9 (1: none sampled)
  --seed N           seed of the sampling (1)
  --measurements     tell the judge what was measured
  --write-questions  let the model add questions of its own
  --device DEVICE    where a model runs: webgpu, wasm, or best, the faster of the two (best)
  --models DIR       take models from this folder

Exit code: 0 when every file gave a report, 3 when some failed, 2 when the call was wrong.`;

interface FailedClip {
  clip: { name: string };
  error: ErrorData;
}

/** A clip that hangs for this long, whatever the reason, must not hold up the rest. */
const LONGEST_SECONDS = 900;
/** The same where a model reasons: a large one without a GPU takes minutes for each answer. */
const LONGEST_REASONING_SECONDS = 6 * 3600;

await runCommand(USAGE, async () => {
  const { values, positionals: files } = parseArgs({
    allowPositionals: true,
    options: {
      prompt: { type: 'string' },
      prompts: { type: 'string' },
      ...JUDGING_OPTIONS,
      'list-judges': { type: 'boolean', default: false },
      models: { type: 'string' },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const served = values.models === undefined ? {} : { models: values.models };
  if (values.models !== undefined) checkModelsFolder(values.models);
  if (values['list-judges']) {
    process.stdout.write(`${describeOffers(await listJudges(served))}\n`);
    return 0;
  }
  if (files.length === 0) throw new UsageError('No file was named.');
  if (values.prompt !== undefined && values.prompts !== undefined)
    throw new UsageError('Give --prompt or --prompts, not both.');
  const table = values.prompts === undefined ? null : readPromptsByFile(values.prompts);
  const settings = judgingSettings(values);
  if (values.json !== undefined) checkWritable(values.json);
  const promptOf = (file: string) => values.prompt ?? table?.get(basename(file)) ?? null;

  const results: (Report | FailedClip)[] = [];
  const save = () => {
    if (values.json !== undefined && results.length > 0)
      writeFileSync(values.json, `${JSON.stringify(results, null, 1)}\n`);
  };
  const app = await HeadlessApp.start({ ...served, device: settings.reasoning.device });
  process.once('SIGINT', () => {
    save();
    process.exit(130);
  });
  try {
    // A wrong name is a wrong call, better said at once than once for every file.
    const judges = chosenJudges(settings.judge, await app.listJudges());
    const longestSeconds = judges.some(({ card }) => card.reasons) ? LONGEST_REASONING_SECONDS : LONGEST_SECONDS;
    for (const [index, file] of files.entries()) {
      const line = new ProgressLine(`[${index + 1}/${files.length}] ${basename(file)}`);
      const request = { path: file, prompt: promptOf(file), settings, longestSeconds };
      const outcome = await evaluateFile(app, request, line);
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

async function listJudges(served: ServeOptions) {
  const app = await HeadlessApp.start(served);
  try {
    return await app.listJudges();
  } finally {
    await app.close();
  }
}

async function evaluateFile(app: HeadlessApp, request: ClipRequest, line: ProgressLine): Promise<EvaluationOutcome> {
  if (statSync(request.path, { throwIfNoEntry: false })?.isFile() !== true) {
    const error: ErrorData = { code: 'file_not_found', message: 'There is no such file.', remedy: 'Check the path.' };
    return { error };
  }
  return await app.evaluate(request, (event) => line.show(eventWords(event)));
}
