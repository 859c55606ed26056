import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT_ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Where the production build goes. */
export const DIST = join(PROJECT_ROOT, 'dist');

/** Models that are served with the app. */
export const MODELS = join(PROJECT_ROOT, 'public/models');
