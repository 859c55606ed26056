import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { clockOfRate } from '../../../src/ui/player/frame-clock.ts';
import { MomentOutlines, type Outline } from '../../../src/ui/player/moment-outlines.tsx';
import { Playback } from '../../../src/ui/player/playback.ts';
import { render } from './render.tsx';

const box = { x: 0.25, y: 0.5, width: 0.25, height: 0.5 };

describe('outlines over the player', () => {
  let page: Awaited<ReturnType<typeof render>>;
  let playback: Playback;

  afterEach(() => page.unmount());

  const show = async (...outlines: Outline[]) => {
    playback = new Playback();
    playback.describe(4, clockOfRate(10, 40));
    page = await render(
      <div style={{ position: 'relative', width: 400, height: 300 }}>
        <MomentOutlines outlines={outlines} playback={playback} size={{ width: 1600, height: 900 }} />
      </div>,
    );
  };
  const at = async (seconds: number) => {
    await act(async () => playback.seek(seconds));
    return [...page.element.querySelectorAll('g')];
  };

  it('are there while the playhead is inside the moment, both ends included', async () => {
    await show({ startSeconds: 1, endSeconds: 2, box });
    expect(await at(0.9)).toHaveLength(0);
    expect(await at(1)).toHaveLength(1);
    expect(await at(2)).toHaveLength(1);
    expect(await at(2.1)).toHaveLength(0);
  });

  it('lie where the picture is shown, not where its letterbox is', async () => {
    await show({ startSeconds: 0, endSeconds: 4, box });
    const [outline] = await at(1);
    const area = page.element.firstElementChild?.getBoundingClientRect();
    const place = outline?.lastElementChild?.getBoundingClientRect();
    // 1600 × 900 in 400 × 300 is 400 × 225 with 37.5 above; the line is 2 px wide.
    expect((place?.left ?? 0) - (area?.left ?? 0)).toBeCloseTo(100, -0.5);
    expect((place?.top ?? 0) - (area?.top ?? 0)).toBeCloseTo(150, -0.5);
    expect(place?.width).toBeCloseTo(100, -0.5);
    expect(place?.height).toBeCloseTo(112.5, -0.5);
  });

  it('show two at once, and one for two moments in the same place', async () => {
    const other = { ...box, x: 0 };
    await show(
      { startSeconds: 1, endSeconds: 2, box },
      { startSeconds: 1.5, endSeconds: 3, box },
      { startSeconds: 1.5, endSeconds: 3, box: other },
    );
    expect(await at(1.2)).toHaveLength(1);
    expect(await at(1.7)).toHaveLength(2);
  });

  it('never reach beyond the picture, whatever a report holds', async () => {
    await show({ startSeconds: 0, endSeconds: 4, box: { x: 0.9, y: 0.9, width: 1, height: 1 } });
    const [outline] = await at(1);
    const rect = outline?.querySelector('rect');
    expect(Number(rect?.getAttribute('x')) + Number(rect?.getAttribute('width'))).toBeCloseTo(1600);
  });
});
