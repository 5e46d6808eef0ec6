import Type from 'typebox';
import { localeOf } from '../../platform/locales.ts';
import { type Reference, readReference } from '../../published/reference.ts';
import type { WholeReleases } from '../../published/whole-release.ts';
import type { ApiName } from '../api-paths.ts';
import { type Operation, type Outcome, operation } from '../operation.ts';
import { LARGEST_NUMBER, Locale, type Told } from '../shapes.ts';
import { EditionFound, Release } from './release-shape.ts';
import { type ReleaseWriter, releasePath } from './write-release.ts';

type Named = Reference | string;

const releaseParams = Type.Object({
  release: Type.String({
    maxLength: 40,
    description: 'The id of the release, or its reference as it stands in addresses of the site: `co-beijing-2017-3`.',
    'x-write': 'a reference like CO-BEIJING/2017/3 or co-beijing-2017-3, or the id of a release',
    examples: ['co-beijing-2017-3'],
  }),
});
const referenceParams = Type.Object({
  office: Type.String({
    maxLength: 24,
    pattern: '^[A-Za-z0-9-]+$',
    description: 'The code of the office, in any case.',
    'x-write': 'the code of an office, like CO-BEIJING',
  }),
  year: Type.Integer({ minimum: 1, maximum: 9_999 }),
  number: Type.Integer({ minimum: 1, maximum: 999_999_999 }),
});
const editionParams = {
  locale: Type.String({ ...Locale, 'x-write': 'a language tag, like en or zh-Hans' }),
  edition: Type.Integer({ minimum: 1, maximum: LARGEST_NUMBER }),
};
const noQuery = Type.Object({});

/** A release with everything about it, and its earlier editions. */
export function releaseOperations(
  releases: WholeReleases,
  writer: ReleaseWriter,
): Pick<Record<ApiName, Operation>, 'release' | 'releaseOfReference' | 'edition' | 'editionOfReference'> {
  const release = {
    tag: 'Releases',
    scope: 'read',
    query: noQuery,
    answer: Release,
    refusals: {
      404: 'There is no such release.',
      410: 'Every language of the release was retracted. What is left of it is in `release`.',
    },
  } as const;
  const edition = {
    tag: 'Releases',
    scope: 'read',
    query: noQuery,
    answer: EditionFound,
    refusals: {
      404: 'There is no such release, or it has no such language or edition.',
      410: 'The text was retracted, with all its editions.',
    },
  } as const;
  return {
    release: operation({
      ...release,
      summary: 'A release',
      description: 'All its languages with their current texts, and what was corrected, withdrawn or retracted.',
      params: releaseParams,
      run: ({ params }) => releaseFound(releases, writer, namedBy(params.release)),
    }),
    releaseOfReference: operation({
      ...release,
      summary: 'A release by its reference',
      description: 'The same answer as by its id.',
      params: referenceParams,
      run: ({ params }) => releaseFound(releases, writer, referenceOf(params)),
    }),
    edition: operation({
      ...edition,
      summary: 'One edition',
      description: 'A text as it was public, the current one or an earlier one.',
      params: Type.Object({ ...releaseParams.properties, ...editionParams }),
      run: ({ params }) => editionFound(releases, writer, { named: namedBy(params.release), ...params }),
    }),
    editionOfReference: operation({
      ...edition,
      summary: 'One edition, by the reference of its release',
      description: 'The same answer as by the id.',
      params: Type.Object({ ...referenceParams.properties, ...editionParams }),
      run: ({ params }) => editionFound(releases, writer, { named: referenceOf(params), ...params }),
    }),
  };
}

/** Null for what is neither a reference nor an id. */
function namedBy(text: string): Named | null {
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return text.toLowerCase();
  return readReference(text);
}

function referenceOf({ office, year, number }: { office: string; year: number; number: number }): Reference {
  return { office: office.toUpperCase(), year, number };
}

async function releaseFound(
  releases: WholeReleases,
  writer: ReleaseWriter,
  named: Named | null,
): Promise<Outcome<Told<typeof Release>>> {
  const found = named === null ? null : await releases.release(named);
  if (found === null) return noRelease;
  const body = writer.release(found);
  if (found.languages.some(({ standing }) => standing !== 'retracted')) return { ok: true, body };
  const reasons = found.languages.flatMap(({ locale, end }) => (end === null ? [] : [`${locale}: ${end.reason}`]));
  const detail = `Release ${body.reference} was retracted in every language. ${reasons.join(' ')}`;
  return { ok: false, problem: 'gone', detail, more: { release: body } };
}

const noRelease = {
  ok: false,
  problem: 'not-found',
  detail:
    'There is no such release. Write a reference like /api/v1/releases/CO-BEIJING/2017/3 or an id; /api/v1/lists leads to all.',
} as const;

async function editionFound(
  releases: WholeReleases,
  writer: ReleaseWriter,
  { named, locale, edition }: { named: Named | null; locale: string; edition: number },
): Promise<Outcome<Told<typeof EditionFound>>> {
  const tag = tagOf(locale);
  const found = named === null || tag === null ? null : await releases.edition(named, tag, edition);
  if (found === null) {
    const detail = 'There is no such release, or it is not in this language. The release itself names its languages.';
    return { ok: false, problem: 'not-found', detail };
  }
  const { release, language } = found;
  if (language.standing === 'retracted') {
    const detail = `This text was retracted, with all its editions. ${language.end?.reason ?? ''}`;
    return { ok: false, problem: 'gone', detail };
  }
  if (found.edition === null) {
    const detail = `The text has no edition ${edition}. ${releasePath(release.reference)} names those it has.`;
    return { ok: false, problem: 'not-found', detail };
  }
  const body = {
    release: writer.releaseFacts(release),
    language: writer.languageFacts(release.reference, language),
    current: found.isCurrent,
    edition: writer.edition(release.reference, language, found.edition),
  };
  return { ok: true, body };
}

function tagOf(text: string): string | null {
  if (!/^[a-z0-9-]{2,35}$/i.test(text)) return null;
  try {
    return localeOf(text);
  } catch {
    return null;
  }
}
