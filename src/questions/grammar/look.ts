import { takeKnownArtists } from './known-artists.ts';
import { VAGUE_ADJECTIVES } from './lexicon/adjectives.ts';
import { EMPTY_ADVERBS } from './lexicon/closed-class.ts';
import { MEDIA } from './lexicon/nouns.ts';
import { STYLE_HEADS, STYLE_WORDS } from './lexicon/style-terms.ts';
import type { Style } from './scene.ts';
import { makeToken, shownWord, type Token } from './tokens.ts';

/** A name of one to four words, as artists are named, lower or upper case. */
const NAME = String.raw`\p{L}[\p{L}'.-]*(?:\s+(?!and\b|in\b|on\b|with\b|at\b|of\b)\p{L}[\p{L}'.-]*){0,3}`;
const STYLE_OF = new RegExp(
  String.raw`(?:,\s*)?\b(?:in|with)\s+(?:(?:the|a)\s+)?(?:styles?|manner|aesthetic)\s+of\s+(${NAME}(?:\s+and\s+${NAME})?)|(?:,\s*)?\bin\s+((?:an?\s+|the\s+)?(?:[\p{L}-]+\s+){1,3}style)\b(?!\s+(?!(?:and|with|of|by|in|on|at)\b)\p{L})`,
  'iu',
);
const BY_ARTIST = new RegExp(
  String.raw`(?:,\s*|^|\s)(?:art(?:work)?\s+|painted\s+|drawn\s+|illustration\s+)?by\s+(${NAME}(?:\s*(?:,|and)\s+${NAME})*)\s*$`,
  'iu',
);
const TRENDING = /\btrending (?:on|in|at) (?:the )?(?:art ?station|deviant ?art|[a-z]+)(?: hq)?\b/iu;
const PAINTED_IN =
  /,?\s*\b((?:painted|drawn|rendered|done|sketched)\s+in\s+(?:watercolou?rs?|oils?|oil paint|gouache|acrylics?|ink|pastels?|charcoal|pencil|crayon|chalk))\b/iu;
const RATIO = /(?:\b(?:in|with)\s+(?:an?\s+)?)?\baspect ratio(?: of| is)? (\d{1,2}:\d{1,2})\b/iu;
const PLAIN_MEDIA = new Set('view scene shot video clip footage image picture film movie style landscape'.split(' '));

/** Cuts "in the style of …" out of a text. */
export function cutStyleOf(text: string): { text: string; styles: Style[] } {
  const styles: Style[] = [];
  let rest = text;
  for (let match = STYLE_OF.exec(rest); match !== null && styles.length < 3; match = STYLE_OF.exec(rest)) {
    const said = (match[1] ?? match[2] ?? '')
      .trim()
      .replace(/[.,;!?]+$/u, '')
      .replace(/^(?:an?|the)\s+/iu, '');
    const names = match[1] === undefined ? [said.replace(/\s+style$/iu, '')] : said.split(/\s+and\s+/u);
    styles.push(...names.map((name): Style => ({ text: name, form: 'by' })));
    rest = `${rest.slice(0, match.index).trimEnd()}, ${rest.slice(match.index + match[0].length).trimStart()}`;
  }
  const painted = PAINTED_IN.exec(rest);
  if (painted?.[1] !== undefined) {
    styles.push({ text: painted[1], form: 'is' });
    rest = `${rest.slice(0, painted.index).trimEnd()}, ${rest.slice(painted.index + painted[0].length).trimStart()}`;
  }
  const ratio = RATIO.exec(rest);
  if (ratio?.[1] !== undefined) {
    styles.push({ text: ratio[1], form: 'ratio' });
    rest = `${rest.slice(0, ratio.index).trimEnd()}, ${rest.slice(ratio.index + ratio[0].length).trimStart()}`;
  }
  const trending = TRENDING.exec(rest);
  if (trending !== null) {
    styles.push({ text: trending[0], form: 'is' });
    rest = `${rest.slice(0, trending.index).trimEnd()}, ${rest.slice(trending.index + trending[0].length).trimStart()}`;
  }
  return { text: rest.replace(/\s*,(?:\s*,)+/gu, ',').replace(/^[\s,]+/u, ''), styles };
}

