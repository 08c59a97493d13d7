import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { Hono, type Context } from 'hono';
import { sha256 } from '../core/hash.js';
import { PACKAGE_ROOT } from '../core/package-root.js';

/** Where the build puts the desk. */
export const DESK_FOLDER = join(PACKAGE_ROOT, 'dist', 'web');

/** MapLibre's workers come as blobs, Mantine's styles stand in elements; nothing comes from elsewhere. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "frame-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly tag: string;
}

/**
 * The desk, as it was built: its page at `/` and below `/desk/`, whatever view an address names, and its files at their
 * own paths. Only files that were there at the start are served, so that no path leads anywhere else.
 * @returns null where none was built
 */
export function deskRoutes(folder: string = DESK_FOLDER): Hono | null {
  if (!existsSync(join(folder, 'index.html'))) return null;
  const assets = readAssets(folder);
  const desk = new Hono();
  const index = (context: Context) => send(context, assets.get('/index.html') as Asset, 'private, no-cache');
  desk.get('/', index);
  desk.get('/desk', index);
  desk.get('/desk/*', index);
  for (const [path, asset] of assets)
    // The build names what is under assets/ by its content.
    desk.get(path, (context) =>
      send(
        context,
        asset,
        path.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'private, no-cache',
      ),
    );
  return desk;
}

function send(context: Context, { bytes, type, tag }: Asset, caching: string): Response {
  const headers = { 'content-security-policy': POLICY, 'cache-control': caching, etag: tag };
  if (context.req.header('if-none-match') === tag) return context.body(null, 304, headers);
  return context.body(bytes, 200, { ...headers, 'content-type': type });
}

function readAssets(folder: string): ReadonlyMap<string, Asset> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const bytes = new Uint8Array(readFileSync(path));
      const type = TYPES[extname(entry.name).toLowerCase()] ?? 'application/octet-stream';
      return [
        `/${relative(folder, path).split(sep).join('/')}`,
        { bytes, type, tag: `"${sha256(bytes).slice(0, 32)}"` },
      ];
    }),
  );
}
