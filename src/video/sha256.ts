import { toHex } from '../domain/hex.ts';
import { MAX_HASHED_BYTES } from './budget.ts';

/** SHA-256 in lower-case hex; null for a file above the size that may be read whole. */
export async function sha256(file: Blob): Promise<string | null> {
  if (file.size > MAX_HASHED_BYTES) return null;
  return toHex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
}
