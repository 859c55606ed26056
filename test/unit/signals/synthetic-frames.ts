import type { AnalysisFrame } from '../../../src/domain/frame.ts';

/** Luma 0..255 at a (possibly fractional) place of an endless picture. */
export type Scene = (x: number, y: number) => number;

/** A smooth random texture with structure at several scales; the same for the same seed. */
export function texture(seed: number): Scene {
  const waves = Array.from({ length: 24 }, (_, k) => {
    const random = (n: number): number => {
      const value = Math.sin(seed * 127.1 + k * 311.7 + n * 74.7) * 43758.5453;
      return value - Math.floor(value);
    };
    const frequency = 0.05 + 0.5 * random(1);
    const angle = 2 * Math.PI * random(2);
    return {
      fx: frequency * Math.cos(angle),
      fy: frequency * Math.sin(angle),
      phase: 6.28 * random(3),
      size: 6 + 8 * random(4),
    };
  });
  return (x, y) => {
    let sum = 128;
    for (const wave of waves) sum += wave.size * Math.sin(wave.fx * x + wave.fy * y + wave.phase);
    return Math.max(0, Math.min(255, sum));
  };
}

export interface FrameOptions {
  width?: number;
  height?: number;
  run?: number;
  framesPerSecond?: number;
  native?: boolean;
  cb?: number;
  cr?: number;
}

/** A frame of the scene, sampled at pixel centres; with `native`, the same picture also stands at full resolution. */
export function frameOf(index: number, scene: Scene, options: FrameOptions = {}): AnalysisFrame {
  const { width = 128, height = 72, run = 0, framesPerSecond = 25, native = false, cb = 128, cr = 128 } = options;
  const luma = new Float32Array(width * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) luma[y * width + x] = scene(x, y);
  const chroma = Math.ceil(width / 2) * Math.ceil(height / 2);
  return {
    index,
    timeSeconds: index / framesPerSecond,
    durationSeconds: 1 / framesPerSecond,
    run,
    small: { width, height, luma, cb: new Uint8Array(chroma).fill(cb), cr: new Uint8Array(chroma).fill(cr) },
    native: native ? { width, height, data: Uint8Array.from(luma, (value) => Math.round(value)) } : null,
  };
}

/** `count` frames of a scene that moves right and down by so many pixels a frame. */
export function panning(
  count: number,
  scene: Scene,
  right: number,
  down: number,
  options?: FrameOptions,
): AnalysisFrame[] {
  return Array.from({ length: count }, (_, t) => frameOf(t, (x, y) => scene(x - right * t, y - down * t), options));
}
