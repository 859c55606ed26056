import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Keeps for a part that fills up late the height it had last time, so that what stands below stays where it is.
 * @param key where the browser keeps it
 * @param filled whether the part has everything it waits for
 */
export function useKeptHeight<T extends HTMLElement>(key: string, filled: boolean): RefObject<T | null> {
  const part = useRef<T>(null);

  useLayoutEffect(() => {
    const element = part.current;
    if (element === null) return;
    if (!filled) {
      const [width, height] = (read(key) ?? '').split(' ').map(Number);
      // At another width its words break differently.
      if (width === element.offsetWidth && height) element.style.minHeight = `${height}px`;
      return;
    }
    element.style.minHeight = '';
    const observer = new ResizeObserver(() => {
      // What was unfolded is folded next time.
      if (element.querySelector('details[open]') === null) write(key, `${element.offsetWidth} ${element.offsetHeight}`);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [key, filled]);

  return part;
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // The browser keeps nothing here: the part takes its place when it comes.
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // See read.
  }
}
