import type {
  AnswerOf,
  buildHeader,
  CallName,
  OrderOf,
  PictureSent,
  Problem,
  pictureUpload,
  Refused,
} from '../src/desk/contract.ts';
import { buildId } from './build-id.ts';

/** What became of a call. Only `done` carries what was asked for; the others say why not, and nothing was lost. */
export type Outcome<Answer> =
  | { readonly kind: 'done'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly refusals: Refused['refusals'] }
  | { readonly kind: 'problem'; readonly status: number; readonly problem: Problem }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'page-too-old' }
  | { readonly kind: 'offline' };

const header: typeof buildHeader = 'x-dateline-build';
const upload: typeof pictureUpload = 'POST /desk/api/pictures';

/** Told of every outcome that concerns the whole page: signed out, or older than the server. */
export type Watcher = (kind: 'signed-out' | 'page-too-old') => void;
const watchers = new Set<Watcher>();

/** @returns stops watching. */
export function watchPage(watcher: Watcher): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Tells everybody who watches, for what is noticed elsewhere: a part of the application that is no longer there. */
export function sayTooOld(): void {
  for (const watcher of watchers) watcher('page-too-old');
}

/** Makes one call of the contract. Never throws: a network that is not there is an outcome. */
export async function call<Name extends CallName>(
  name: Name,
  order: OrderOf<Name>,
  signal?: AbortSignal,
): Promise<Outcome<AnswerOf<Name>>> {
  const [method = 'GET', path = ''] = name.split(' ');
  if (method === 'GET') return send(`${path}${queryOf(order as Record<string, unknown>)}`, { method, signal });
  const headers = { 'content-type': 'application/json', [header]: buildId };
  return send(path, { method, headers, body: JSON.stringify(order), signal });
}

/** Sends a picture's bytes. @param progress told the share that has left, from 0 to 1. */
export function uploadPicture(
  { bytes, fileName }: PictureSent,
  progress: (share: number) => void,
): Promise<Outcome<AnswerOf<typeof upload>>> {
  return new Promise((resolve) => {
    // fetch cannot tell how much of a body has left.
    const request = new XMLHttpRequest();
    const [method = '', path = ''] = upload.split(' ');
    request.open(method, path);
    request.setRequestHeader('content-type', bytes.type || 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(fileName));
    request.setRequestHeader(header, buildId);
    request.upload.onprogress = ({ loaded, total }) => progress(total === 0 ? 0 : loaded / total);
    request.onerror = () => resolve({ kind: 'offline' });
    request.onload = () => resolve(outcomeOf(request.status, request.responseText));
    request.send(bytes);
  });
}

async function send<Answer>(url: string, request: RequestInit): Promise<Outcome<Answer>> {
  try {
    const response = await fetch(url, { credentials: 'same-origin', ...request });
    return outcomeOf<Answer>(response.status, await response.text());
  } catch {
    return { kind: 'offline' };
  }
}

/** Reads an answer by its status, as the contract says. */
export function outcomeOf<Answer>(status: number, text: string): Outcome<Answer> {
  const body = parsed(text);
  if (status === 200) return { kind: 'done', answer: body as Answer };
  if (status === 409) return { kind: 'refused', refusals: (body as Refused).refusals };
  if (status === 401) return tell('signed-out');
  if (status === 426) return tell('page-too-old');
  if (status === 0) return { kind: 'offline' };
  const { code = 'FAILED', message = '' } = body as Partial<Problem>;
  return { kind: 'problem', status, problem: { code, message } };
}

function tell(kind: 'signed-out' | 'page-too-old'): { readonly kind: typeof kind } {
  for (const watcher of watchers) watcher(kind);
  return { kind };
}

/** A proxy may answer with a page of its own: that is a problem, not a fault of ours. */
function parsed(text: string): object {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    return {};
  }
}

function queryOf(order: Record<string, unknown>): string {
  const given = Object.entries(order).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return given.length === 0 ? '' : `?${query}`;
}
