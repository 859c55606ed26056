import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { HeadlessApp } from './headless-app.ts';
import { readPrompts } from './prompt-table.ts';
import { checkWritable, runCommand, UsageError } from './usage.ts';

const USAGE = `Usage: npm run --silent questions -- (--prompt TEXT | --prompts CSV) [--json OUT]

  --prompt TEXT   one prompt
  --prompts CSV   a table with the column prompt
  --json OUT      write [{prompt, questions}] there instead of printing the questions`;

await runCommand(USAGE, async () => {
  const { values } = parseArgs({
    options: {
      prompt: { type: 'string' },
      prompts: { type: 'string' },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  if ((values.prompt === undefined) === (values.prompts === undefined))
    throw new UsageError('Give --prompt or --prompts.');
  if (values.json !== undefined) checkWritable(values.json);
  const prompts = values.prompts === undefined ? [values.prompt ?? ''] : readPrompts(values.prompts);
  const app = await HeadlessApp.start();
  try {
    const lists = await app.writeQuestions(prompts);
    const results = prompts.map((prompt, index) => ({ prompt, questions: lists[index] ?? [] }));
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 1)}\n`);
    else process.stdout.write(`${results.map(describe).join('\n')}\n`);
  } finally {
    await app.close();
  }
  return 0;
});

function describe({ prompt, questions }: { prompt: string; questions: { dimension: string; text: string }[] }): string {
  return [prompt, ...questions.map(({ dimension, text }) => `  ${dimension.padEnd(24)} ${text}`), ''].join('\n');
}
