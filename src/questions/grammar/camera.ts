import { CAMERA_TERMS } from './lexicon/camera-terms.ts';
import type { CameraInstruction } from './scene.ts';

/** What follows a camera instruction and only leads on: "pans left to reveal a lake", "shot of a lake". */
const LEAD_ON =
  /^\s*(?:(?:flying|soaring|gliding|sweeping|swooping)\s+(?=(?:over|through|across|along|past|above|around|into|towards?)\b))?(?:of\b|,?\s*(?:to\s+)?(?:reveal|show|focus|captur|follow|fram|featur|depict|highlight)(?:s|es|ing|e|ed)?\b(?:\s+on\b)?|(?:on(?:to)?|over|across|around|through|along|past|towards?|into|out\s+of|away\s+from|from|above|up\s+to)\s+(?=(?:an?|the|his|her|their|its)\b))\s*/iu;

/** Of one kind of instruction a prompt has no more. */
const MOST_OF_A_KIND = 3;

const DESCRIBED = /\b(?:an?|the)\s+(?:\p{L}+(?:ant|ent|ful|ous|ive|ic|ing|al|ble|less)\s+){1,2}$/iu;

/**
 * Finds the camera instructions of a text and cuts them out, so that "a drone shot of a lake" leaves "a lake".
 * Instructions within quotes must be cut out before.
 */
export function cutCameraInstructions(text: string): { text: string; cameras: CameraInstruction[] } {
  const cameras: CameraInstruction[] = [];
  let rest = withSubjects(text);
  for (const term of CAMERA_TERMS) {
    for (let times = 0; times < MOST_OF_A_KIND; times++) {
      const match = term.pattern.exec(rest);
      if (match === null) break;
      rest = cut(rest, match);
      const camera = { id: term.id, text: describe(term.text, match), move: term.move ?? null };
      if (!cameras.some(({ text: told }) => told === camera.text)) cameras.push(camera);
    }
  }
  return { text: rest.replace(/\s+/gu, ' ').replace(/^[\s,]+/u, ''), cameras };
}

/** The text without the instruction, and without what described it or led on from it. */
function cut(text: string, match: RegExpExecArray): string {
  // "A poignant close-up": what describes the shot goes with it.
  const before = text.slice(0, match.index).replace(DESCRIBED, '');
  const after = text.slice(match.index + match[0].length);
  const led = LEAD_ON.exec(after);
  const start = /(?:^|[.!?,\n])\s*$/u.test(before) || led !== null;
  const comma = start && !/[,.]\s*$/u.test(before) && before.trim() !== '';
  return `${before}${comma ? ', ' : ' '}${led === null ? after : after.slice(led[0].length)}`;
}

/** Puts what the prompt says, without its article, in place of `$0`, and a part of it in place of `$1`. */
function describe(text: string, [said, part]: readonly string[]): string {
  const phrase = (said ?? '')
    .trim()
    .replace(/^(?:(?:a|an|the|in|with)\s+)+/iu, '')
    .replace(/\b(close)[- ]?(up)s\b/giu, '$1-$2')
    .replace(/\bclose up\b/giu, 'close-up')
    .replace(/\b(shot|view|angle|perspective)s$/iu, '$1')
    .toLowerCase();
  const question = text.replace('$0', phrase).replace('$1', (part ?? '').toLowerCase());
  return question.replace(/\ba (?=[aeiou])/u, 'an ');
}

/** "The camera pans left, then tilts up": the second verb has the camera for its subject as well. */
function withSubjects(text: string): string {
  if (!/\bcamera\b/iu.test(text)) return text;
  return text.replace(
    /,?\s*\b(?:and then|then|and)\s+(?=(?:slowly |gently |smoothly )?(?:pans?|tilts?|zooms?|orbits?|dollies|pulls|pushes|rotates|circles)\b)/giu,
    '. The camera ',
  );
}
