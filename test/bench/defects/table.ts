import { DIMENSION_TEXT } from '../../../src/domain/dimension.ts';
import { STRENGTHS, type Strength } from './make/defect.ts';
import { type DefectSummary, type FalseAlarms, MOVED, pooled, type Share } from './summarise.ts';

/** Rows of cells as a table in columns; the first row is the heading. Texts to the left, numbers as they come. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** A share in per cent; "–" where there were no cases. */
export const percent = ({ share }: Share): string => (share === null ? '–' : (100 * share).toFixed(0));

const ladder = (shares: Record<Strength, Share>): string =>
  STRENGTHS.map((strength) => percent(shares[strength])).join(' / ');

/** One line a defect and scope, in per cent of cases. */
export function defectTable(summaries: readonly DefectSummary[]): string {
  const heading = [
    'defect',
    'scope',
    'clips',
    'score falls',
    'by',
    'answer bad',
    'monotone',
    'moment',
    'other dimensions that moved',
  ];
  return table([
    heading,
    ...summaries.map((summary) => [
      summary.defect,
      summary.scope,
      String(summary.sources),
      ladder(summary.falls),
      STRENGTHS.map((strength) => (summary.meanFall[strength] ?? 0).toFixed(2)).join(' / '),
      ladder(summary.bad),
      percent(summary.monotone),
      summary.scope === 'whole' ? '' : ladder(summary.moments),
      Object.entries(summary.others)
        .filter(([, { moved }]) => (moved.share ?? 0) > 0)
        .map(([dimension, { moved, meanChange, related }]) => {
          const sign = meanChange < 0 ? '−' : '+';
          // Keys of `others` are dimensions.
          const { name } = DIMENSION_TEXT[dimension as keyof typeof DIMENSION_TEXT];
          const words = `${name.toLowerCase()} ${percent(moved)} (${sign}${Math.abs(meanChange).toFixed(2)})`;
          return related ? `[${words}]` : words;
        })
        .join(', '),
    ]),
  ]);
}

/** Bad answers on clean clips, in per cent, one column an origin. */
export function falseAlarmTable(alarms: readonly FalseAlarms[]): string {
  const kinds = [...new Set(alarms.flatMap((alarm) => Object.keys(alarm.kinds)))];
  return table([
    ['clean clips', ...alarms.map(({ origin, clips }) => `${origin} (${clips})`)],
    // Keys of `kinds` are kinds.
    ...kinds.map((kind) => [
      kind,
      ...alarms.map((alarm) => percent(alarm.kinds[kind as keyof typeof alarm.kinds] ?? { share: null, of: 0 })),
    ]),
    ['any of them', ...alarms.map(({ anyAlarm }) => percent(anyAlarm))],
    ['all answers', ...alarms.map(({ answers }) => percent(answers))],
  ]);
}

/** What is wanted of the whole bench, and what it is. */
export interface Goal {
  what: string;
  /** Lowest share that is good enough, or highest where `atMost`. */
  wanted: number;
  atMost: boolean;
  found: Share;
}

export function goals(summaries: readonly DefectSummary[], alarms: readonly FalseAlarms[]): Goal[] {
  const all = (pick: (summary: DefectSummary) => readonly Share[]): Share => pooled(summaries.flatMap(pick));
  const unrelated = all(({ others }) =>
    Object.values(others)
      .filter(({ related }) => !related)
      .map(({ moved }) => moved),
  );
  const least = (what: string, wanted: number, found: Share): Goal => ({ what, wanted, atMost: false, found });
  return [
    least(
      'the right score falls, strong',
      0.95,
      all(({ falls }) => [falls.strong]),
    ),
    least(
      'the right score falls, medium',
      0.85,
      all(({ falls }) => [falls.medium]),
    ),
    least(
      'it falls further with strength',
      0.9,
      all(({ monotone }) => [monotone]),
    ),
    least(
      'the worst moment is the right one',
      0.8,
      all(({ moments }) => Object.values(moments)),
    ),
    least(`an unrelated score moves by ${MOVED} at most`, 0.9, {
      share: unrelated.share === null ? null : 1 - unrelated.share,
      of: unrelated.of,
    }),
    ...alarms
      .filter(({ origin }) => origin === 'camera')
      .map(({ answers }) => ({
        what: 'false alarms on clean camera clips',
        wanted: 0.05,
        atMost: true,
        found: answers,
      })),
  ];
}

export function goalTable(found: readonly Goal[]): string {
  return table([
    ['over all', 'found', 'wanted', 'cases'],
    ...found.map(({ what, wanted, atMost, found: share }) => [
      what,
      percent(share),
      `${atMost ? '≤' : '≥'} ${(100 * wanted).toFixed(0)}`,
      String(share.of),
    ]),
  ]);
}
