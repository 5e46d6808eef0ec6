import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from './open-browser.ts';
import { type AtDesk, type OpenDesk, openDesk } from './open-desk.ts';
import { type OpenForReaders, openForReaders } from './open-for-readers.ts';

/** A newsroom at an address of its own, and a browser for whoever works or reads there. */
export interface NewsroomInBrowser {
  readonly open: OpenForReaders;
  readonly desk: OpenDesk;
  readonly browser: Browser;
  /** By name, not by number: passkeys belong to a name. */
  readonly address: string;
  /** Everything that any of the browsers complained of: the application, or the policy of its pages. */
  readonly faults: readonly string[];
  /** Somebody's own browser. @param seat whose session it has; left out: not signed in. */
  browse(seat?: AtDesk | null, options?: BrowserContextOptions): Promise<BrowserContext>;
  /** The one page of such a browser. */
  sit(seat?: AtDesk | null, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

/** @param fill puts something into the newsroom before anybody comes. */
export async function openInBrowser(fill: (open: OpenForReaders) => Promise<unknown>): Promise<NewsroomInBrowser> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const open = await openForReaders(null, address);
  await fill(open);
  const desk = await openDesk(open, port);
  const browser = await openBrowser();
  const faults: string[] = [];
  const browse = async (seat: AtDesk | null = null, options: BrowserContextOptions = {}) => {
    const usual = { viewport: { width: 1280, height: 900 }, locale: 'en-GB', timezoneId: 'Europe/London' };
    const context = await browser.newContext({ ...usual, baseURL: address, ...options });
    await context.addCookies((seat?.cookies() ?? []).map((cookie) => ({ ...cookie, url: address })));
    context.setDefaultTimeout(120_000);
    context.on('page', (page) => listen(page, faults));
    return context;
  };
  return {
    ...{ open, desk, browser, address, faults, browse },
    sit: async (seat, options) => (await browse(seat, options)).newPage(),
    async close() {
      await browser.close();
      await desk.close();
      await open.close();
    },
  };
}

function listen(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) faults.push(`${page.url()}: ${message.text()}`);
  });
}

/** A port that was free a moment ago: a newsroom knows its address before it listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
