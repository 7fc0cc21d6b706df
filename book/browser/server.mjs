// The built pages as a site would show them: below a path of its own, with the page for addresses that do not exist.

import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
    '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
    '.svg': 'image/svg+xml', '.png': 'image/png', '.woff2': 'font/woff2', '.wasm': 'application/wasm', '.json': 'application/json',
};

// Serves the folder below `base` until the program ends, and returns the address.
export async function serve(folder, base) {
    const server = createServer((request, response) => {
        const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
        if (!path.startsWith(base)) return response.writeHead(404).end('outside the book');
        const asked = join(folder, normalize(path.slice(base.length)), path.endsWith('/') ? 'index.html' : '');
        const found = asked.startsWith(folder) && existsSync(asked) && statSync(asked).isFile();
        const file = found ? asked : join(folder, '404.html');
        if (!existsSync(file)) return response.writeHead(404).end('not here');
        response.writeHead(found ? 200 : 404, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
        createReadStream(file).pipe(response);
    });
    await new Promise(ready => server.listen(0, '127.0.0.1', ready));
    server.unref();
    return `http://127.0.0.1:${server.address().port}${base}`;
}
