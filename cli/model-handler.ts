import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';
import { INDEX_FILE } from '../src/models/model-index.ts';
import { indexModels } from './model-index.ts';

/** Answers a request whose URL is relative to the folder of all models; what is not there is a real 404. */
export type ModelHandler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Hands out models from folders as they are at the moment, index included, so that a model that was just added is found.
 * @param folders the first that has a file gives it; folders need not exist
 * @param headers of every answer
 */
export function modelHandler(folders: readonly string[], headers: Readonly<Record<string, string>>): ModelHandler {
  const files = folders.map((folder) =>
    sirv(folder, {
      dev: true,
      etag: true,
      extensions: [],
      setHeaders: (response) => {
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      },
    }),
  );
  return (request, response) => {
    if (request.url?.split('?')[0] === `/${INDEX_FILE}`) {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers });
      response.end(JSON.stringify(mergedIndex(folders)));
      return;
    }
    const fromFolder = (i: number): void => {
      const next = files[i];
      if (next !== undefined) {
        next(request, response, () => fromFolder(i + 1));
        return;
      }
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', ...headers });
      response.end('Not found\n');
    };
    fromFolder(0);
  };
}

function mergedIndex(folders: readonly string[]) {
  const models = folders.flatMap((folder) => indexModels(folder).models);
  return { models: models.filter(({ folder }, i) => models.findIndex((other) => other.folder === folder) === i) };
}
