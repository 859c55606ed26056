import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import open from 'open';
import { DIST } from './paths.ts';
import { buildAppIfStale } from './production-build.ts';
import { serve } from './server.ts';
import { runCommand, UsageError } from './usage.ts';

const USAGE = `Usage: npm start -- [--port N] [--models DIR] [--no-open]

  --port N      the port to serve at (4173; the next free one when it is taken)
  --models DIR  a folder of models to use in place of public/models
  --no-open     do not open the browser`;

const DEFAULT_PORT = 4173;

await runCommand(USAGE, async () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      models: { type: 'string' },
      'no-open': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const { models } = values;
  if (models !== undefined && !existsSync(models)) throw new UsageError(`There is no folder ${models}.`);
  await buildAppIfStale();
  const port = values.port === undefined ? DEFAULT_PORT : Number(values.port);
  const { url } = await serve(DIST, port, models === undefined ? {} : { models });
  process.stdout.write(`Loupe is at ${url} (Ctrl+C ends it). Nothing you open there leaves this machine.\n`);
  if (!values['no-open']) {
    // On a machine without a desktop there is nothing to open it with; the address above is enough.
    const opener = await open(url).catch(() => null);
    opener?.on('error', () => undefined);
  }
  return 0;
});
