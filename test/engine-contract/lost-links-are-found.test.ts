import { expect, test } from 'vitest';
import { lookForLostLinks } from '../../src/desk/looking-back/look-for-lost-links.ts';
import { lostLinks } from '../../src/desk/looking-back/lost-link.store.ts';
import { publishDraft } from '../../src/releases/publish-draft.ts';
import { retractText } from '../../src/releases/retract-text.ts';
import { approved, openDeskAtWork } from '../support/desk-at-work.ts';
import { ferryText, ines, mara } from '../support/desk-cast.ts';
import { done } from '../support/desk-looks.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';

const origin = 'https://news.calder.example';

async function openLinks(open: OpenEngine) {
  const desk = await openDeskAtWork(await open());
  const { deps, begin, save, clock } = desk;
  const asked: string[] = [];
  const there = new Set(['/en', '/en/offices/calder']);
  const isThere = async (path: string) => {
    asked.push(path);
    return there.has(path);
  };
  const { inTransaction } = deps;
  const look = () => lookForLostLinks({ inTransaction, clock, origin, isThere });
  const found = () => inTransaction((tx) => lostLinks(tx, 99));
  const publish = async (headline: string, body: string) => {
    const release = await begin();
    done(await save(mara, release, 1, ferryText({ headline, body })));
    await approved(deps, release, 2);
    done(await publishDraft(deps, { by: ines, release, locale: 'en', revision: 2, forced: null }));
    return release;
  };
  return { ...desk, asked, there, look, found, publish };
}

eachEngine('links of public texts', (open) => {
  test('that lead nowhere on this site are found, and those to other sites are never asked for', async () => {
    const { asked, look, found, publish } = await openLinks(open);
    expect(await found()).toEqual({ links: [], lookedAt: null });
    const link = (href: string) => `<p><a href="${href}">The ferries of the port</a></p>`;
    const ferry = await publish(
      'Ferry',
      link(`${origin}/en`) + link('/en/offices/quay') + link('https://elsewhere.example/gone') + link('/gone'),
    );
    await publish('Quay', link('/en/offices/calder') + link('/gone'));
    await look();
    expect(asked.toSorted()).toEqual(['/en', '/en/offices/calder', '/en/offices/quay', '/gone']);
    const { links, lookedAt } = await found();
    expect(links.map(({ headline, target }) => [headline, target])).toEqual([
      ['Quay', '/gone'],
      ['Ferry', '/en/offices/quay'],
      ['Ferry', '/gone'],
    ]);
    expect(links[1]).toMatchObject({ release: ferry, locale: 'en' });
    expect(lookedAt).toBe('2026-03-02T09:00:00.000Z');
  });

  test('are looked at again after an hour, by one process, and what was mended is forgotten', async () => {
    const { asked, there, look, found, publish, clock, deps } = await openLinks(open);
    const ferry = await publish('Ferry', '<p><a href="/gone">The ferries of the port</a></p>');
    await Promise.all([look(), look()]);
    expect(asked).toEqual(['/gone']);
    await look();
    expect(asked).toHaveLength(1);
    there.add('/gone');
    clock.advanceTo('2026-03-02T10:00:00Z');
    await look();
    expect(await found()).toEqual({ links: [], lookedAt: '2026-03-02T10:00:00.000Z' });

    there.delete('/gone');
    clock.advanceTo('2026-03-02T11:00:00Z');
    await look();
    expect((await found()).links).toHaveLength(1);
    done(await retractText(deps, { by: ines, release: ferry, locale: 'en', publicReason: 'It is wrong.' }));
    expect((await found()).links).toEqual([]);
  });
});
