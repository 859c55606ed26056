import type { Measurement } from '../../domain/verdict.ts';

/** A number with as many digits as a person needs. */
export function plain(value: number): string {
  const size = Math.abs(value);
  if (size >= 10) return value.toFixed(0);
  return String(Number(value.toFixed(size >= 1 ? 1 : 2)));
}

/** "Noise is 3.2 levels; 0–2 levels is usual." or, where it is, "Noise is 1.2 levels, within the usual 0–2 levels." */
export function compare(measurement: Measurement): string {
  const { name, value, usual } = measurement;
  const unit = withSpace(measurement.unit);
  const range = `${plain(usual[0])}–${plain(usual[1])}${unit}`;
  const inside = value >= usual[0] && value <= usual[1];
  return `${name} is ${plain(value)}${unit}${inside ? `, within the usual ${range}.` : `; ${range} is usual.`}`;
}

function withSpace(unit: string): string {
  return unit === '' ? '' : ` ${unit}`;
}
