import { DIMENSION_TEXT, DIMENSIONS } from '../src/domain/dimension.ts';
import type { Report } from '../src/domain/report.ts';
import type { Score } from '../src/domain/scoring.ts';

/** A report as a few lines for a terminal. */
export function describeReport(report: Report): string {
  const lines = DIMENSIONS.map((dimension) => row(DIMENSION_TEXT[dimension].name, report.dimensions[dimension]));
  const judges = report.judges.map(judgeLine);
  const notices = report.notices.map(({ message }) => `  Note: ${message}`);
  return [
    report.clip.name,
    `  ${report.summary}`,
    row('Overall', report.overall),
    ...lines,
    ...judges,
    ...notices,
    '',
  ].join('\n');
}

function judgeLine({ name, version, backend, model }: Report['judges'][number]): string {
  const dtype = model?.rung?.dtype ?? '';
  return `  Judged by ${name} ${version} on ${backend}${dtype === '' ? '' : ` ${dtype}`}`;
}

function row(name: string, { score, assessed, asked, reason }: Score): string {
  const value = score === null ? '  – ' : score.toFixed(2);
  return `  ${name.padEnd(22)} ${value}  ${assessed} of ${asked} answered${reason === null ? '' : `. ${reason}`}`;
}
