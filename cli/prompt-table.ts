import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import { UsageError } from './usage.ts';

type Row = Record<string, string | undefined>;

/**
 * Reads a CSV file with a header row.
 * @throws UsageError when it cannot be read, is not CSV, or lacks one of the columns
 */
function readRows(path: string, columns: readonly string[]): Row[] {
  if (!existsSync(path)) throw new UsageError(`There is no file ${path}.`);
  let rows: Row[];
  try {
    rows = parse(readFileSync(path), { columns: true, bom: true, skip_empty_lines: true, relax_column_count: true });
  } catch (reason) {
    throw new UsageError(`${path} cannot be read as CSV: ${reason instanceof Error ? reason.message : String(reason)}`);
  }
  for (const column of columns) {
    if (rows.length > 0 && rows[0]?.[column] === undefined) throw new UsageError(`${path} has no column "${column}".`);
  }
  return rows;
}

/** The prompt of each file by its base name. The first row with a prompt counts. */
export function readPromptsByFile(path: string): Map<string, string> {
  const prompts = new Map<string, string>();
  for (const { file = '', prompt = '' } of readRows(path, ['file', 'prompt'])) {
    const name = basename(file);
    if (prompt.trim() !== '' && !prompts.has(name)) prompts.set(name, prompt);
  }
  return prompts;
}

/** The distinct prompts of a table, in order. */
export function readPrompts(path: string): string[] {
  return [...new Set(readRows(path, ['prompt']).map(({ prompt = '' }) => prompt))];
}
