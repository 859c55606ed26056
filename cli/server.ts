import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { SECURITY_HEADERS } from './headers.ts';
import { modelHandler } from './model-handler.ts';

export interface RunningServer {
  /** "http://127.0.0.1:4173", without a slash at the end. */
  url: string;
  close(): void;
}

export interface ServeOptions {
  /** A folder of models that is served under /models/ in place of the app's own. */
  models?: string;
}

const MODELS_PATH = '/models/';

/** How many ports after the wanted one are tried when it is taken. */
const PORTS_TO_TRY = 20;

/**
 * Serves a built app on loopback only, with the security headers. A missing file is a real 404, never the start page.
 * @param port 0 lets the system choose
 */
export async function serve(folder: string, port: number, { models }: ServeOptions = {}): Promise<RunningServer> {
  const files = sirv(folder, {
    gzip: true,
    etag: true,
    setHeaders: (response) => {
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    },
  });
  const otherModels = models === undefined ? null : modelHandler([models], SECURITY_HEADERS);
  const server = createServer((request, response) => {
    if (otherModels !== null && request.url?.startsWith(MODELS_PATH)) {
      request.url = request.url.slice(MODELS_PATH.length - 1);
      otherModels(request, response);
      return;
    }
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', ...SECURITY_HEADERS });
      response.end('Not found\n');
    });
  });
  await listen(server, port);
  // listen() has bound a TCP port, so the address is not a pipe's name.
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${bound}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function listen(server: Server, wanted: number): Promise<void> {
  for (let port = wanted; ; port++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => {
          server.off('error', reject);
          resolve();
        });
      });
      return;
    } catch (reason) {
      const taken = reason instanceof Error && 'code' in reason && reason.code === 'EADDRINUSE';
      if (!taken || port >= wanted + PORTS_TO_TRY) throw reason;
    }
  }
}
