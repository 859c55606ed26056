import { join } from 'node:path';
import { PROJECT_ROOT } from '../../cli/paths.ts';
import type { FixtureName } from '../fixtures/api.ts';

export const FIXTURES_FOLDER = join(PROJECT_ROOT, 'node_modules/.cache/loupe/fixtures');

/** Where the one model of these tests is built and served from. */
export const MODELS_FOLDER = join(PROJECT_ROOT, 'node_modules/.cache/loupe/e2e-models');

/** Path of a rendered test clip. */
export const fixture = (name: FixtureName): string => join(FIXTURES_FOLDER, name);
