export { refineFlow } from './block-flow';
export { compensate } from './compensate';
export { roomStart } from './memory';
export { gradients, halve, smooth } from './pyramid';
