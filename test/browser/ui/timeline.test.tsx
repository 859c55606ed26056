import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clockOfRate } from '../../../src/ui/player/frame-clock.ts';
import { Playback } from '../../../src/ui/player/playback.ts';
import { Timeline } from '../../../src/ui/timeline/timeline.tsx';
import { makeSignal } from '../../unit/ui/make-signal.ts';
import { render } from './render.tsx';

const signals = Array.from({ length: 8 }, (_, index) =>
  makeSignal([1, 1, 5, 1], { id: `signal-${index}`, name: `Signal ${index}`, timesSeconds: [0, 1, 2, 3] }),
);

describe('timeline', () => {
  let playback: Playback;
  let page: Awaited<ReturnType<typeof render>>;
  const onHighlight = vi.fn();

  beforeEach(async () => {
    onHighlight.mockClear();
    playback = new Playback();
    playback.describe(4, clockOfRate(10, 40));
    page = await render(
      <Timeline
        durationSeconds={4}
        stills={[]}
        signals={signals}
        markers={[{ questionId: 'q', startSeconds: 1, endSeconds: 2, label: 'melts', lane: 0 }]}
        playback={playback}
        highlight={null}
        onHighlight={onHighlight}
      />,
    );
  });

  afterEach(() => page.unmount());

  const slider = () => page.element.querySelector<HTMLElement>('[role=slider]') ?? document.body;
  const tracks = () => [...page.element.querySelectorAll('canvas[role=img]')];
  const pointer = (type: string, share: number) => {
    const { left, width, top } = slider().getBoundingClientRect();
    return act(async () => {
      slider().dispatchEvent(
        new PointerEvent(type, { bubbles: true, clientX: left + width * share, clientY: top + 5, pointerId: 1 }),
      );
      // A seek waits for the next frame.
      await new Promise((resolve) => requestAnimationFrame(resolve));
    });
  };

  it('says in words what each track shows, and shows the rest when asked', async () => {
    expect(tracks()).toHaveLength(6);
    expect(tracks()[0]?.getAttribute('aria-label')).toContain('Worse than usual at 0:02.0.');
    const more = [...page.element.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'All 8 signals',
    );
    await act(async () => more?.click());
    expect(tracks()).toHaveLength(8);
  });

  it('follows the playback in words', async () => {
    await act(async () => playback.seek(2));
    expect(slider().getAttribute('aria-valuetext')).toBe('0:02.0 of 0:04.0');
  });

  it('moves through the clip by dragging', async () => {
    // The pointer of a test is not one the browser knows, so that it cannot be captured.
    slider().setPointerCapture = () => undefined;
    await pointer('pointerdown', 0.25);
    expect(playback.seconds).toBeCloseTo(1, 1);
    await pointer('pointermove', 0.75);
    expect(playback.seconds).toBeCloseTo(3, 1);
    await pointer('pointerup', 0.75);
    await pointer('pointermove', 0.1);
    expect(playback.seconds).toBeCloseTo(3, 1);
  });

  it('repeats a defect that is clicked, and lights it while it is pointed at', async () => {
    const marker = page.element.querySelector<HTMLElement>('[title="0:01.0–0:02.0 melts"]');
    await act(async () => marker?.click());
    expect(playback.state.loop?.startSeconds).toBeCloseTo(0.9);
    // React hears pointers that enter as pointers that come over.
    await act(async () => marker?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true })));
    expect(onHighlight).toHaveBeenCalledWith({ stretches: [{ startSeconds: 1, endSeconds: 2 }], signals: [] });
  });
});
