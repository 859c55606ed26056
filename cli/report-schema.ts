import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { reportSchema } from '../src/domain/report.ts';
import { PROJECT_ROOT } from './paths.ts';

export const SCHEMA_FILE = join(PROJECT_ROOT, 'docs/loupe.report-1.schema.json');

/** The JSON Schema of a report, as text: what is read, older reports without later settings included. */
export function reportJsonSchema(): string {
  const schema = { title: 'A Loupe report', ...z.toJSONSchema(reportSchema, { io: 'input' }) };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(SCHEMA_FILE, reportJsonSchema());
