import { formatText, staysHere, textNamed } from '../published/legacy/legacy-target.ts';
import { formatReference, type Reference, readReference } from '../published/reference.ts';
import type { Ask, KnownText, Target } from './legacy-map.ts';
import { inside, shown } from './read-from.ts';

export interface TargetDeps {
  /** The text of that reference and language; null when none was ever public. */
  readonly text: (reference: Reference, locale: string) => Promise<KnownText | null>;
  readonly ask: Ask;
  /** How readers reach the newsroom: `https://news.example.org`. */
  readonly origin: string;
}

type Found = Target | { readonly problem: string };

/** How many redirects are followed to the end of one. */
const MAX_STEPS = 5;

/** Finds out what the `to` of a row leads to, and asks the newsroom itself whether it is there. */
export async function findTarget(deps: TargetDeps, written: string): Promise<Found> {
  if (written === '') return { problem: '“to” is empty. Write an address of this newsroom, a reference, or gone.' };
  if (written === 'gone' || written === 'nothing') return { to: written };
  if (/\s/.test(written)) return textOf(deps, written);
  if (readReference(written) !== null) {
    return { problem: `${written} does not say which language. Write it behind: ${written} en.` };
  }
  const path = pathIn(written, deps.origin);
  return typeof path === 'string' ? leadOn(deps, path) : path;
}

/** As findTarget, for a pattern: groups may stand in a reference, a language or an address. */
export async function findFilledTarget(deps: TargetDeps, written: string): Promise<Found> {
  if (!/\$\d/.test(written)) {
    const found = await findTarget(deps, written);
    return 'to' in found && found.to === 'text' ? { to: 'page', path: found.name } : found;
  }
  if (/^[A-Za-z0-9$/-]+ (?:\$\d|[A-Za-z]{2,8}(?:-[A-Za-z0-9]{2,8})*)$/.test(written))
    return { to: 'page', path: written };
  const path = pathIn(written, deps.origin);
  return typeof path === 'string' ? { to: 'page', path } : path;
}

/** The path of an address of this newsroom, as it may be sent to readers. */
function pathIn(written: string, origin: string): string | { readonly problem: string } {
  const out = {
    problem: `“${shown(written)}” leads out of this newsroom. Readers are only led to addresses below ${origin}.`,
  };
  const isWhole = /^[a-z][a-z0-9+.-]*:/i.test(written);
  if (isWhole && !written.startsWith(`${origin}/`)) return out;
  const path = isWhole ? written.slice(origin.length) : written;
  if (!path.startsWith('/')) {
    return {
      problem: `“${shown(written)}” is no address, reference or “gone”. Write /en/…, CO-BEIJING/2017/3 en, or gone.`,
    };
  }
  const url = inside(path);
  if (url === null) return out;
  if (url.hash !== '') return { problem: `“${url.hash}” cannot be led to. Leave it out of “to”.` };
  const plain = `${url.pathname}${url.search}`;
  return staysHere(plain) ? plain : out;
}

async function textOf(deps: TargetDeps, written: string): Promise<Found> {
  const named = textNamed(written);
  if (named === null)
    return { problem: `“${shown(written)}” is no reference with its language. Write CO-BEIJING/2017/3 en.` };
  const text = await deps.text(named.reference, named.locale);
  if (text !== null) return { to: 'text', release: text.release, locale: text.locale, name: formatText(named) };
  return { problem: `there is no text ${formatReference(named.reference)} in ${named.locale}.` };
}

async function leadOn(deps: TargetDeps, wanted: string): Promise<Found> {
  let path = wanted;
  for (let step = 0; step <= MAX_STEPS; step += 1) {
    const named = textNamed(path);
    if (named !== null) return textOf(deps, formatText(named));
    const { status, location } = await deps.ask(path);
    if (status === 200 || status === 302) return { to: 'page', path };
    if (status !== 301 || location === null || !staysHere(location)) break;
    path = location;
  }
  return { problem: `this newsroom has nothing at ${shown(wanted)}.` };
}
