import type { Cited, TimeExpression } from './time-expressions.ts';
import { NUMBER_WORDS } from './time-phrases.ts';

/** A number that may be a time or a frame's. */
interface NumberToken {
  from: number;
  to: number;
  /** `bare`: without anything that says what it counts. */
  kind: 'frame' | 'clock' | 'seconds' | 'bare';
  /** Seconds, or the ordinal of a frame. */
  value: number;
  roundingSeconds: number;
  /** "frames", so that numbers without the word may follow. */
  plural: boolean;
  written: string;
}

const WORDS = NUMBER_WORDS.join('|');
const NUMBER = String.raw`\d{1,4}(?:\.\d{1,3}|,\d{1,3}(?=\s?s))?`;
const SECONDS = String.raw`(?:s|secs?\.(?=\s\w)|secs?|seconds?)(?![\p{L}\p{N}/])`;
const TOKEN = new RegExp(
  String.raw`(?<![\p{L}\p{N}.:$/×_])(?:${[
    String.raw`(?<frame>frames?)\s?(?:no\.?|number|#|:)?\s?(?<ordinal>\d{1,3}|${WORDS})(?![\p{L}\p{N}%]|[.:]\d)`,
    String.raw`(?:(?<hours>\d{1,2}):)?(?<clockMinutes>\d{1,3}):(?<clockSeconds>[0-5]\d(?:\.\d{1,3})?)(?![\p{N}:])`,
    String.raw`(?<minutes>\d{1,3})\s?m(?:in(?:ute)?s?)?\s(?:and\s)?(?<restSeconds>${NUMBER})\s?${SECONDS}`,
    String.raw`(?<milliseconds>\d{1,5})\s?(?:ms|milliseconds?)(?![\p{L}\p{N}])`,
    String.raw`(?<seconds>${NUMBER})\s?-?${SECONDS}`,
    String.raw`(?<word>${WORDS}|half a)(?: seconds?(?![\p{L}\p{N}])|(?=\s(?:to|and|or)\s(?:${WORDS})\sseconds?))`,
    String.raw`(?<bare>${NUMBER})(?![\p{L}\p{N}%]|[.:]\d)`,
  ].join('|')})`,
  'giu',
);

const RANGE = /^\s*(?:-|–|—|to|until|till|through|up to)\s*(?:the |about )?$/iu;
const LIST = /^(?:\s*,)?\s*(?:and|or|&)\s*$|^\s*,\s*$/iu;

const BETWEEN = /(?<!\p{L})between\s(?:the |about )?$/iu;

/** Citations by number: "1.25 s", "0:02", "from 1 to 2 seconds", "frames 3 and 4". */
export function findNumbers(text: string): TimeExpression[] {
  return chains(text).flatMap((chain) => {
    const [first, last] = [chain[0], chain.at(-1)];
    if (first === undefined || last === undefined || !points(chain, text)) return [];
    return [{ from: first.from, to: last.to, cited: readChain(chain, text) }];
  });
}

/** Numbers joined by "to", "and" or a dash: all of a chain are times, or all are frames. */
function chains(text: string): NumberToken[][] {
  const result: NumberToken[][] = [];
  for (const token of tokens(text)) {
    const chain = result.at(-1);
    const before = chain?.at(-1);
    if (chain !== undefined && before !== undefined && follows(before, token, text))
      chain.push(before.kind === 'frame' ? { ...token, kind: 'frame', plural: before.plural } : token);
    else result.push([token]);
  }
  return result;
}

function follows(before: NumberToken, token: NumberToken, text: string): boolean {
  const joint = text.slice(before.to, token.from);
  const range = RANGE.test(joint) || (LIST.test(joint) && BETWEEN.test(text.slice(0, before.from)));
  if (!range && !LIST.test(joint)) return false;
  if (before.kind === 'frame') return token.kind === 'frame' || (token.kind === 'bare' && (before.plural || range));
  // "At 1.2 s and 3 dogs": what comes behind a unit has one of its own.
  return token.kind !== 'frame' && (before.kind === 'bare' || token.kind !== 'bare');
}

function tokens(text: string): NumberToken[] {
  return [...text.matchAll(TOKEN)].map(({ 0: written, index, groups = {} }) => {
    const common = { from: index, to: index + written.length, plural: /^frames/iu.test(written), written };
    const { frame, ordinal = '', clockMinutes, clockSeconds = '', minutes, restSeconds = '', milliseconds } = groups;
    if (frame !== undefined) return { ...common, kind: 'frame', value: wordOrNumber(ordinal), roundingSeconds: 0 };
    if (clockMinutes !== undefined) {
      const whole = 3600 * Number(groups.hours ?? 0) + 60 * Number(clockMinutes);
      return { ...common, kind: 'clock', value: whole + Number(clockSeconds), roundingSeconds: rounding(clockSeconds) };
    }
    if (minutes !== undefined) {
      const value = 60 * Number(minutes) + toNumber(restSeconds);
      return { ...common, kind: 'seconds', value, roundingSeconds: rounding(restSeconds) };
    }
    if (milliseconds !== undefined)
      return { ...common, kind: 'seconds', value: Number(milliseconds) / 1000, roundingSeconds: 0.0005 };
    const digits = groups.seconds ?? groups.word ?? groups.bare ?? '';
    const kind = groups.bare === undefined ? 'seconds' : 'bare';
    return { ...common, kind, value: wordOrNumber(digits), roundingSeconds: rounding(digits) };
  });
}

const NAMED = /(?:(?<![\p{L}\p{N}])(?:t|time(?:stamps?)?(?: of)?)\s?[=:]?|@|(?<!\d ?)(?<!\p{L})seconds?)\s?$/iu;
const AT = /(?<!\p{L})(?:at|between|from)\s(?:about |around |approximately |roughly )?$/iu;
/** What may follow a number that is a time though no unit says so. */
const CLOSED = /^\s*(?:$|[.,;:!?)\]]|(?:and|but|as|the|an?|its?|his|her|their|there|where|when|while)(?!\p{L}))/iu;

const LASTING =
  /(?<!\p{L})(?:for|lasts?|lasting|lasted|every|each|another|per|over|takes?|took|taking|than|within)\s(?:about |around |roughly |only |just |nearly |almost |the )*$/iu;
const LENGTH =
  /^[\s-]*(?:long|of|clips?|videos?|footage|sequence|loop|later|earlier|apart|each|per|intervals?|duration|in length)(?!\p{L})/iu;
const BEFORE_WORD =
  /(?<!\p{L})(?:at|after|around|about|near|until|till|from|to|between|by)\s(?:the |about |around )*$/iu;
const INTO = /^\s(?:in|into|mark)(?!\p{L})/iu;
const BEFORE_NUMBER = /(?<!\p{L})(?:at|after|around|about|near|until|till|from|by|frame|\()\s?$/iu;
/** What shows a time of day, and what else is written with a colon. */
const DIAL =
  /(?<!\p{L})(?:clock|watch|sign|display|screen|ratio|aspect|score|text|reads?|says|showing)(?!\p{L})[^.]{0,20}$/iu;
const DAY = /^\s*(?:[ap]\.?m\b|o.clock|aspect|ratio|format|on the clock)/iu;
const ASPECT = /^(?:9:(?:16|18|20|21)|10:16|16:10)$/u;
/** "The 1960s". */
const DECADE = /^(?:\d0|\d{4})s$/u;

/** Whether a chain points into the clip, and does not tell how long something lasts or how many there are. */
function points(chain: readonly NumberToken[], text: string): boolean {
  const [first, last] = [chain[0], chain.at(-1)];
  if (first === undefined || last === undefined) return false;
  const before = text.slice(Math.max(0, first.from - 60), first.from);
  const after = text.slice(last.to, last.to + 40);
  if (/(?:^|[\s(])[-−]$/u.test(before)) return false;
  switch (last.kind) {
    case 'frame':
      return first.value > 0;
    case 'clock':
      return !DIAL.test(before) && !DAY.test(after) && !ASPECT.test(last.written);
    case 'bare':
      if (NAMED.test(before)) return true;
      return AT.test(before) && CLOSED.test(after) && chain.every(({ written }) => /\d\.\d/u.test(written));
    case 'seconds': {
      if (LASTING.test(before) || LENGTH.test(after)) return false;
      if (DECADE.test(last.written) && !INTO.test(after) && !BEFORE_NUMBER.test(before)) return false;
      // "In 2 seconds" tells how long, "in 1.25 s" repeats the caption of a frame.
      if (/(?<!\p{L})in\s$/iu.test(before) && chain.length === 1) return /\d\.\d/u.test(first.written);
      return !/^[a-z]/iu.test(last.written) || BEFORE_WORD.test(before) || INTO.test(after);
    }
  }
}

function readChain(chain: readonly NumberToken[], text: string): Cited[] {
  const cited: Cited[] = [];
  const between = chain.length === 2 && BETWEEN.test(text.slice(0, chain[0]?.from));
  for (let position = 0; position < chain.length; position++) {
    const token = chain[position];
    const next = chain[position + 1];
    if (token === undefined) continue;
    const range = next !== undefined && (between || RANGE.test(text.slice(token.to, next.from)));
    cited.push(range ? span(token, next) : span(token, token));
    if (range) position++;
  }
  const listed = cited.flatMap((each) => (each.type === 'frames' ? each.ordinals : []));
  return listed.length > 0 ? [{ type: 'frames', ordinals: listed }] : cited;
}

function span(a: NumberToken, b: NumberToken): Cited {
  const [low, high] = a.value <= b.value ? [a, b] : [b, a];
  if (a.kind === 'frame') {
    const length = Math.min(high.value - low.value + 1, 64);
    return { type: 'frames', ordinals: Array.from({ length }, (_, position) => low.value + position) };
  }
  const time = ({ value, roundingSeconds }: NumberToken) => ({ share: 0, seconds: value, roundingSeconds });
  return { type: 'times', start: time(low), end: time(high) };
}

function wordOrNumber(written: string): number {
  if (/^half/iu.test(written)) return 0.5;
  return NUMBER_WORDS.indexOf(written.toLowerCase()) + 1 || toNumber(written);
}

function toNumber(digits: string): number {
  return Number(digits.replace(',', '.'));
}

function rounding(digits: string): number {
  const decimals = /[.,](\d+)$/u.exec(digits)?.[1]?.length ?? 0;
  return 0.5 / 10 ** decimals;
}
