const PREFIX = '#/report/';

/** The id of the report that the address names, or null. */
export function reportInAddress(hash: string): string | null {
  if (!hash.startsWith(PREFIX)) return null;
  try {
    return decodeURIComponent(hash.slice(PREFIX.length)) || null;
  } catch {
    // A mangled address names nothing.
    return null;
  }
}

/** Puts the report into the address, or takes it out, without a `hashchange`. */
export function showInAddress(id: string | null): void {
  const hash = id === null ? '' : `${PREFIX}${encodeURIComponent(id)}`;
  if (location.hash === hash) return;
  history.pushState(null, '', `${location.pathname}${location.search}${hash}`);
}
