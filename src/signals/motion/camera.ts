import { median } from '../../domain/statistics.ts';
import type { CameraModel } from '../flow/camera-model.ts';
import type { PairView } from '../pair-view.ts';
import type { PairSignal } from '../signal.ts';
import { toPercentPerSecond } from './amount.ts';

/** Less of the textured picture than this following one motion is no camera motion. */
const MIN_SUPPORT = 0.4;

function cameraSignal(
  card: Pick<PairSignal, 'id' | 'name' | 'unit' | 'range' | 'usual'>,
  read: (camera: CameraModel, pair: PairView) => number,
): PairSignal {
  return {
    ...card,
    dimension: 'dynamic_degree',
    worse: 'neither',
    summarise: median,
    window: 2,
    measure: (pair) => {
      const { camera } = pair;
      return camera === null || camera.support < MIN_SUPPORT ? null : read(camera, pair);
    },
  };
}

const EVERYTHING = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;

/**
 * Pan: horizontal speed of the camera, in per cent of the long edge per second, positive when it turns right (the
 * picture's content then moves left): −tx of the robust similarity fit (flow/camera-model.ts). Null when under 40 % of
 * the textured blocks follow one motion. Range −∞..∞.
 */
export const cameraPan = cameraSignal(
  { id: 'camera_pan', name: 'Camera pan', unit: '% of long edge/s', range: EVERYTHING, usual: [-5, 5] },
  (camera, pair) => -camera.shiftX * toPercentPerSecond(pair),
);

/** Tilt: vertical speed of the camera, in per cent of the long edge per second, positive upwards; as `cameraPan`. */
export const cameraTilt = cameraSignal(
  { id: 'camera_tilt', name: 'Camera tilt', unit: '% of long edge/s', range: EVERYTHING, usual: [-5, 5] },
  (camera, pair) => camera.shiftY * toPercentPerSecond(pair),
);

/** Zoom: growth of the picture's content in per cent per second, positive when zooming in or moving forward; as `cameraPan`. */
export const cameraZoom = cameraSignal(
  { id: 'camera_zoom', name: 'Camera zoom', unit: '%/s', range: EVERYTHING, usual: [-5, 5] },
  (camera, pair) => (100 * camera.growth) / pair.seconds,
);

/** Roll: rotation of the camera in degrees per second, positive clockwise (the content turns the other way); as `cameraPan`. */
export const cameraRoll = cameraSignal(
  { id: 'camera_roll', name: 'Camera roll', unit: '°/s', range: EVERYTHING, usual: [-2, 2] },
  (camera, pair) => (-camera.rotation * 180) / Math.PI / pair.seconds,
);
