import type { CameraMove } from '../../../domain/question.ts';

/**
 * Camera instructions. `pattern` is looked for in the prompt; `text` is the question, in which `$0` stands for what the
 * prompt says and `$1` for its first group. Order matters: what is found is cut out before the next pattern looks.
 */
export interface CameraTerm {
  id: string;
  pattern: RegExp;
  text: string;
  move?: CameraMove;
}

const CAMERA = String.raw`(?:(?:the|a|an)\s+)?(?:(?:slow|smooth|steady|gentle|gradual|quick|fast|cinematic)\s+)?(?:\bcamera\s+(?:is\s+|then\s+|slowly\s+|gently\s+|smoothly\s+|gradually\s+|quickly\s+|steadily\s+|begins?\s+to\s+|starts?\s+to\s+|starts?\s+)*)`;
const ADVERB = String.raw`(?:\s+(?:slowly|gently|smoothly|gradually|quickly|steadily|slightly))?`;
const LEAD = String.raw`\b(?:(?:a|an|the|with|slow|slowly|smooth|smoothly|steady|gentle|quick|gradual|cinematic)\s+)*`;

/** "camera pans left", "slow pan left", "panning to the left". */
function move(verbs: string, nouns: string, direction: string): RegExp {
  const after = direction === '' ? '' : String.raw`${ADVERB}\s+${direction}`;
  return new RegExp(`${CAMERA}(?:${verbs})${after}${ADVERB}\\b|${LEAD}(?:${nouns})${after}\\b`, 'iu');
}

const TO = String.raw`(?:to\s+(?:the\s+)?|towards?\s+(?:the\s+)?)?`;
const PAN_VERB = 'pans?|panning|swings?|turns?|turning';
const PAN_NOUN = 'camera pan|pan shot|panning shot|pan|panning';
const TILT_VERB = 'tilts?|tilting';
const TILT_NOUN = 'camera tilt|tilt shot|tilt|tilting';

