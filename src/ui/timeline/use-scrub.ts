import { type PointerEvent, type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Playback } from '../player/playback.ts';

/**
 * Drag to move through the clip. The clip pauses while it is dragged and goes on afterwards; seeks are at most one a
 * frame, because a decoder cannot follow every pointer event.
 * @param area the element whose width stands for the whole clip
 * @param onHover time under the pointer, or null when it has left
 */
export function useScrub(
  area: RefObject<HTMLElement | null>,
  playback: Playback,
  durationSeconds: number,
  onHover: (seconds: number | null) => void,
) {
  const dragging = useRef<{ wasPlaying: boolean } | null>(null);
  const request = useRef(0);
  useEffect(() => () => cancelAnimationFrame(request.current), []);

  const timeAt = useCallback(
    (clientX: number) => {
      const box = area.current?.getBoundingClientRect();
      if (box === undefined || box.width === 0) return 0;
      return Math.min(1, Math.max(0, (clientX - box.left) / box.width)) * durationSeconds;
    },
    [area, durationSeconds],
  );
  const seekSoon = useCallback(
    (seconds: number) => {
      cancelAnimationFrame(request.current);
      request.current = requestAnimationFrame(() => playback.seek(seconds));
    },
    [playback],
  );

  return {
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      dragging.current = { wasPlaying: playback.state.playing };
      playback.pause();
      seekSoon(timeAt(event.clientX));
    },
    onPointerMove(event: PointerEvent) {
      const seconds = timeAt(event.clientX);
      onHover(seconds);
      if (dragging.current !== null) seekSoon(seconds);
    },
    onPointerUp() {
      if (dragging.current?.wasPlaying) playback.play();
      dragging.current = null;
    },
    onPointerCancel() {
      dragging.current = null;
    },
    onPointerLeave: () => onHover(null),
  };
}
