import type { CameraMove } from '../../../domain/question.ts';
import { logistic, mean, median } from '../../../domain/statistics.ts';
import { REASONING_JUDGE } from '../../remedy.ts';
import type { Answerer } from '../answer.ts';
import type { MeasuredEvidence } from '../evidence.ts';
import { plain } from '../words.ts';

/** Rates at which a move is as likely noticed as not. */
const NOTICEABLE = { pan: 2.5, tilt: 2.5, zoom: 2.5, roll: 2, shake: 4 } as const;
/** Slope of the logistic over the logarithm of rate / noticeable rate. */
const SLOPE = 2.5;

interface CameraRates {
  /** % of the long edge per second, right positive. */
  pan: number;
  /** % of the long edge per second, up positive. */
  tilt: number;
  /** % per second, in positive. */
  zoom: number;
  /** Degrees per second. */
  roll: number;
  /** Mean change of pan and tilt rate from frame to frame, % of the long edge per second. */
  shake: number;
}

function readRates(evidence: MeasuredEvidence): CameraRates | null {
  const pans = evidence.values('camera_pan');
  const tilts = evidence.values('camera_tilt');
  const pan = median(pans);
  const tilt = median(tilts);
  const zoom = median(evidence.values('camera_zoom'));
  const roll = median(evidence.values('camera_roll'));
  const pairs = evidence.values('motion_amount').length;
  if (pan === null || tilt === null || zoom === null || roll === null || pans.length < pairs / 2) return null;
  const changes = pans
    .slice(1)
    .map((value, i) => Math.hypot(value - (pans[i] ?? 0), (tilts[i + 1] ?? 0) - (tilts[i] ?? 0)));
  return { pan, tilt, zoom, roll, shake: mean(changes) ?? 0 };
}

/** Probability that a rate is noticed: ½ at the noticeable rate, 0 at none, monotone. */
function noticed(rate: number, noticeable: number): number {
  return rate <= 0 ? 0 : logistic(SLOPE * Math.log(rate / noticeable));
}

function probabilityOf(move: CameraMove, rates: CameraRates): number | null {
  const pan = noticed(Math.abs(rates.pan), NOTICEABLE.pan);
  const tilt = noticed(Math.abs(rates.tilt), NOTICEABLE.tilt);
  const zoom = noticed(Math.abs(rates.zoom), NOTICEABLE.zoom);
  const roll = noticed(Math.abs(rates.roll), NOTICEABLE.roll);
  const shake = noticed(rates.shake, NOTICEABLE.shake);
  switch (move) {
    case 'pan':
      return pan;
    case 'pan_right':
      return noticed(rates.pan, NOTICEABLE.pan);
    case 'pan_left':
      return noticed(-rates.pan, NOTICEABLE.pan);
    case 'tilt':
      return tilt;
    case 'tilt_up':
      return noticed(rates.tilt, NOTICEABLE.tilt);
    case 'tilt_down':
      return noticed(-rates.tilt, NOTICEABLE.tilt);
    case 'zoom_in':
      return noticed(rates.zoom, NOTICEABLE.zoom);
    case 'zoom_out':
      return noticed(-rates.zoom, NOTICEABLE.zoom);
    case 'moving':
      return Math.max(pan, tilt, zoom, roll);
    case 'static':
      return 1 - Math.max(pan, tilt, zoom, roll, shake);
    case 'handheld':
      return shake;
    case 'orbit':
      return null;
  }
}

const FINDINGS: Record<CameraMove, { yes: string; no: string }> = {
  pan: { yes: 'The camera pans.', no: 'The camera does not pan.' },
  pan_right: { yes: 'The camera pans right.', no: 'The camera does not pan right.' },
  pan_left: { yes: 'The camera pans left.', no: 'The camera does not pan left.' },
  tilt: { yes: 'The camera tilts.', no: 'The camera does not tilt.' },
  tilt_up: { yes: 'The camera tilts up.', no: 'The camera does not tilt up.' },
  tilt_down: { yes: 'The camera tilts down.', no: 'The camera does not tilt down.' },
  zoom_in: { yes: 'The camera zooms in.', no: 'The camera does not zoom in.' },
  zoom_out: { yes: 'The camera zooms out.', no: 'The camera does not zoom out.' },
  moving: { yes: 'The camera moves.', no: 'The camera does not move.' },
  static: { yes: 'The camera stands still.', no: 'The camera does not stand still.' },
  handheld: { yes: 'The camera shakes.', no: 'The camera does not shake.' },
  orbit: { yes: 'The camera circles.', no: 'The camera does not circle.' },
};

/** Answers camera questions that name a move from the measured motion of the whole picture. */
export const camera: Answerer = (question, evidence) => {
  const move = question.cameraMove;
  if (move === undefined)
    return {
      reason: 'The question names no camera move that can be measured.',
      remedy: 'Ask about a pan, a tilt, a zoom or a still camera.',
    };
  const rates = readRates(evidence);
  if (rates === null)
    return {
      reason: 'Too little of the picture moves as one to tell the camera from the things in front of it.',
      remedy: REASONING_JUDGE,
    };
  const pYes = probabilityOf(move, rates);
  if (pYes === null)
    return {
      reason: 'From pixels alone a camera that circles its subject cannot be told from one that pans.',
      remedy: REASONING_JUDGE,
    };
  return {
    pYes,
    finding: FINDINGS[move][pYes >= 0.5 ? 'yes' : 'no'],
    because: `${inWords(rates)} A camera on a tripod stays within ±${plain(NOTICEABLE.pan)} % of the long edge per second.`,
    moments: [],
    measurements: evidence.measurements(['camera_pan', 'camera_tilt', 'camera_zoom']),
  };
};

function inWords({ pan, tilt, zoom, roll, shake }: CameraRates): string {
  const sideways = `${plain(Math.abs(pan))} % of the long edge per second to the ${pan < 0 ? 'left' : 'right'}`;
  const vertical = `${plain(Math.abs(tilt))} % ${tilt < 0 ? 'down' : 'up'}`;
  const depth = `${plain(Math.abs(zoom))} % per second ${zoom < 0 ? 'out' : 'in'}`;
  const rest = `It rolls ${plain(Math.abs(roll))}° per second and shakes by ${plain(shake)} %.`;
  return `It moves ${sideways} and ${vertical}, and zooms ${depth}. ${rest}`;
}
