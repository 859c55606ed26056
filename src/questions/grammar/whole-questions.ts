import { contentWords } from './content-words.ts';
import { alignment, type Draft } from './draft.ts';
import { isLettering } from './entities.ts';
import { withArticle } from './inflect.ts';
import { VAGUE_ADJECTIVES } from './lexicon/adjectives.ts';
import { truncate } from './normalise.ts';
import type { Scene, Style, WrittenText } from './scene.ts';
import type { Wording } from './wording.ts';

/** What the prompt asks of the clip as a whole: time of day, look, camera, and written text. */
export function wholeQuestions(scene: Scene, wording: Wording): Draft[] {
  return [
    ...scene.times.map((time) =>
      alignment({ kind: 'scene', text: `Is it ${time}?`, slug: ['time', time], importance: 86 }),
    ),
    ...scene.texts.map((text) => writtenQuestion(text, wording)),
    ...scene.cameras.map((camera) =>
      alignment({ kind: 'camera', text: camera.text, slug: [camera.id], importance: 92, move: camera.move }),
    ),
    ...styleQuestions(scene, wording),
  ];
}

function writtenQuestion({ text, carrier, verb, surface }: WrittenText, wording: Wording): Draft {
  const quoted = `“${truncate(text, 120)}”`;
  const owner = carrier?.possessor ?? null;
  const question =
    surface !== null && carrier !== null
      ? `${wording.is(carrier)} the ${carrier.name} ${quoted} ${surface.preposition} ${wording.the(surface.entity)}?`
      : carrier !== null && owner !== null && isLettering(carrier)
        ? `${wording.does(owner)} ${wording.the(owner)} have the ${carrier.name} ${quoted}?`
        : carrier === null
          ? surface === null
            ? `Does ${quoted} appear in the clip?`
            : `Is ${quoted} ${surface.preposition} ${wording.a(surface.entity)}?`
          : `${wording.does(carrier)} ${wording.the(carrier)} ${verb ?? 'show'} ${quoted}?`;
  return alignment({
    kind: 'rendered_text',
    text: question,
    slug: [carrier === null ? '' : wording.name(carrier), text],
    about: carrier,
    needs: carrier === null ? [] : [carrier],
    importance: 95,
    quote: text,
  });
}

function styleQuestions(scene: Scene, wording: Wording): Draft[] {
  const subject = pictured(scene, wording);
  const of = subject === null ? '' : ` of ${subject}`;
  // "Is the portrait of the woman noir?" where the prompt says what it is and nothing that happens, else "Is the clip noir?".
  const medium =
    scene.styles
      .find(({ text, form }) => form === 'a' && !text.includes(' ') && !/masterpiece/iu.test(text))
      ?.text.toLowerCase() ?? null;
  const short = subject !== null && subject.split(' ').length === 2;
  const whole =
    subject !== null ? `the ${short && medium !== null ? medium : 'picture'}${of}` : `the ${medium ?? 'clip'}`;
  const aside = (text: string) => contentWords(`${text} ${of}`).length > MOST_WORDS;
  // "In the style of …" has words enough of its own: "the female" of "the fantasy female".
  const head =
    subject?.startsWith('the ') === true && !/ and | of /u.test(subject) ? `the ${subject.split(' ').at(-1)}` : null;
  const painted = head === null ? `the ${medium ?? 'clip'}` : `the ${medium ?? 'picture'} of ${head}`;
  return scene.styles.map(({ text, form }) =>
    alignment({
      kind: 'style',
      text:
        form === 'a'
          ? isPluralMedium(text)
            ? `Are these ${text}${aside(text) ? '' : of}?`
            : `Is this ${MASS_MEDIA.test(text) ? text : withArticle(text)}${aside(text) ? '' : of}?`
          : styleText(text, form, form === 'by' ? painted : whole),
      slug: [text],
      importance: VAGUE_ADJECTIVES.has(text.toLowerCase()) ? 58 : form === 'a' ? 82 : 72,
    }),
  );
}

/** A question about a look leaves out what is pictured where it would ask for more words than these. */
const MOST_WORDS = 3;

function isPluralMedium(text: string): boolean {
  return /(?:photo|photograph|picture|image|painting|drawing|sketch|illustration|portrait|cartoon)s$/iu.test(text);
}

const MASS_MEDIA = /(?:^|\s)(?:photography|art|footage|cgi|animation|calligraphy|anime|artwork)$/iu;

/** Longer names are shortened to their last words in a question that is about the look. */
const MOST_NAME_WORDS = 2;

/** What a prompt without any action shows a picture of: its first entity, or the two that it puts side by side. */
function pictured(scene: Scene, wording: Wording): string | null {
  const [first, second] = scene.entities.filter(
    (entity) => !entity.absent && entity.possessor === null && entity.within === null && !entity.implied,
  );
  if (first === undefined || scene.actions.some((action) => action.root !== 'wear' && !action.passive)) return null;
  const beside = second !== undefined && first.peers.includes(second) ? second : null;
  const both = beside === null ? '' : `${wording.name(first)} and ${wording.the(beside)}`;
  if (both !== '' && both.split(' ').length <= MOST_NAME_WORDS + 3) return `the ${both}`;
  const name = wording.name(first).split(' ');
  return first.of === null && name.length > MOST_NAME_WORDS
    ? `the ${name.slice(-MOST_NAME_WORDS).join(' ')}`
    : wording.the(first);
}

function styleText(text: string, form: Exclude<Style['form'], 'a'>, whole: string): string {
  switch (form) {
    case 'by':
      if (/ style$/iu.test(text)) return `Is ${whole} in ${withArticle(text)}?`;
      return `Is ${whole} in the style of ${text}?`;
    case 'art':
      return `Is this art by ${text}?`;
    case 'ratio':
      return `Is the aspect ratio ${text}?`;
    case 'has':
      if (/lens$/iu.test(text)) return `Does ${whole} look shot with ${withArticle(text)}?`;
      if (/engine$/iu.test(text)) return `Is ${whole} rendered in ${text}?`;
      return `Does ${whole} have ${text}?`;
    case 'is':
      return `Is ${whole} ${text}?`;
  }
}
