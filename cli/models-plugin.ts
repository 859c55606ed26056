import type { Plugin } from 'vite';
import { ISOLATION_HEADERS } from './headers.ts';
import { modelHandler } from './model-handler.ts';

/** Lets the development and test servers hand out models from folders under /models/, as the production server does. */
export function serveModels(folders: readonly string[]): Plugin {
  return {
    name: 'loupe:models',
    configureServer: ({ middlewares }) => {
      middlewares.use('/models', modelHandler(folders, ISOLATION_HEADERS));
    },
  };
}
