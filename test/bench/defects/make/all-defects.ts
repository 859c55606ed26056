import type { Defect } from './defect.ts';
import { PICTURE_DEFECTS } from './picture-defects.ts';
import { REGION_DEFECTS } from './region-defects.ts';
import { TIME_DEFECTS } from './time-defects.ts';

/** The one list of ways in which clips are damaged, for the bench and for the calibration. */
export const ALL_DEFECTS: readonly Defect[] = [...PICTURE_DEFECTS, ...TIME_DEFECTS, ...REGION_DEFECTS];