export const CAMERA_TERMS: readonly CameraTerm[] = [
  {
    id: 'pan-left',
    pattern: move(PAN_VERB, PAN_NOUN, `${TO}left`),
    text: 'Does the camera pan left?',
    move: 'pan_left',
  },
  {
    id: 'pan-left',
    pattern: /\bpans?\s+(?:from\s+)?right\s+to\s+left\b/iu,
    text: 'Does the camera pan left?',
    move: 'pan_left',
  },
  {
    id: 'pan-right',
    pattern: move(PAN_VERB, PAN_NOUN, `${TO}right`),
    text: 'Does the camera pan right?',
    move: 'pan_right',
  },
  {
    id: 'pan-right',
    pattern: /\bpans?\s+(?:from\s+)?left\s+to\s+right\b/iu,
    text: 'Does the camera pan right?',
    move: 'pan_right',
  },
  {
    id: 'tilt-up',
    pattern: move(`${TILT_VERB}|${PAN_VERB}`, `${TILT_NOUN}|${PAN_NOUN}`, '(?:up|upwards?)'),
    text: 'Does the camera tilt up?',
    move: 'tilt_up',
  },
  {
    id: 'tilt-down',
    pattern: move(`${TILT_VERB}|${PAN_VERB}`, `${TILT_NOUN}|${PAN_NOUN}`, '(?:down|downwards?)'),
    text: 'Does the camera tilt down?',
    move: 'tilt_down',
  },
  {
    id: 'zoom-out',
    pattern: move('zooms?|zooming|pulls?|pulling', 'zoom|zooms|zooming|camera zoom', '(?:out|back|away)'),
    text: 'Does the camera zoom out?',
    move: 'zoom_out',
  },
  {
    id: 'zoom-in',
    pattern: move('zooms?|zooming', 'zoom|zooms|zooming|camera zoom', '(?:in|into|onto|closer|on)'),
    text: 'Does the camera zoom in?',
    move: 'zoom_in',
  },
  {
    id: 'dolly-out',
    pattern: move('doll(?:y|ies)|dollying', 'dolly|dolly shot', '(?:out|back|backwards?|away)'),
    text: 'Does the camera move backwards?',
    move: 'zoom_out',
  },
  {
    id: 'dolly-in',
    pattern: move(
      'doll(?:y|ies)|dollying|pushes|push|pushing|trucks?',
      'dolly|dolly shot|push',
      '(?:in|forwards?|closer)',
    ),
    text: 'Does the camera move closer?',
    move: 'zoom_in',
  },
  {
    id: 'forward',
    pattern: move(
      'moves?|moving|flies|fly|flying|glides?|gliding|pushes|push|travels?|tracks?',
      'camera movement|push',
      '(?:forwards?|closer|in)',
    ),
    text: 'Does the camera move forward?',
    move: 'zoom_in',
  },
  {
    id: 'backward',
    pattern: move(
      'moves?|moving|flies|glides?|pulls?|travels?|tracks?',
      'camera movement',
      '(?:backwards?|back|away|out)',
    ),
    text: 'Does the camera move backwards?',
    move: 'zoom_out',
  },
  {
    id: 'orbit',
    pattern: new RegExp(
      `${CAMERA}(?:orbits?|orbiting|circles?|circling|rotates?|rotating|revolves?|spins?|moves?|arcs?)(?:\\s+around)?\\b(?!\\s+(?:left|right|up|down|forward|back))|\\b(?:(?:an?|slow)\\s+)*(?:orbit(?:ing)? shot|orbital shot|360[ -]degree shot|arc shot|bullet[ -]time)\\b`,
      'iu',
    ),
    text: 'Does the camera move around its subject?',
    move: 'orbit',
  },
  {
    id: 'pan',
    pattern: move(PAN_VERB, 'camera pan|pan shot|panning shot|slow pan', ''),
    text: 'Does the camera pan?',
    move: 'pan',
  },
  { id: 'tilt', pattern: move(TILT_VERB, 'camera tilt|tilt shot', ''), text: 'Does the camera tilt?', move: 'tilt' },
  {
    id: 'dolly',
    pattern: move('doll(?:y|ies)|dollying', 'dolly shot|dolly zoom|dolly', ''),
    text: 'Does the camera move as in a dolly shot?',
    move: 'moving',
  },
  {
    id: 'zoom',
    pattern: move('zooms?|zooming', 'camera zoom|zoom shot', ''),
    text: 'Does the camera zoom?',
    move: 'zoom_in',
  },
  {
    id: 'handheld',
    pattern:
      /\b(?:(?:a|the|with|shaky)\s+)*(?:hand-?held|shaky)(?:\s+(?:camera|cam|shot|footage|camcorder|style|look))?\b|\bshaky[ -]?cam\b/iu,
    text: 'Does the camera shake as if held by hand?',
    move: 'handheld',
  },
  {
    id: 'static',
    pattern:
      /\b(?:(?:a|the|with|completely|fixed)\s+)*(?:static|fixed|stationary|locked[ -]off|locked|motionless|still|unmoving)\s+(?:camera(?:\s+(?:shot|angle|position))?|shot|frame|tripod)\b|\b(?:the\s+)?camera\s+(?:is\s+|remains\s+|stays\s+|holds\s+)+(?:static|fixed|still|stationary|steady|motionless|locked)\b|\b(?:on\s+a\s+)?tripod shot\b/iu,
    text: 'Does the camera stay still?',
    move: 'static',
  },
  {
    id: 'tracking',
    pattern:
      /\b(?:(?:a|an|the|smooth|slow|cinematic|steady|low-angle)\s+)*(?:tracking|follow|trucking|steadicam|crane|moving|jib|fpv)\s+(?:camera\s+)?shots?\b/iu,
    text: 'Is this a $0?',
    move: 'moving',
  },
  {
    id: 'film-stock',
    pattern:
      /\b(?:cinematic\s+)?(?:film\s+)?((?:shot|filmed|recorded|captured)\s+(?:on|in|with|using)\s+(?:an?\s+)?(?:(?:\p{L}|[\d.])+\s+){0,3}?(?:\d+\s?mm(?:\s+(?:film|lens))?|film|imax|vhs|camera|camcorder|smartphone|iphone|phone|gopro|dslr|lens))\b/iu,
    text: 'Does the clip look $1?',
  },
  {
    id: 'following',
    pattern: new RegExp(
      `${CAMERA}(?:follows?|following|tracks?|tracking|trails?|chases?)(?:\\s+(?:along|behind))?\\b`,
      'iu',
    ),
    text: 'Does the camera follow its subject?',
    move: 'moving',
  },
  {
    id: 'moving',
    pattern: new RegExp(
      `${CAMERA}(?:moves?|moving|glides?|gliding|flies|flying|travels?|sweeps?|sweeping|drifts?|soars?|rises?|rising|descends?|lowers?|ascends?|advances?|lifts?|cranes?)${ADVERB}(?:\\s+(?:up|down|left|right|upwards?|downwards?))?\\b`,
      'iu',
    ),
    text: 'Does the camera move?',
    move: 'moving',
  },
  {
    id: 'drone',
    pattern:
      /\b(?:(?:a|an|the|cinematic|high)\s+)*(?:aerial(?:\s+drone)?|(?:fpv\s+)?drone|fpv|helicopter|bird'?s[ -]eye)(?:\s+(?:camera|drone))?\s+(?:shot|view|footage|video|photography|perspective|angle)s?\b/iu,
    text: 'Is this a $0?',
  },
  {
    id: 'from-above',
    pattern:
      /\b(?:(?:seen|viewed|shot|filmed|taken|shown)\s+)?from\s+(?:a\s+drone|the\s+air|directly\s+above|above|overhead)\b/iu,
    text: 'Is the scene shown from above?',
  },
  {
    id: 'from-side',
    pattern: /\b(?:seen|viewed|shot|filmed|shown)\s+(from\s+(?:behind|below|the\s+(?:side|front|back|left|right)))\b/iu,
    text: 'Is the scene shown $1?',
  },
  {
    id: 'point-of-view',
    pattern:
      /\b(?:(?:seen|viewed|shot|filmed|taken|shown)\s+)?(from\s+the\s+(?:point\s+of\s+view|perspective|viewpoint|pov|eyes)\s+of\s+(?:an?\s+|the\s+|its\s+)?\p{L}+)\b/iu,
    text: 'Is the scene shown $1?',
  },
  {
    id: 'close-up',
    pattern:
      /\b(?:(?:a|an|the|in|cinematic|tight|detailed|super)\s+)*(?:extreme\s+|medium\s+|macro\s+)?close-?\s?ups?(?:\s+(?:shot|view|portrait|photo|photograph|footage|video|angle))?\b/iu,
    text: 'Is this a $0?',
  },
  {
    id: 'shot-size',
    pattern:
      /\b(?:(?:a|an|the|in|cinematic)\s+)*((?:extreme\s+|ultra\s+)?(?:wide|medium|long|full|establishing|macro|wide-angle|full[ -]body|low[ -]angle|high[ -]angle|look[ -]up|looking[ -]up|over[ -]the[ -]shoulder|overhead|top[ -]down|point[ -]of[ -]view|first[ -]person|pov|studio|eye[ -]level|worm'?s[ -]eye|dutch[ -]angle|panoramic|front|side|rear|back|top|bottom|three[ -]quarter))(?:\s+(?:camera|angle|lens))?\s+(?:shot|view|angle|perspective|footage|pov)s?\b/iu,
    text: 'Is this a $0?',
  },
  {
    id: 'time-lapse',
    pattern:
      /\b(?:(?:a|an|the|in)\s+)*(?:hyper-?lapse|time[ -]?lapse)(?:\s+(?:shot|video|footage|photography|of\s+a|sequence))?\b/iu,
    text: 'Is this a time-lapse?',
  },
  {
    id: 'slow-motion',
    pattern:
      /\b(?:(?:a|an|the|in|super|ultra|extreme)\s+)*(?:slow[ -]?motion|slow-?mo)(?:\s+(?:shot|video|footage|capture))?\b/iu,
    text: 'Is the motion slow, as in slow motion?',
  },
];
