import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Clip } from '../../src/domain/clip.ts';
import type { SignalSeries } from '../../src/domain/signal.ts';
import { MeasuredEvidence } from '../../src/judges/measured/evidence.ts';

/** The part of a report that the fit reads. */
export interface MeasuredClip {
  clip: Clip;
  prompt: string | null;
  signals: SignalSeries[];
  /** What the judge reads from the signals. */
  evidence: MeasuredEvidence;
}

/** One row of a table of labels: column → cell. */
export type LabelRow = Readonly<Record<string, string>>;

/** Reports as `npm run evaluate -- … --json` writes them; failed files are left out. */
export function readReports(path: string): MeasuredClip[] {
  const reports = JSON.parse(readFileSync(path, 'utf8')) as (Omit<MeasuredClip, 'evidence'> | { error: unknown })[];
  return reports
    .filter((report) => 'signals' in report)
    .map((report) => ({ ...report, evidence: new MeasuredEvidence(report.clip, report.signals) }));
}

/** A CSV table of labels with the columns `file`, `prompt` and the labels, by base name of the file. */
export function readLabels(path: string): Map<string, LabelRow> {
  const rows = parse(readFileSync(path, 'utf8'), { columns: true, skip_empty_lines: true }) as LabelRow[];
  return new Map(rows.map((row) => [basename(row.file ?? ''), row]));
}