/** Takes the pieces between commas that describe the look of the whole picture out of a sentence. */
export function takeStyles(sentence: readonly Token[]): { rest: Token[]; styles: Style[] } {
  const known = takeKnownArtists(sentence);
  const tokens = known.rest;
  const styles: Style[] = [];
  const rest: Token[] = [];
  const pieces = split(tokens);
  let lastSigned: readonly Token[] | null = null;
  let parted = false;
  for (const [index, piece] of pieces.entries()) {
    const alone = (pieces.length > 1 || piece.length <= 4) && !isUnfinished(rest, pieces.slice(index));
    const told = pieces
      .slice(index + 1)
      .some((later) => later.some((token) => token.pos === 'aux' || token.pos === 'verb'));
    const signedBefore = styles.at(-1)?.form === 'by' && index > 0 && pieces[index - 1] === lastSigned;
    if (signedBefore && piece.length > 1 && piece.length <= 3 && piece.every((token) => token.pos === 'name')) {
      // "by Ann Lee, Bo Chan": the list of who made it goes on.
      styles.push({ text: piece.map((token) => token.text).join(' '), form: 'by' });
      lastSigned = piece;
      continue;
    }
    const found = alone ? styleOfPiece(piece, index, told) : null;
    if (found !== null) {
      if (found.some((style) => style.form === 'by')) lastSigned = piece;
      styles.push(...found);
      parted = true;
      continue;
    }
    styles.push(...takeTail(piece));
    const signed = takeArtists(piece);
    const medium = takeMedium(signed.rest);
    styles.push(...medium.styles, ...signed.styles);
    if (signed.styles.length > 0) lastSigned = piece;
    const comma = tokens.find((token) => token.pos === 'punct');
    // What a look stands between is no list: two commas part it.
    if (rest.length > 0 && medium.rest.length > 0 && comma !== undefined)
      rest.push(...(parted ? [comma, comma] : [comma]));
    parted = false;
    rest.push(...medium.rest);
  }
  return { rest, styles: [...styles, ...known.styles] };
}

/** "with happy, angry and sad faces": the noun is still to come. */
function isUnfinished(before: readonly Token[], after: readonly Token[][]): boolean {
  const last = before.at(-1);
  const closes = after.some((piece) => piece.some((token) => token.pos === 'conj'));
  return closes && last?.pos === 'adj' && before.some((token) => token.pos === 'noun' || token.pos === 'prep');
}

function split(tokens: readonly Token[]): Token[][] {
  const pieces: Token[][] = [[]];
  for (const token of tokens) {
    if (token.pos === 'punct') pieces.push([]);
    else pieces.at(-1)?.push(token);
  }
  return pieces.filter((piece) => piece.length > 0);
}

/** @param told whether something is told after it: then adjectives describe a thing rather than the picture */
function styleOfPiece(piece: readonly Token[], index: number, told: boolean): Style[] | null {
  const words = piece.filter(
    (token) => token.pos !== 'det' && token.lower !== 'and' && !EMPTY_ADVERBS.has(token.lower),
  );
  const text = words.map((token) => token.lower).join(' ');
  const last = words.at(-1);
  if (last === undefined || words.length > 6) return null;
  const by = BY_ARTIST.exec(piece.map((token) => token.text).join(' '));
  if (by?.[1] !== undefined && piece[0]?.lower === 'by') {
    return by[1].split(/\s+and\s+/u).map((name) => ({ text: name, form: 'by' }));
  }
  if (piece.some((token) => token.pos === 'verb' && token.form !== 'ed')) {
    return /^(?:trending|award-?winning)\b/u.test(text)
      ? [{ text: piece.map((token) => token.text).join(' '), form: 'is' }]
      : null;
  }
  const lead = leadingLooks(words);
  if (lead.length > 0) {
    const rest = words.slice(lead.length);
    const inner = styleOfPiece(rest, Math.max(1, index), told);
    if (inner !== null) return [{ text: lead.map((token) => token.lower).join(' '), form: 'is' }, ...inner];
  }
  if (STYLE_WORDS.has(text))
    return [{ text: words.map((token) => shownWord(token)).join(' '), form: formOf(last, words) }];
  if (piece.some((token) => ['prep', 'verb', 'aux', 'pron', 'rel', 'poss', 'quote', 'num'].includes(token.pos))) {
    return null;
  }
  const tail =
    STYLE_HEADS.has(last.lower) && !(piece[0]?.pos === 'det' && piece[0].lower !== 'a' && piece[0].lower !== 'an');
  if (tail && (index > 0 || words.length <= 3))
    return [{ text: words.map((token) => shownWord(token)).join(' '), form: formOf(last, words) }];
  const adjectives =
    words.every((token) => token.pos === 'adj' || token.pos === 'adv' || STYLE_WORDS.has(token.lower)) &&
    words.some((token) => STYLE_WORDS.has(token.lower));
  if (adjectives && index > 0 && !told) {
    // "highly detailed" is one look, "moody vibrant" are two.
    if (words.some((token) => token.pos === 'adv')) return [{ text, form: 'is' }];
    if (last.pos === 'noun') return [{ text, form: 'is' }];
    return words.map((token) => ({ text: token.lower, form: 'is' }));
  }
  return null;
}

