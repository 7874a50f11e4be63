import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Log } from '../bot/log.js';

/** Answers a request. When it fails, the client is told that it did, and the log why. */
export type Listener = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** What answers requests under a path: `/health` exactly, or `/slack/` and everything below it. */
export interface Route {
  path: string;
  listener: Listener;
}

/** The bot's HTTP server: the platforms' endpoints, `/health` and `/metrics`. */
export interface HttpServer {
  /** The port it listens on, also when the configured one was 0. */
  port: number;
  /** Takes no new connection and resolves when the requests under way are answered, or cut off after a second. */
  close(): Promise<void>;
}

/** A client that sends half a request and waits must not keep the process. */
const LONGEST_CLOSE_MS = 1_000;

/**
 * Listens on host and port.
 * @throws the system's error, such as EADDRINUSE, when it can't
 */
export async function startHttpServer(
  address: { host: string; port: number },
  routes: readonly Route[],
  log: Log,
): Promise<HttpServer> {
  const server = createServer((request, response) => void dispatch(routes, request, response, log));
  await listen(server, address);
  const bound = server.address();
  return {
    port: typeof bound === 'object' && bound !== null ? bound.port : address.port,
    close: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), LONGEST_CLOSE_MS);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

function listen(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Never rejects: no request may end the bot. */
async function dispatch(
  routes: readonly Route[],
  request: IncomingMessage,
  response: ServerResponse,
  log: Log,
): Promise<void> {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const route = routes.find((one) =>
    one.path.endsWith('/') ? path.startsWith(one.path) : path === one.path,
  );
  if (route === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n');
    return;
  }
  try {
    await route.listener(request, response);
  } catch (err) {
    log.error({ path: route.path, err }, 'a request failed');
    // Half an answer must not look like a whole one.
    if (response.headersSent) response.destroy();
    else response.writeHead(500).end();
  }
}
