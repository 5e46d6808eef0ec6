import type { Tx } from '../database/transaction.ts';
import type { Locale } from '../platform/locales.ts';
import type { KnownRelease } from '../published/publication.ts';
import type { DeskDeps } from './desk-deps.ts';
import type { Draft } from './draft.ts';

interface Corrected {
  /** Just published. */
  readonly drafts: readonly Draft[];
  /** As the releases were before. */
  readonly known: ReadonlyMap<string, KnownRelease>;
}

/**
 * What says that something was wrong asks the other languages to look. A text that followed another's correction, or went
 * public together with it, asks nobody: whoever should know has been asked.
 */
export async function followCorrections(tx: Tx, deps: DeskDeps, { drafts, known }: Corrected): Promise<void> {
  const following = await deps.tasks.withTasks(tx, drafts);
  for (const { release, locale } of following) await deps.tasks.end(tx, release, locale, deps.clock.now());
  const asking = drafts.filter(
    (draft) => !following.includes(draft) && saysWhatWasWrong(draft) && !isBesideSource(draft, drafts),
  );
  for (const { release, locale, edition } of asking) {
    const beside = drafts.filter((one) => one.release === release).map((one) => one.locale);
    for (const other of await othersOf(tx, deps, release, known.get(release))) {
      if (beside.includes(other)) continue;
      const source = { locale, edition };
      const task = { id: deps.newId(), release, locale: other, kind: 'follow-correction', source } as const;
      await deps.tasks.open(tx, { ...task, openedAt: deps.clock.now() });
    }
  }
}

function saysWhatWasWrong({ change }: Draft): boolean {
  return change !== null && change.kind !== 'update';
}

function isBesideSource({ release, source }: Draft, drafts: readonly Draft[]): boolean {
  return source !== null && drafts.some((one) => one.release === release && one.locale === source.locale);
}

/** Languages that are in work or public, and have not ended. */
async function othersOf(
  tx: Tx,
  deps: DeskDeps,
  release: string,
  known: KnownRelease | undefined,
): Promise<ReadonlySet<Locale>> {
  const versions = known?.versions ?? new Map();
  const drafts = await deps.drafts.draftsOf(tx, release);
  const inWork = drafts.filter(({ standing }) => standing.state !== 'discarded').map(({ locale }) => locale);
  const all = new Set([...versions.keys(), ...inWork]);
  return new Set([...all].filter((locale) => (versions.get(locale)?.standing ?? 'published') === 'published'));
}
