import { unvalidated, validations } from '../src/domain/validation.ts';
import type { JudgeCard, JudgeOffer } from '../src/judges/judge.ts';

/** Judges on offer as lines for a terminal. */
export function describeOffers(offers: readonly JudgeOffer[]): string {
  return offers
    .map(({ card, unavailable }) => {
      const standing = unavailable === null ? [] : [`    Not here: ${unavailable.reason} ${unavailable.remedy}`];
      return [
        `${card.id}  ${card.name} ${card.version} (${card.backend})`,
        `    ${card.description}`,
        ...checks(card),
        ...standing,
      ].join('\n');
    })
    .join('\n');
}

/** How well its answers held, a line for each kind of question that was checked. */
function checks({ kinds, calibrationVersion }: JudgeCard): string[] {
  const checked = validations(kinds);
  if (checked.length === 0) return ['    Never checked on clips whose right answers are known.'];
  const rows = checked.map(([kind, { accuracy, calibrationError, clips }]) => [
    kind,
    accuracy.toFixed(2),
    calibrationError?.toFixed(3) ?? '-',
    String(clips ?? '-'),
  ]);
  const open = unvalidated(kinds);
  return [
    `    Checked on clips whose right answers are known${calibrationVersion === null ? '' : `, calibration ${calibrationVersion}`}:`,
    ...[['kind of question', 'right', 'calibration error', 'clips'], ...rows].map(row),
    ...(open.length === 0 ? [] : [`      not checked: ${open.join(', ')}`]),
  ];
}

const WIDTHS = [17, 5, 17, 5];

function row(cells: readonly string[]): string {
  return `      ${cells.map((cell, i) => (i === 0 ? cell.padEnd(WIDTHS[i] ?? 0) : cell.padStart(WIDTHS[i] ?? 0))).join('  ')}`;
}
