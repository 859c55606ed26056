import { beforeEach, describe, expect, it, vi } from 'vitest';
import { clockOfRate, clockOfReport, clockOfTimes } from '../../../src/ui/player/frame-clock.ts';
import { Playback } from '../../../src/ui/player/playback.ts';
import { makeReport } from '../make-report.ts';

describe('playback', () => {
  let playback: Playback;
  const driver = { play: vi.fn(), pause: vi.fn(), seek: vi.fn(), setRate: vi.fn() };

  beforeEach(() => {
    vi.clearAllMocks();
    playback = new Playback();
    playback.describe(4, clockOfRate(10, 40));
    playback.attach(driver);
  });

  it('steps to the middle of the next frame and stops playing', () => {
    playback.seek(1);
    playback.step(1);
    expect(driver.pause).toHaveBeenCalled();
    expect(playback.seconds).toBeCloseTo(1.15);
    playback.step(-1);
    expect(playback.seconds).toBeCloseTo(1.05);
  });

  it('stays inside the clip', () => {
    playback.seek(3.99);
    playback.step(10);
    expect(playback.seconds).toBeCloseTo(3.95);
    playback.seek(-5);
    expect(playback.seconds).toBe(0);
    playback.seekLast();
    expect(playback.seconds).toBeCloseTo(3.95);
  });

  it('stays on the last frame that was asked for while a loop played', () => {
    playback.setLoop({ startSeconds: 1, endSeconds: 2 });
    playback.report(1.5, true);
    playback.seekLast();
    expect(driver.pause).toHaveBeenCalledOnce();
    expect(playback.state.loop).toBeNull();
    playback.report(3.95, false);
    playback.step(1);
    expect(playback.seconds).toBeCloseTo(3.95);
    playback.seekFirst();
    expect(driver.pause).toHaveBeenCalledTimes(3);
    expect(playback.seconds).toBe(0);
  });

  it('goes back to the start of a loop when its end is reached', () => {
    playback.setLoop({ startSeconds: 1, endSeconds: 2 });
    playback.report(1.5, true);
    expect(driver.seek).not.toHaveBeenCalled();
    playback.report(2.01, true);
    expect(driver.seek).toHaveBeenCalledWith(1);
  });

  it('gives a loop up when the person goes elsewhere', () => {
    playback.setLoop({ startSeconds: 1, endSeconds: 2 });
    playback.seek(1.5);
    expect(playback.state.loop).not.toBeNull();
    playback.seek(3);
    expect(playback.state.loop).toBeNull();
  });

  it('repeats a single frame with enough around it to be watched', () => {
    playback.showMoment(2, 2);
    expect(playback.state.loop?.startSeconds).toBeCloseTo(1.6);
    expect(playback.state.loop?.endSeconds).toBeCloseTo(2.4);
    expect(driver.play).toHaveBeenCalled();
  });

  it('sets the ends of a loop in either order', () => {
    playback.seek(3);
    playback.markLoop('start');
    expect(playback.state.loop).toEqual({ startSeconds: 3, endSeconds: 4 });
    playback.setLoop(null);
    playback.seek(1);
    playback.markLoop('end');
    expect(playback.state.loop).toEqual({ startSeconds: 0, endSeconds: 1 });
  });

  it('goes on with the next driver where the last one was let go', () => {
    const first = { ...driver, seek: vi.fn(), play: vi.fn() };
    const letGo = playback.attach(first);
    playback.report(1.2, true);
    letGo();
    expect(playback.state.playing).toBe(false);
    const second = { ...driver, seek: vi.fn(), play: vi.fn() };
    playback.attach(second);
    expect(second.seek).toHaveBeenCalledWith(1.2);
    expect(second.play).toHaveBeenCalledOnce();
  });

  it('tells new listeners the time at once and everyone of changes', () => {
    const times: number[] = [];
    const stop = playback.onTime((seconds) => times.push(seconds));
    playback.report(0.5, true);
    stop();
    playback.report(0.6, true);
    expect(times).toEqual([0, 0.5]);
  });
});

describe('frame clock', () => {
  it('knows uneven frames', () => {
    const clock = clockOfTimes([0, 0.1, 0.5], 1);
    expect([0, 0.09, 0.1, 0.49, 0.5, 3].map((seconds) => clock.frameAt(seconds))).toEqual([0, 0, 1, 1, 2, 2]);
    expect([-1, 1, 2, 9].map((frame) => clock.middleOf(frame))).toEqual([0.05, 0.3, 0.75, 0.75]);
  });

  it('is exact where a report looked at every frame, and even otherwise', () => {
    const { clip } = makeReport();
    const short = { ...clip, frameCount: 3, frameRate: 3, durationSeconds: 1 };
    const all = { timesSeconds: [0, 0.1, 0.5], indices: [0, 1, 2], runs: [] };
    expect(clockOfReport({ clip: short, frames: all })?.frameAt(0.2)).toBe(1);
    const some = { timesSeconds: [0, 0.5], indices: [0, 2], runs: [] };
    expect(clockOfReport({ clip: short, frames: some })?.frameAt(0.2)).toBe(0);
    expect(clockOfReport({ clip: { ...short, frameCount: 1, frameRate: null }, frames: some })).toBeNull();
  });
});
