import type { Measurement } from '../../domain/verdict.ts';

/** A number with as many digits as a person needs. */
export function plain(value: number): string {
  const size = Math.abs(value);
  if (size >= 10) return value.toFixed(0);
  return String(Number(value.toFixed(size >= 1 ? 1 : 2)));
}

/** "Noise is 3.2 levels; 0–2 levels is usual." */
export function compare(measurement: Measurement, name = measurement.name): string {
  const { value, unit, usual } = measurement;
  const suffix =
    unit === '' ? '' : unit.startsWith('%') || unit.startsWith('°') ? unit.replace(/^% /, ' % ') : ` ${unit}`;
  return `${name} is ${plain(value)}${suffix}; ${plain(usual[0])}–${plain(usual[1])}${suffix} is usual.`;
}
