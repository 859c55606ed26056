import { alignment, type Draft } from './draft.ts';
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
    ...scene.styles.map((style) => styleQuestion(style)),
  ];
}

function writtenQuestion({ text, carrier, verb }: WrittenText, wording: Wording): Draft {
  const quoted = `“${truncate(text, 120)}”`;
  const question =
    carrier === null
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

function styleQuestion({ text, form }: Style): Draft {
  const vague = VAGUE_ADJECTIVES.has(text.toLowerCase());
  return alignment({
    kind: 'style',
    text: styleText(text, form),
    slug: [text],
    importance: vague ? 30 : form === 'a' ? 82 : form === 'by' ? 72 : 62,
  });
}

function styleText(text: string, form: Style['form']): string {
  switch (form) {
    case 'a':
      return `Is this ${withArticle(text)}?`;
    case 'by':
      return `Is the clip in the style of ${text}?`;
    case 'has':
      return `Does the clip have ${text}?`;
    case 'is':
      return `Is the clip ${text}?`;
  }
}
