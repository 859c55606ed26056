import { motionAmount, movingArea, subjectMotion } from './motion/amount.ts';
import { cameraPan, cameraRoll, cameraTilt, cameraZoom } from './motion/camera.ts';
import { motionPersistence } from './motion/persistence.ts';
import { banding } from './picture/banding.ts';
import { blocking } from './picture/blocking.ts';
import { colourCast, colourfulness } from './picture/colour.ts';
import { brightness, clipping, contrast } from './picture/exposure.ts';
import { fineDetail } from './picture/fine-detail.ts';
import { grain } from './picture/grain.ts';
import { levelGaps } from './picture/level-gaps.ts';
import { noise } from './picture/noise.ts';
import { resolution } from './picture/resolution.ts';
import { sharpness } from './picture/sharpness.ts';
import { edgeDetail, flatDetail } from './picture/viewed-detail.ts';
import type { Signal } from './signal.ts';
import { jitter, layoutChange, motionResidual, unmatched } from './time/change.ts';
import { changeConcentration } from './time/change-concentration.ts';
import { coarseJitter } from './time/coarse-jitter.ts';
import { localDeformation, motionChange } from './time/deformation.ts';
import { globalFlicker, localFlicker } from './time/flicker.ts';
import { localBurst } from './time/local-burst.ts';
import { localJerk, localJerkX, localJerkY } from './time/local-jerk.ts';
import { motionContinuity, motionReversal } from './time/motion-continuity.ts';
import { orderChange } from './time/order-change.ts';
import { frameChange } from './time/repetition.ts';
import { textureBends, textureChange, textureJumps, textureMovement } from './time/texture-path.ts';

/** All signals, in the order in which they are shown. */
export const ALL_SIGNALS: readonly Signal[] = [
  sharpness,
  fineDetail,
  edgeDetail,
  flatDetail,
  resolution,
  grain,
  noise,
  blocking,
  banding,
  levelGaps,
  brightness,
  clipping,
  contrast,
  colourfulness,
  colourCast,
  globalFlicker,
  localFlicker,
  frameChange,
  layoutChange,
  orderChange,
  unmatched,
  jitter,
  coarseJitter,
  motionResidual,
  localDeformation,
  localBurst,
  localJerk,
  localJerkX,
  localJerkY,
  motionChange,
  motionContinuity,
  motionReversal,
  motionAmount,
  subjectMotion,
  movingArea,
  changeConcentration,
  motionPersistence,
  textureChange,
  textureMovement,
  textureJumps,
  textureBends,
  cameraPan,
  cameraTilt,
  cameraZoom,
  cameraRoll,
];
