import { parseArgs } from 'node:util';
import open from 'open';
import { DIST } from './paths.ts';
import { buildAppIfStale } from './production-build.ts';
import { serve } from './server.ts';

const DEFAULT_PORT = 4173;

const { values } = parseArgs({ options: { port: { type: 'string' }, 'no-open': { type: 'boolean', default: false } } });

await buildAppIfStale();
const { url } = await serve(DIST, values.port === undefined ? DEFAULT_PORT : Number(values.port));
process.stdout.write(`Loupe is at ${url} (Ctrl+C ends it). Nothing you open there leaves this machine.\n`);
if (!values['no-open']) {
  // On a machine without a desktop there is nothing to open it with; the address above is enough.
  const opener = await open(url).catch(() => null);
  opener?.on('error', () => undefined);
}
