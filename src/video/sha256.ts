import { MAX_HASHED_BYTES } from './budget.ts';

/** SHA-256 in lower-case hex; null for a file above the size that may be read whole. */
export async function sha256(file: Blob): Promise<string | null> {
  if (file.size > MAX_HASHED_BYTES) return null;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