/** "Highly detailed" of "highly detailed fantasy art": a look of its own in front of another. */
function leadingLooks(words: readonly Token[]): readonly Token[] {
  const size = words[0]?.pos === 'adv' ? 2 : 1;
  const lead = words.slice(0, size);
  const last = lead.at(-1);
  const look = last !== undefined && (STYLE_WORDS.has(last.lower) || VAGUE_ADJECTIVES.has(last.lower));
  // "Dramatic cinematic lighting" is one look.
  const head = words.at(-1);
  const whole = words.length <= 3 && size === 1 && head?.pos === 'noun' && HAD.test(head.lower);
  return words.length > size + 1 && look && last.pos === 'adj' && !whole ? lead : [];
}

/** Looks that a picture has, rather than is. */
const HAD =
  /^(?:field|bokeh|flare|grain|glow|contrast|focus|details?|light|lighting|lights|blur|lens|composition|exposure|colou?rs?|tones?|palette|textures?|atmosphere|mood)$/u;

function formOf(last: Token, words: readonly Token[]): Style['form'] {
  // "Comic." asks for one.
  if (words.length === 1 && /^(?:comic|cartoon)$/u.test(last.lower)) return 'a';
  if (SITES.test(last.lower) || (last.lower === 'style' && words.length > 1)) return 'by';
  if (words.every((token) => token.pos === 'adj' || token.pos === 'adv') || /doors$/u.test(last.lower)) return 'is';
  if (MEDIA.has(last.lower) || /^(?:print|cover|poster|wallpaper|artwork)$/u.test(last.lower))
    return last.lower === 'art' ? 'is' : 'a';
  if (last.lower === 'masterpiece') return 'a';
  if (HAD.test(last.lower) || (last.pos === 'noun' && last.plural)) return 'has';
  return STYLE_HEADS.has(last.lower) && last.pos === 'noun' && words.length > 1 ? 'has' : 'is';
}

/** "An award-winning pencil illustration of a fox" at the start of a piece: looks, and the fox remains. */
function takeMedium(piece: readonly Token[]): { rest: Token[]; styles: Style[] } {
  const keep = { rest: [...piece], styles: [] };
  const at = piece.findIndex((token, index) => MEDIA.has(mediumName(token)) && isMediumLink(piece[index + 1]));
  const lead = piece.slice(0, at);
  if (at < 0 || at > 6) return keep;
  if (lead.some((token) => !['det', 'adj', 'noun', 'name', 'num', 'adv', 'other', 'conj'].includes(token.pos)))
    return keep;
  if (lead[0]?.pos === 'det' && /^(?:the|this|that|these)$/u.test(lead[0].lower)) return keep;
  const medium = piece[at];
  if (medium === undefined) return keep;
  const words = withDegrees(lead.filter((token) => token.pos !== 'det' && token.pos !== 'conj'));
  const vague = words.filter((token) => VAGUE_ADJECTIVES.has(token.lower));
  const rest = words.filter((token) => !vague.includes(token));
  // "A lifelike award-winning pencil illustration": a long string of looks is asked one by one.
  const looks = rest.filter((token) => (token.pos === 'adj' || /like$/u.test(token.lower)) && isLook(token.lower));
  const apart = rest.length > 2 ? rest.filter((token) => token.pos === 'adj') : rest.length > 1 ? looks : [];
  const telling = rest.filter((token) => !apart.includes(token));
  const styles = [...vague, ...apart].map((token): Style => ({ text: token.lower, form: 'is' }));
  if (telling.length > 0 || !PLAIN_MEDIA.has(mediumName(medium))) {
    const plain = PLAIN_MEDIA.has(mediumName(medium)) && telling.every((token) => token.pos === 'adj');
    if (plain) styles.push(...telling.map((token): Style => ({ text: token.lower, form: 'is' })));
    else styles.push({ text: [...telling, medium].map((token) => shownWord(token)).join(' '), form: 'a' });
  }
  return { rest: piece.slice(at + 2), styles };
}

