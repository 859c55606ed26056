import { useCallback, useEffect, useMemo, useState } from 'react';
import { type ErrorData, LoupeError } from '../../domain/error.ts';
import { Library } from '../../library/library.ts';
import type { LibraryEntry } from '../../library/schema.ts';

export interface LibraryList {
  library: Library;
  /** Newest first; null until the library has been read. */
  entries: readonly LibraryEntry[] | null;
  /** Why the library cannot be read. */
  error: ErrorData | null;
  refresh: () => Promise<void>;
}

/** The past reports, read once on start and again after each change. */
export function useLibrary(): LibraryList {
  const library = useMemo(() => new Library(), []);
  const [entries, setEntries] = useState<readonly LibraryEntry[] | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);

  const refresh = useCallback(async () => {
    try {
      setEntries(await library.list());
      setError(null);
    } catch (reason) {
      setEntries([]);
      setError(LoupeError.from(reason).toData());
    }
  }, [library]);

  useEffect(() => {
    void refresh();
    return () => void library.close();
  }, [library, refresh]);

  return useMemo(() => ({ library, entries, error, refresh }), [library, entries, error, refresh]);
}
