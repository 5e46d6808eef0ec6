import type { AtDesk } from './open-desk.ts';

/** Somebody outside with a link for review, at a browser without scripts: reads the form that the page has, and sends it. */
export interface Reviewer {
  readonly path: string;
  page(): Promise<{ readonly status: number; readonly body: string }>;
  /** @param typed by the names of the fields; the rest is as the page has it. */
  send(typed: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>): Promise<Sent>;
}

interface Sent {
  readonly status: number;
  readonly body: string;
  readonly location: string | null;
}

/** @param read the page that the form is taken from; left out: as it is when it is sent. */
export function reviewerAt(seat: AtDesk, link: string, read: string | null = null): Reviewer {
  const path = new URL(link).pathname;
  const page = async () => {
    const answer = await seat.get(path);
    return { status: answer.status, body: await answer.text() };
  };
  return {
    path,
    page,
    async send(typed, headers = {}) {
      const form = formOf(read ?? (await page()).body);
      const body = new URLSearchParams({ ...form, verdict: 'remark', ...typed }).toString();
      const asForm = { 'content-type': 'application/x-www-form-urlencoded', ...headers };
      const answer = await seat.send(path, { method: 'POST', body, headers: asForm });
      return { status: answer.status, body: await answer.text(), location: answer.headers.get('location') };
    },
  };
}

/** The hidden fields, and the whole text as what it is about. */
export function formOf(page: string): Record<string, string> {
  const hidden = [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return { about: '0', ...Object.fromEntries(hidden.map(([, name, value]) => [name, value])) };
}
