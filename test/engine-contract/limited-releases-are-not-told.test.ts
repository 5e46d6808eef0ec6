import { expect, test } from 'vitest';
import { bundlesOf } from '../../src/desk/writing/bundles-of.ts';
import { scheduleDraft } from '../../src/embargo/schedule-draft.ts';
import type { Person } from '../../src/people/person.ts';
import { bundleDrafts } from '../../src/releases/bundle-drafts.ts';
import { limitReaders } from '../../src/releases/limit-readers.ts';
import { publishDraft } from '../../src/releases/publish-draft.ts';
import { approved, openDeskAtWork } from '../support/desk-at-work.ts';
import { ada, ferryText, ines, mara, tomas, wen } from '../support/desk-cast.ts';
import { done, reasonsOf } from '../support/desk-looks.ts';
import { eachEngine } from '../support/engines.ts';

eachEngine('a release that is limited to others', (open) => {
  test('is not in the log before it is public, and then with all that was done', async () => {
    const { deps, begin, save } = await openDeskAtWork(await open());
    const release = await begin();
    done(await limitReaders(deps, { by: tomas, release, people: [mara.id, ines.id] }));
    done(await save(mara, release, 1, ferryText()));
    const toldTo = async (reader: string) =>
      (await deps.inTransaction((tx) => deps.audit.read(tx, { reader }, 99))).filter((one) => one.release === release);
    expect(await toldTo(tomas.id)).toHaveLength(3);
    expect(await toldTo(ada.id)).toEqual([]);
    await approved(deps, release, 2);
    done(await publishDraft(deps, { by: ines, release, locale: 'en', revision: 2, forced: null }));
    expect((await toldTo(ada.id)).map(({ act }) => act)).toEqual(
      expect.arrayContaining(['drafted', 'limited', 'revised', 'submitted', 'approved', 'published']),
    );
  });

  test('holds a bundle back without a word of where it stands', async () => {
    const { deps, begin, save } = await openDeskAtWork(await open());
    const [own, secret] = [await begin(), await begin()];
    for (const release of [own, secret]) done(await save(mara, release, 1, ferryText()));
    const texts = [own, secret].map((release) => ({ release, locale: 'en' }));
    done(await bundleDrafts(deps, { by: ines, name: 'Both', into: null, texts }));
    done(await limitReaders(deps, { by: tomas, release: secret, people: [ines.id] }));
    const shownTo = async (person: Person) => {
      const [bundle] = await deps.inTransaction(async (tx) =>
        bundlesOf(tx, person, await deps.drafts.draftsOf(tx, own)),
      );
      return [bundle?.name, ...(bundle?.texts ?? []).map(({ release, mayUnbundle }) => [release, mayUnbundle])];
    };
    expect(await shownTo(ines)).toEqual(['Both', [own, true], [secret, true]]);
    expect(await shownTo(mara)).toEqual(['Both', [own, false]]);
    await approved(deps, own, 2);
    const order = { by: wen, release: own, locale: 'en', revision: 2 };
    expect(reasonsOf(await publishDraft(deps, { ...order, forced: null }))).toEqual(['not-allowed']);
    const at = { local: '2026-03-03T09:00', timeZone: 'UTC', choice: null };
    expect(reasonsOf(await scheduleDraft(deps, { ...order, ...at }))).toEqual(['not-allowed']);
    expect(reasonsOf(await scheduleDraft(deps, { ...order, by: ines, ...at }))).toEqual(['bundle-waits']);
  });
});
