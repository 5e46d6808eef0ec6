import Type from 'typebox';
import type { PublicAct, WholeReleases } from '../../published/whole-release.ts';
import { type ApiName, apiPaths } from '../api-paths.ts';
import { type Operation, operation } from '../operation.ts';
import type { ReleaseWriter } from '../releases/write-release.ts';
import { LARGEST_NUMBER, type Told } from '../shapes.ts';
import { type Act, Changes } from './act-shape.ts';

/** Every public act in its order: what a copy has to follow to stay the same. */
export function changesOperations(
  { releases, writer }: { readonly releases: WholeReleases; readonly writer: ReleaseWriter },
  origin: string,
): Pick<Record<ApiName, Operation>, 'changes'> {
  return {
    changes: operation({
      tag: 'Changes',
      scope: 'read',
      summary: 'What has happened since',
      description:
        'Every public act after a sequence, in order. Begin with 0, or where a bulk file ends; apply what comes, keep `next`, and ask again. Whatever a later act took away is passed over, and that act stands in its own place: a copy that goes on from `next` loses nothing, wherever it was interrupted.',
      params: Type.Object({}),
      query: Type.Object({
        since: Type.Integer({
          minimum: 0,
          maximum: LARGEST_NUMBER,
          default: 0,
          description: 'The sequence that your copy has reached.',
        }),
        limit: Type.Integer({ minimum: 1, maximum: 100, default: 50, description: 'How many acts at the most.' }),
      }),
      answer: Changes,
      refusals: {},
      async run({ query: { since, limit } }) {
        const { acts, next, latest } = await releases.acts(since, limit);
        if (since > latest) {
          const detail = `Nothing has a sequence above ${latest} yet: this is not a “next” of this newsroom. Begin with 0.`;
          return { ok: false, problem: 'parameter-invalid', detail };
        }
        const address = (from: number) => `${origin}${apiPaths.changes}?since=${from}&limit=${limit}`;
        const links = { self: address(since), next: address(next) };
        return { ok: true, body: { acts: acts.map((act) => writeAct(act, writer)), next, latest, links } };
      },
    }),
  };
}

const changed = { correction: 'corrected', clarification: 'clarified', update: 'updated' } as const;

function writeAct(act: PublicAct, writer: ReleaseWriter): Told<typeof Act> {
  const { sequence, at, release, language, edition } = act;
  return {
    ...{ sequence, act: act.act === 'changed' ? changed[act.edition.change?.kind ?? 'update'] : act.act, at },
    release: writer.releaseFacts(release),
    language: writer.languageFacts(release.reference, language),
    edition: edition === null ? null : writer.edition(release.reference, language, edition),
  };
}
