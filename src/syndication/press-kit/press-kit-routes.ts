import type { Readable } from 'node:stream';
import type { Answer, Route, SurfaceSettings, Visit } from '../../http/route.ts';
import { plainTextPath, pressKitPath } from '../../published/addresses.ts';
import type { Published } from '../../published/published.ts';
import { wordsFor } from '../../words/words.ts';
import { fileKey } from '../file-key.ts';
import { type AskedText, textFileRoutes } from '../text-file.ts';
import { composeKit, type Originals } from './compose-kit.ts';
import { kitWords } from './kit-words.ts';
import { kitsAtOnce } from './kits-at-once.ts';
import { plainTextOf } from './plain-text.ts';
import { zipOf } from './write-zip.ts';

export interface KitSettings extends SurfaceSettings {
  readonly originals: Originals & {
    /** In pieces; fails before its end where it is not what its hash says. */
    read(hash: string): Readable;
  };
}

/** What somebody takes who writes about a release: all of it in one file, or its words alone. */
export function pressKitRoutes(published: Published, settings: KitSettings): Route[] {
  const { origin, originals } = settings;
  const turns = kitsAtOnce({ ofAll: 48, ofOne: 4 });
  const kit = async (asked: AskedText, { address }: Visit): Promise<Answer> => {
    if (turns.isFull(address)) return busy(asked);
    const made = await composeKit({ ...asked, origin }, originals);
    const { bytes, open } = zipOf(made, (hash) => originals.read(hash));
    const headers = { ...about(asked, `attachment; filename="${made.key}.zip"`, origin), etag: `"${made.tag}"` };
    const body = { bytes, open: () => turns.counted(address, open()) };
    return { status: 200, type: 'application/zip', body, headers, keep: false };
  };
  const text = (asked: AskedText): Answer => {
    const name = `${fileKey(asked.text, asked.isOfEdition)}.txt`;
    const headers = about(asked, `inline; filename="${name}"`, origin);
    const body = plainTextOf(kitWords({ ...asked, origin }));
    return { status: 200, type: 'text/plain; charset=utf-8', body, headers, keep: true };
  };
  return [
    ...textFileRoutes(published, { name: 'press-kit', at: pressKitPath, answer: kit }),
    ...textFileRoutes(published, { name: 'plain-text', at: plainTextPath, answer: text }),
  ];
}

/** Search engines are led to the page that says the same. */
function about({ text, page }: AskedText, disposition: string, origin: string): Record<string, string> {
  return {
    'content-disposition': disposition,
    'content-language': text.locale,
    link: `<${origin}${page}>; rel="canonical"`,
    'x-robots-tag': 'noindex',
  };
}

function busy({ text }: AskedText): Answer {
  const words = wordsFor(text.locale);
  const body = `${words('problem-503-title')}\n${words('problem-503-text')}\n`;
  const headers = { 'retry-after': '10', 'cache-control': 'no-store' };
  return { status: 503, type: 'text/plain; charset=utf-8', body, headers, keep: false };
}
