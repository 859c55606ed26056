import { alignment, type Draft } from './draft.ts';
import { isLettering } from './entities.ts';
import { withArticle } from './inflect.ts';
import { VAGUE_ADJECTIVES } from './lexicon/adjectives.ts';
import { truncate } from './normalise.ts';
import type { Scene, WrittenText } from './scene.ts';
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

function writtenQuestion({ text, carrier, verb }: WrittenText, wording: Wording): Draft {
  const quoted = `“${truncate(text, 120)}”`;
  const owner = carrier?.possessor ?? null;
  const question =
    carrier !== null && owner !== null && isLettering(carrier)
      ? `${wording.does(owner)} ${wording.the(owner)} have the ${carrier.name} ${quoted}?`
      : carrier === null
        ? `Does the clip show ${quoted} as written text?`
        : `${wording.does(carrier)} ${wording.the(carrier)} ${verb ?? 'show'} ${quoted}?`;
  return alignment({
    kind: 'rendered_text',
    text: question,
    slug: [carrier === null ? '' : wording.name(carrier), text],
    about: carrier,
    needs: carrier === null ? [] : [carrier],
    importance: 95,
  });
}

function styleQuestions(scene: Scene, wording: Wording): Draft[] {
  const subject = pictured(scene, wording);
  const medium = scene.styles.find((style) => style.form === 'a');
  const of = subject === null ? '' : ` of ${subject}`;
  // "Is the portrait of the woman noir?" where the prompt is about a still picture, else "Is the clip noir?".
  const whole =
    medium !== undefined ? `the ${lastWord(medium.text)}${of}` : subject !== null ? `the picture${of}` : 'the clip';
  return scene.styles.map(({ text, form }) =>
    alignment({
      kind: 'style',
      text:
        form === 'a'
          ? `Is this ${MASS_MEDIA.test(text) ? text : withArticle(text)}${of}?`
          : styleText(text, form, whole),
      slug: [text],
      importance: VAGUE_ADJECTIVES.has(text.toLowerCase()) ? 30 : form === 'a' ? 82 : form === 'by' ? 72 : 62,
    }),
  );
}

const MASS_MEDIA = /(?:^|\s)(?:photography|art|footage|cgi|animation|calligraphy|anime|artwork)$/iu;

/** What a prompt without any action shows a picture of. */
function pictured(scene: Scene, wording: Wording): string | null {
  const [first] = scene.entities.filter((entity) => !entity.absent && entity.possessor === null && !entity.implied);
  if (first === undefined || scene.actions.length > 0) return null;
  return wording.the(first);
}

function lastWord(text: string): string {
  return text.split(' ').at(-1)?.toLowerCase() ?? '';
}

function styleText(text: string, form: 'is' | 'by' | 'has', whole: string): string {
  switch (form) {
    case 'by':
      if (/ style$/iu.test(text)) return `Is ${whole} in ${withArticle(text)}?`;
      return `Is ${whole} in the style of ${text}?`;
    case 'has':
      return `Does ${whole} have ${text}?`;
    case 'is':
      return `Is ${whole} ${text}?`;
  }
}
