import { motionAmount, movingArea, subjectMotion } from './motion/amount.ts';
import { cameraPan, cameraRoll, cameraTilt, cameraZoom } from './motion/camera.ts';
import { banding } from './picture/banding.ts';
import { blocking } from './picture/blocking.ts';
import { colourCast, colourfulness } from './picture/colour.ts';
import { brightness, clipping, contrast } from './picture/exposure.ts';
import { noise } from './picture/noise.ts';
import { resolution } from './picture/resolution.ts';
import { fineDetail, sharpness } from './picture/sharpness.ts';
import type { Signal } from './signal.ts';
import { jitter, layoutChange, motionResidual, unmatched } from './time/change.ts';
import { localDeformation, motionChange } from './time/deformation.ts';
import { globalFlicker, localFlicker } from './time/flicker.ts';
import { localJerk, localJerkX, localJerkY } from './time/local-jerk.ts';
import { frameChange } from './time/repetition.ts';

/** All signals, in the order in which they are shown. */
export const ALL_SIGNALS: readonly Signal[] = [
  sharpness,
  fineDetail,
  resolution,
  noise,
  blocking,
  banding,
  brightness,
  clipping,
  contrast,
  colourfulness,
  colourCast,
  globalFlicker,
  localFlicker,
  frameChange,
  layoutChange,
  unmatched,
  jitter,
  motionResidual,
  localDeformation,
  localJerk,
  localJerkX,
  localJerkY,
  motionChange,
  motionAmount,
  subjectMotion,
  movingArea,
  cameraPan,
  cameraTilt,
  cameraZoom,
  cameraRoll,
];
