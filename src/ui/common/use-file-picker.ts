import { useCallback, useEffect, useRef } from 'react';

/**
 * The browser's own file dialogue. The input it needs is never part of the page's order of focus.
 * @returns opens the dialogue; call it from a click or a key
 */
export function useFilePicker(accept: string, onFiles: (files: File[]) => void): () => void {
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  }, [onFiles]);
  return useCallback(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.addEventListener('change', () => latest.current([...(input.files ?? [])]));
    input.click();
  }, [accept]);
}
