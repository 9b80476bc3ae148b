// Serves the built page on loopback from below a folder, as a static host
// would, and remembers what was asked for.

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

/** Where on the host the page lies: never at its root. */
const FOLDER = '/tools/network/planner/';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** The file that a request's path names, or nothing where it names none. */
async function fileOf(dist, path) {
  if (!path.startsWith(FOLDER)) return undefined;
  const inside = normalize(path.slice(FOLDER.length) || 'index.html');
  if (inside.startsWith('..')) return undefined;
  const file = join(dist, inside);
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? { file, size: found.size } : undefined;
}

/**
 * Starts a host of the page.
 *
 * `url` is the page's address; `requests` lists what was asked for, as
 * `{ path, status, bytes }`; `close` ends it.
 */
export async function site(dist) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://loopback').pathname);
    const found = await fileOf(dist, path);
    const status = found ? 200 : 404;
    requests.push({ path, status, bytes: found?.size ?? 0 });
    if (!found) {
      response.writeHead(status).end();
      return;
    }
    // The names of files change with their content, as hosts are told.
    const cached = found.file.endsWith('.html') ? 'no-store' : 'public, max-age=3600';
    const type = TYPES[extname(found.file)] ?? 'application/octet-stream';
    response.writeHead(status, { 'content-type': type, 'content-length': found.size, 'cache-control': cached });
    createReadStream(found.file).pipe(response);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    url: origin + FOLDER,
    requests,
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}
