/** A score 0..1 as a whole number of a hundred, two digits where it has two: 0.82 → "82", 0.04 → "04". */
export function formatScore(score: number): string {
  return String(Math.round(score * 100)).padStart(2, '0');
}

/** A probability 0..1 in per cent: "92 %". */
export function formatPercent(value: number): string {
  return `${Math.round(value * 100)} %`;
}

/** About three significant digits, without trailing zeros: 0.0312 → "0.031", 12.34 → "12.3", 4211.7 → "4212". */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.01 ? 3 : 4;
  return String(Number(value.toFixed(digits))).replace('-', '−');
}

/** "12.3 levels"; a plain number where there is no unit. Percent signs stand after a space too. */
export function formatQuantity(value: number, unit: string): string {
  return unit === '' ? formatNumber(value) : `${formatNumber(value)} ${unit}`;
}

/** "15–40 levels"; "−8 to 8 %" where a dash would be read as a sign. */
export function formatUsual(usual: readonly [number, number], unit: string): string {
  const range = usual.map(formatNumber).join(usual[0] < 0 ? ' to ' : '–');
  return unit === '' ? range : `${range} ${unit}`;
}

/** Decimal units, as file managers show them: 1 234 567 → "1.2 MB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`;
  if (bytes < 1_000_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}

/** Time left in round numbers, because it is a guess: "a few seconds", "about 20 s", "about 3 min". */
export function formatRemaining(seconds: number): string {
  if (seconds < 5) return 'a few seconds';
  if (seconds < 55) return `about ${Math.ceil(seconds / 5) * 5} s`;
  return `about ${Math.ceil(seconds / 60)} min`;
}

/** "23 Nov 2026, 14:05" in the person's time zone. */
export function formatDate(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}

/** "1 question", "3 questions". */
export function formatCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
