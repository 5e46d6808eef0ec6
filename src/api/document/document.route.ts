import Type from 'typebox';
import type { Answer } from '../../http/route.ts';
import { firstOf } from '../../platform/locales.ts';
import type { Published } from '../../published/published.ts';
import { JSON_TYPE } from '../answer-operation.ts';
import type { ApiName } from '../api-paths.ts';
import { type Operation, operation } from '../operation.ts';
import { openToAll } from '../problem.ts';
import { type Described, describe } from './describe.ts';
import { docsPage } from './docs-page.view.tsx';
import { docsStyle } from './docs-style.ts';

const open = { additionalProperties: true };
const nothing = { params: Type.Object({}), query: Type.Object({}), refusals: {}, scope: null } as const;

/** What describes the rest: for machines, and for people. All of it may be kept, and asking is free. */
export function documentOperations(
  published: Published,
  origin: string,
  others: () => Readonly<Record<ApiName, Operation>>,
): Pick<Record<ApiName, Operation>, 'document' | 'docs' | 'docsStyle'> {
  const described = async (): Promise<Described> => {
    const { organisation } = await published.institution();
    const name = firstOf(organisation.names, ['en', organisation.defaultLocale])?.text ?? 'Newsroom';
    return describe(others(), { origin, name });
  };
  return {
    document: operation({
      ...nothing,
      tag: 'This document',
      summary: 'The description of the API',
      description: 'OpenAPI 3.1, made from the program that answers.',
      answer: Type.Object({ openapi: Type.String(), paths: Type.Object({}, open) }, open),
      async run() {
        const body = `${JSON.stringify(await described())}\n`;
        return kept({ type: JSON_TYPE, body, headers: openToAll });
      },
    }),
    docs: operation({
      ...nothing,
      tag: 'This document',
      summary: 'The description, to be read',
      description: 'The same as a page for people.',
      type: 'text/html',
      answer: Type.String(),
      async run() {
        return kept({ type: 'text/html; charset=utf-8', body: docsPage(await described()), headers: {} });
      },
    }),
    docsStyle: operation({
      ...nothing,
      tag: 'This document',
      summary: 'The style of that page',
      description: 'CSS.',
      type: 'text/css',
      answer: Type.String(),
      async run() {
        return kept({
          type: 'text/css; charset=utf-8',
          body: docsStyle,
          headers: { 'cache-control': 'public, max-age=3600' },
        });
      },
    }),
  };
}

function kept(answer: Pick<Answer, 'type' | 'body'> & { headers: Readonly<Record<string, string>> }) {
  return { ok: true, answer: { ...answer, status: 200, keep: true } } as const;
}
