import type { AtDesk } from './open-desk.ts';

export interface TextWords {
  readonly headline: string;
  readonly summary: string;
  readonly body: readonly string[];
}

type Named = { readonly release: string; readonly locale: string };

/** As the desk keeps it: a line of the body is a paragraph. */
export function contentOf({ headline, summary, body }: TextWords) {
  const paragraphs = body.map((one) => `<p>${one}</p>`).join('');
  return { kicker: '', headline, summary, place: '', body: paragraphs, notes: '', pictures: [] };
}

/** Writes a text at the desk, in the language of the original. @returns what it is called there. */
export async function written(
  writer: AtDesk,
  words: TextWords,
  { office = 'PORT', locale = 'en' } = {},
): Promise<Named & { revision: number }> {
  const order = { office, type: 'press-release', original: locale };
  const { release } = await writer.done('POST /desk/api/releases', order);
  return { release, locale, revision: await saved(writer, { release, locale }, words) };
}

/** Translates what is there from English. */
export async function translated(writer: AtDesk, release: string, words: TextWords, locale: string) {
  await writer.done('POST /desk/api/release/languages', { release, locale, source: 'en' });
  return { release, locale, revision: await saved(writer, { release, locale }, words) };
}

/** One writes, a second approves, a third publishes. */
export async function published(
  by: { readonly writer: AtDesk; readonly editor: AtDesk; readonly publisher: AtDesk },
  text: Named & { readonly revision: number },
): Promise<void> {
  await by.writer.done('POST /desk/api/draft/submit', { ...text, overrides: [] });
  await by.editor.done('POST /desk/api/draft/approve', text);
  await by.publisher.done('POST /desk/api/draft/publish', { ...text, forced: null });
}

async function saved(writer: AtDesk, named: Named, words: TextWords): Promise<number> {
  const order = { ...named, revision: 1, content: contentOf(words), slug: null };
  return (await writer.done('POST /desk/api/draft/save', order)).revision;
}
