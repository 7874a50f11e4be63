import { connect, createServer, type Socket } from 'node:net';

/** A connection to a server that can be broken at will. */
export interface BreakableLink {
  /** The server's address through the proxy. */
  url: string;
  /** Breaks all connections and lets no new one through. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  /** Breaks the connection that sends COMMIT next, before the server has it or before its answer comes back. */
  breakAtCommit(when: 'before' | 'after'): void;
  close(): Promise<void>;
}

export async function proxyTo(target: string): Promise<BreakableLink> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let atCommit: 'before' | 'after' | undefined;

  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
    upstream.pipe(client);
    client.on('data', (data) => {
      if (atCommit === undefined || !data.includes('COMMIT\0')) return void upstream.write(data);
      if (atCommit === 'before') client.destroy();
      if (atCommit === 'after') {
        upstream.unpipe(client);
        upstream.write(data, () => upstream.once('data', () => client.destroy()).resume());
      }
      atCommit = undefined;
    });
  });

  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve));
  await listen(0);
  const address = server.address();
  const own = typeof address === 'object' && address !== null ? address.port : 0;
  const url = new URL(target);
  url.host = `127.0.0.1:${own}`;

  const cut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
      sockets.clear();
    });
  return {
    url: url.href,
    cut,
    mend: () => listen(own),
    breakAtCommit(when) {
      atCommit = when;
    },
    close: () => (server.listening ? cut() : Promise.resolve()),
  };
}
