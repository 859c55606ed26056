export { averageLine } from './area-average';
export { bandedPixels } from './banding';
export { refineFlow } from './block-flow';
export { stepsAlong, stepsDown } from './blocking';
export { compensate } from './compensate';
export { roomStart } from './memory';
export { noiseSums } from './noise';
export { gradients, halve, smooth } from './pyramid';
export { shareLost } from './sharpness';
