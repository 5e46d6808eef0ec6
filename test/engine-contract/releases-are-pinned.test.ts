import { expect, test } from 'vitest';
import type { ListSubject } from '../../src/published/list.ts';
import { publishedQueries } from '../../src/published/published.query.ts';
import { addLanguage } from '../../src/releases/add-language.ts';
import { pinRelease } from '../../src/releases/pin-release.ts';
import { publishDraft } from '../../src/releases/publish-draft.ts';
import { retractText } from '../../src/releases/retract-text.ts';
import { unpinRelease } from '../../src/releases/unpin-release.ts';
import { withdrawText } from '../../src/releases/withdraw-text.ts';
import { approved, openDeskAtWork, publishedFerry } from '../support/desk-at-work.ts';
import { ferryText, ines, mara, somebody } from '../support/desk-cast.ts';
import { done, reasonsOf } from '../support/desk-looks.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';

const organisation: ListSubject = { kind: 'organisation' };
const calder: ListSubject = { kind: 'office', code: 'CALDER' };
/** Publishes for Calder alone. */
const cai = somebody(11, 'Cai', 'publisher', { office: 'CALDER' });

async function openPinning(open: OpenEngine) {
  const desk = await openDeskAtWork(await open());
  let version = 0;
  const published = publishedQueries(desk.engine.published, () => (version += 1));
  const above = async (subject: ListSubject, locale = 'en') =>
    (await published.pinned(subject, locale)).map(({ release, locale: shown }) => [release, shown]);
  const pin = (release: string, list = 'organisation', by = ines) => pinRelease(desk.deps, { by, release, list });
  const unpin = (release: string, list = 'organisation', by = ines) => unpinRelease(desk.deps, { by, release, list });
  const publishMany = async (many: number) => {
    const releases: string[] = [];
    for (let one = 0; one < many; one += 1) releases.push(await publishedFerry(desk));
    return releases as [string, string, string, string];
  };
  return { ...desk, published, above, pin, unpin, publishMany };
}

eachEngine('a pin', (open) => {
  test('keeps a release in sight above one list, the latest first, and the list stays as it is', async () => {
    const { clock, deps, published, above, pin, unpin, publishMany } = await openPinning(open);
    const [first, second] = await publishMany(2);
    const before = await published.newestPage(organisation, 'en');
    done(await pin(first));
    clock.advanceTo('2026-03-02T09:01:00Z');
    done(await pin(second));
    expect(await above(organisation)).toEqual([
      [second, 'en'],
      [first, 'en'],
    ]);
    expect(await above(calder)).toEqual([]);
    expect(await published.newestPage(organisation, 'en')).toEqual(before);

    done(await unpin(second));
    expect(await above(organisation)).toEqual([[first, 'en']]);
    const log = await deps.inTransaction((tx) => deps.audit.read(tx, {}, 3));
    expect(log.map(({ act, detail, release }) => [act, detail['list'], release])).toEqual([
      ['unpinned', 'organisation', second],
      ['pinned', 'organisation', second],
      ['pinned', 'organisation', first],
    ]);
  });

  test('is asked for twice without harm, and writes nothing the second time', async () => {
    const { deps, pin, unpin, publishMany } = await openPinning(open);
    const [first] = await publishMany(1);
    done(await pin(first));
    const entries = () => deps.inTransaction((tx) => deps.audit.read(tx, {}, 200));
    const once = await entries();
    done(await pin(first));
    done(await unpin(first, 'office:CALDER'));
    expect(await entries()).toEqual(once);
  });

  test('is refused with every reason: the right, the list, that nothing is public, that there is no room', async () => {
    const { begin, save, pin, publishMany } = await openPinning(open);
    const releases = await publishMany(4);
    const draft = await begin();
    done(await save(mara, draft, 1, ferryText()));
    for (const release of releases.slice(0, 3)) done(await pin(release));
    const full = await pin(releases[3]);
    expect(full).toMatchObject({ ok: false, refusals: [{ reason: 'pins-full' }] });
    expect(JSON.stringify(full)).toContain('CALDER/2026/2');

    expect(reasonsOf(await pin(draft, 'office:NOWHERE', mara))).toEqual(['not-allowed', 'not-public']);
    expect(reasonsOf(await pin(releases[3], 'country:MN'))).toEqual(['not-on-list']);
    expect(reasonsOf(await pin(releases[3], 'organisation', cai))).toEqual(['not-allowed', 'pins-full']);
    done(await pin(releases[3], 'office:CALDER', cai));
  });

  test('shows each language what its list shows, and nothing that has ended there', async () => {
    const { deps, save, above, pin, publishMany } = await openPinning(open);
    const [ferry] = await publishMany(1);
    done(await pin(ferry));
    expect(await above(organisation, 'fr')).toEqual([[ferry, 'en']]);
    const { draft } = done(await addLanguage(deps, { by: mara, release: ferry, locale: 'fr', source: null }));
    done(await save(mara, ferry, draft.revision, ferryText(), 'fr'));
    await approved(deps, ferry, draft.revision + 1, 'fr');
    done(
      await publishDraft(deps, { by: ines, release: ferry, locale: 'fr', revision: draft.revision + 1, forced: null }),
    );
    expect(await above(organisation, 'fr')).toEqual([[ferry, 'fr']]);

    done(await withdrawText(deps, { by: ines, release: ferry, locale: 'en', publicReason: 'Twice here.' }));
    expect([await above(organisation, 'en'), await above(organisation, 'fr')]).toEqual([[], [[ferry, 'fr']]]);
    done(await retractText(deps, { by: ines, release: ferry, locale: 'fr', publicReason: 'It was wrong.' }));
    expect(await deps.inTransaction((tx) => deps.pins.ofRelease(tx, ferry))).toEqual([]);
  });
});
