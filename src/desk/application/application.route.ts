import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { deskSecurityHeaders } from '../desk-security.ts';

export interface ApplicationDeps {
  /** Where the built application lies. */
  readonly folder: string;
  readonly origin: string;
  /** Random text for one page. */
  readonly newNonce: () => string;
}

/** The browser application: one page for every address of the desk, and its files, whose names change with them. */
export function applicationPages({ folder, origin, newNonce }: ApplicationDeps): (app: FastifyInstance) => void {
  return (app) => {
    app.get<{ Params: { file: string } }>('/desk/assets/:file', async (request, reply) => {
      const { file } = request.params;
      const type = types[/[.](\w+)$/.exec(file)?.[1] ?? ''];
      const bytes = type === undefined || !/^[\w.-]+$/.test(file) ? null : await read(join(folder, 'assets', file));
      if (bytes === null || type === undefined) return reply.callNotFound();
      const isZipped = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
      const zipped = isZipped ? await read(join(folder, 'assets', `${file}.gz`)) : null;
      if (zipped !== null) reply.header('content-encoding', 'gzip');
      return reply
        .header('cache-control', 'public, max-age=31536000, immutable')
        .header('vary', 'accept-encoding')
        .type(type)
        .send(zipped ?? bytes);
    });

    const page = async (_request: unknown, reply: FastifyReply) => {
      const html = await read(join(folder, 'index.html'));
      if (html === null) return reply.callNotFound();
      const nonce = newNonce();
      for (const [name, value] of deskSecurityHeaders(origin, nonce)) reply.header(name, value);
      return reply
        .header('cache-control', 'no-store')
        .type('text/html; charset=utf-8')
        .send(html.toString().replaceAll('__NONCE__', nonce));
    };
    app.get('/desk', page);
    app.get('/desk/*', page);
  };
}

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  json: 'application/json',
};

async function read(path: string): Promise<Buffer | null> {
  return readFile(path).catch(() => null);
}
