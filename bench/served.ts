import { Agent, request } from 'node:http';
import { freePort, type Running, runBeside, until } from './children.ts';

/** A newsroom served by its own process, as an operator would. */
export interface Served extends Running {
  readonly port: number;
  /** From its start to its first page, in milliseconds. */
  readonly firstAnswerAfter: number;
}

/** @param words more settings of `bin/dateline serve`. */
export async function serveNewsroom(folder: string, words: readonly string[] = []): Promise<Served> {
  const port = await freePort();
  const began = performance.now();
  const server = runBeside('bin/dateline', ['serve', '--data', folder, '--port', String(port), ...words]);
  const agent = new Agent();
  await until(
    () =>
      get(agent, port, '/en').then(
        (answer) => answer.status === 200,
        () => false,
      ),
    server,
  );
  return { ...server, port, firstAnswerAfter: performance.now() - began };
}

/** One GET with gzip. The body comes as it was sent. */
export function get(agent: Agent, port: number, path: string): Promise<{ status: number; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'gzip' };
    const asked = request({ agent, host: '127.0.0.1', port, path, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts) }));
      answer.on('error', reject);
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** Asks for every page once, several at a time. @throws when one is not there. */
export async function visitAll(port: number, paths: readonly string[]): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const waiting = paths.values();
  const visitor = async () => {
    for (const path of waiting) {
      const { status } = await get(agent, port, path);
      if (status !== 200) throw new Error(`${path} answered ${status}.`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, visitor));
  agent.destroy();
}

/** The addresses of the releases that a list page shows. */
export function releasesOn(page: string): string[] {
  return [...new Set([...page.matchAll(/href="(\/en\/releases\/[^"#]+)"/g)].map((match) => escaped(match[1] ?? '')))];
}

/** As a browser asks for it: pages may write letters of any script. */
function escaped(path: string): string {
  return new URL(path, 'http://127.0.0.1').pathname;
}
