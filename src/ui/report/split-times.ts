/** A piece of a text: plain words, or a time in the clip. */
export interface TextPiece {
  text: string;
  /** Where it begins in the text. */
  offset: number;
  stretch: { startSeconds: number; endSeconds: number } | null;
}

const TIME = String.raw`\d{1,4}:\d\d\.\d`;
const TIMES = new RegExp(`(${TIME})(?:–(${TIME}))?`, 'g');

/** Finds the times that `formatTime` and `formatTimeRange` write. */
export function splitTimes(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let offset = 0;
  for (const match of text.matchAll(TIMES)) {
    const [found, start = '', end = start] = match;
    if (match.index > offset) pieces.push({ text: text.slice(offset, match.index), offset, stretch: null });
    const stretch = { startSeconds: parseTime(start), endSeconds: parseTime(end) };
    pieces.push({ text: found, offset: match.index, stretch });
    offset = match.index + found.length;
  }
  if (offset < text.length) pieces.push({ text: text.slice(offset), offset, stretch: null });
  return pieces;
}

function parseTime(time: string): number {
  const [minutes = '0', seconds = '0'] = time.split(':');
  return Number(minutes) * 60 + Number(seconds);
}