/** "photo" of "photos of dogs" at the start of a prompt. */
function mediumName(token: Token): string {
  return /^(?:photo|photograph|picture|image|painting|drawing|sketche?|illustration|portrait|cartoon)s$/u.test(
    token.lower,
  )
    ? token.root
    : token.lower;
}

/** "lifelike", "highly detailed". */
function isLook(text: string): boolean {
  return STYLE_WORDS.has(text) || STYLE_WORDS.has(text.split(' ').at(-1) ?? '');
}

/** "highly detailed" as one word. */
function withDegrees(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token, index) => {
    const next = tokens[index + 1];
    if (token.pos === 'adv' && next?.pos === 'adj') return [];
    const before = tokens[index - 1];
    const graded = before?.pos === 'adv' && token.pos === 'adj';
    return [
      graded ? { ...token, text: `${before.text} ${token.text}`, lower: `${before.lower} ${token.lower}` } : token,
    ];
  });
}

/** Takes sure signs of a look off the end of a piece: "a dark village 8k cinematic". */
function takeTail(piece: Token[]): Style[] {
  const styles: Style[] = [];
  for (
    let last = piece.at(-1);
    piece.length > 2 && last !== undefined && SURE_STYLE.test(last.lower);
    last = piece.at(-1)
  ) {
    const before = piece.at(-2);
    if (before !== undefined && (before.pos === 'prep' || before.pos === 'det' || before.pos === 'aux')) break;
    styles.unshift({ text: last.text, form: 'is' });
    piece.pop();
  }
  return styles;
}

const SITES = /^(?:artstation|deviantart|pixiv|pinterest|cgsociety|behance|dribbble)$/u;
const SURE_STYLE =
  /^(?:\d+k|u?hd|hdr|cinematic|photorealistic|photorealism|hyper-?realis(?:m|tic)|realism|surrealism|masterpiece|cgi|vaporwave|synthwave|watercolou?r)$/u;
const MAKING =
  /^(?:paint|draw|illustrate|make|create|photograph|direct|design|render)(?:ed|n|d)?$|^(?:made|drawn|art)$/u;

/** "a city by Ann Lee and Bo Chan": who made such pictures, not who is beside the city. */
function takeArtists(piece: readonly Token[]): { rest: Token[]; styles: Style[] } {
  const at = piece.findIndex((token) => token.lower === 'by');
  const names = piece.slice(at + 1).map((token) => (token.lower === 'by' ? makeToken('and', 'conj') : token));
  const before = piece[at - 1];
  const passive = before?.pos === 'verb' && !MAKING.test(before.lower);
  const named =
    names.length > 0 &&
    names.length <= 24 &&
    names.every((token) => ['noun', 'name', 'conj', 'adj'].includes(token.pos) && !token.plural);
  if (at < 1 || passive || !named || before?.pos === 'adv') return { rest: [...piece], styles: [] };
  const end = before !== undefined && MAKING.test(before.lower) ? at - 1 : at;
  const artists = names
    .map((token) => (token.pos === 'conj' ? ',' : token.text))
    .join(' ')
    .split(/ ?, ?/u);
  const form = before !== undefined && /^art(?:work)?$/u.test(before.lower) ? 'art' : 'by';
  return { rest: piece.slice(0, end), styles: artists.map((text) => ({ text, form })) };
}

function isMediumLink(token: Token | undefined): boolean {
  return token !== undefined && /^(?:of|showing|depicting|featuring|shows|depicts|about)$/u.test(token.lower);
}
