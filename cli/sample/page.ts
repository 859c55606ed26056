import { BufferTarget, CanvasSource, Mp4OutputFormat, Output } from 'mediabunny';
import type { RenderSample } from './api.ts';
import { base64 } from './base64.ts';
import { SAMPLE } from './clip.ts';
import { plantDefect } from './defect.ts';
import { contextOf, drawBackdrop, drawScene } from './scene.ts';

const renderSample: RenderSample = async () => {
  const canvas = new OffscreenCanvas(SAMPLE.width, SAMPLE.height);
  const context = contextOf(canvas);
  const backdrop = drawBackdrop();
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target });
  const source = new CanvasSource(canvas, {
    codec: 'avc',
    bitrate: 1_600_000,
    keyFrameInterval: 2,
    latencyMode: 'quality',
  });
  output.addVideoTrack(source, { frameRate: SAMPLE.frameRate });
  await output.start();
  const frames = SAMPLE.durationSeconds * SAMPLE.frameRate;
  for (let frame = 0; frame < frames; frame++) {
    const time = frame / SAMPLE.frameRate;
    drawScene(context, backdrop, time);
    plantDefect(canvas, time);
    await source.add(time, 1 / SAMPLE.frameRate);
  }
  await output.finalize();
  if (target.buffer === null) throw new Error('The encoder gave no file.');
  return base64(new Uint8Array(target.buffer));
};

window.renderSample = renderSample;
