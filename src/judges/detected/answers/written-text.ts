import { boxAround, boxInFrame } from '../../../detectors/boxes.ts';
import { matchQuotedText, type TextMatch } from '../../../detectors/ocr/match-quoted-text.ts';
import type { TextLine } from '../../../detectors/ocr/text-line.ts';
import { type Box, placeWords } from '../../../domain/box.ts';
import type { Moment } from '../../../domain/moment.ts';
import type { Question } from '../../../domain/question.ts';
import { formatTime } from '../../../domain/time.ts';
import type { Answer } from '../answer.ts';
import type { Calibration } from '../calibration.ts';
import type { FrameText } from '../read-clip.ts';

interface FrameMatch {
  frame: FrameText;
  match: TextMatch;
  box: Box;
}

/** Letters of what was read that a reason cites. */
const MOST_CITED = 60;

/**
 * Is the quoted text written in the clip?
 * @param frames what was read, in the order of time
 */
export function writtenText(
  { entity }: Question,
  quote: string,
  frames: readonly FrameText[],
  { text: { nearSimilarity, pSame, pNear, pOther, pNothing } }: Calibration,
): Answer {
  const matches = frames.flatMap((frame): FrameMatch[] => {
    const match = matchQuotedText(quote, frame.lines);
    return match.lines.length === 0 ? [] : [{ frame, match, box: placeOf(match.lines, frame) }];
  });
  const [best] = [...matches].sort((a, b) => b.match.similarity - a.match.similarity);
  const frameCount = frames.length === 1 ? 'the one frame' : `any of ${frames.length} frames`;
  if (best === undefined) {
    const read = frames.some(({ lines }) => lines.length > 0);
    return {
      pYes: read ? pOther : pNothing,
      reason: read
        ? `Nothing like “${quote}” is read in ${frameCount}.`
        : `No text is read in ${frameCount}; lettering that is small or ornate can be missed.`,
      moments: [],
    };
  }
  const { frame, match, box } = best;
  const where = `at ${formatTime(frame.timeSeconds)}, ${placeWords(box)}`;
  if (match.isSame) {
    const slips = match.similarity < 1 ? `, which is “${quote}” but for what the reader takes for one another` : '';
    const carrier = entity === null ? '' : ` Whether it stands on the ${entity} the reader does not tell.`;
    return {
      pYes: pSame,
      reason: `${cited(match.lines)} is read ${where}${slips}.${carrier}`,
      moments: matches.filter((one) => one.match.isSame).map(momentOf),
    };
  }
  const isNear = match.similarity >= nearSimilarity;
  const doubt = isNear ? ' Where letters are small or ornate, the slip can be the reader’s.' : '';
  return {
    pYes: isNear ? pNear : pOther,
    reason: `“${quote}” is not read in ${frameCount}; most like it is ${cited(match.lines)} ${where}.${doubt}`,
    moments: [momentOf(best)],
  };
}

function momentOf({ frame, match, box }: FrameMatch): Moment {
  return {
    startSeconds: frame.timeSeconds,
    endSeconds: frame.timeSeconds,
    frames: [frame.frame],
    label: `${cited(match.lines)} is read`,
    outsideClip: false,
    box,
  };
}

function cited(lines: readonly TextLine[]): string {
  const letters = [...lines.map(({ text }) => text.trim()).join(' ')];
  return letters.length <= MOST_CITED ? `“${letters.join('')}”` : `“${letters.slice(0, MOST_CITED).join('')}…”`;
}

function placeOf(lines: readonly TextLine[], { size }: FrameText): Box {
  return boxInFrame(
    boxAround(lines.flatMap(({ box }) => box.map(({ x, y }) => ({ x, y, width: 0, height: 0 })))),
    size,
  );
}
