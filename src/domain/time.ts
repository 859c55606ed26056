/** A time in the clip for a person: minutes, seconds and tenths, "0:02.1". */
export function formatTime(seconds: number): string {
  const tenths = Math.round(Math.max(0, seconds) * 10);
  const minutes = Math.floor(tenths / 600);
  const rest = (tenths % 600) / 10;
  return `${minutes}:${rest < 10 ? '0' : ''}${rest.toFixed(1)}`;
}

/** A stretch of the clip, "0:02.1–0:02.9"; a single time where both ends read the same. */
export function formatTimeRange(startSeconds: number, endSeconds: number): string {
  const start = formatTime(startSeconds);
  const end = formatTime(endSeconds);
  return start === end ? start : `${start}–${end}`;
}
