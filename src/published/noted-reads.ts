import type { Locale } from '../platform/locales.ts';
import { type ListSubject, listKey } from './list.ts';
import type { Published } from './published.ts';
import type { ListItem, ListPage } from './published-release.ts';
import { everything, type ReadNotes } from './read-notes.ts';
import { subjectOf } from './subject.ts';

/** The one door out, writing down what goes through it. A way through that is new has to say here what it reads. */
export function notedReads(published: Published, note: ReadNotes['note']): Published {
  /** Both kinds of lists: which of them is shown is not said. */
  const shelvesOf = (subject: ListSubject, locale: Locale) => {
    note(subjectOf.institution);
    return ['any', locale].map((scope) => ({ list: listKey(subject), scope }));
  };
  const noteItems = (items: readonly Pick<ListItem, 'reference'>[]) => {
    for (const { reference } of items) note(subjectOf.release(reference));
  };
  const noteShelf = ({ subject, scope, items }: ListPage) => {
    note(subjectOf.institution);
    noteItems(items);
    return { list: listKey(subject), scope };
  };
  const noteEverything = <Reading>(reading: Reading): Reading => {
    note(everything);
    return reading;
  };

  return {
    async institution() {
      note(subjectOf.institution);
      return published.institution();
    },

    async newestPage(subject, locale) {
      const page = await published.newestPage(subject, locale);
      const shelf = noteShelf(page);
      note(subjectOf.end(shelf));
      for (const number of [page.newest, page.newest - 1]) note(subjectOf.page(shelf, number));
      return page;
    },

    async fixedPage(subject, locale, number, after) {
      const page = await published.fixedPage(subject, locale, number, after);
      if (page === null) return noteEverything(page);
      const shelf = noteShelf(page);
      note(subjectOf.page(shelf, number));
      // A page that lies far below says the same however many there are.
      if (page.newest !== null) note(subjectOf.end(shelf));
      return page;
    },

    async yearPage(subject, locale, year, number, after) {
      const page = await published.yearPage(subject, locale, year, number, after);
      if (page === null) return noteEverything(page);
      note(subjectOf.year(noteShelf(page), year));
      return page;
    },

    async pinned(subject, locale) {
      note(subjectOf.institution);
      note(subjectOf.pins(listKey(subject)));
      return published.pinned(subject, locale);
    },

    async newestNumber(subject, locale) {
      for (const shelf of shelvesOf(subject, locale)) note(subjectOf.end(shelf));
      return published.newestNumber(subject, locale);
    },

    async months(subject, locale) {
      for (const shelf of shelvesOf(subject, locale)) note(subjectOf.months(shelf));
      return published.months(subject, locale);
    },

    async years(subject, locale) {
      for (const shelf of shelvesOf(subject, locale)) note(subjectOf.years(shelf));
      return published.years(subject, locale);
    },

    async text(reference, locale, edition) {
      note(subjectOf.institution);
      note(subjectOf.release(reference));
      return published.text(reference, locale, edition);
    },

    async fullTexts(items) {
      noteItems(items);
      return published.fullTexts(items);
    },

    async mapped(after, span) {
      note(subjectOf.map);
      return published.mapped(after, span);
    },

    async mapParts(span) {
      note(subjectOf.map);
      return published.mapParts(span);
    },

    since: (locale, since) => noteEverything(published.since(locale, since)),
    asset: (hash) => noteEverything(published.asset(hash)),
    pathLeadsTo: (path) => noteEverything(published.pathLeadsTo(path)),
    legacyAddressLeadsTo: (path, query) => noteEverything(published.legacyAddressLeadsTo(path, query)),
    legacyPatternLeadsTo: (path, query) => noteEverything(published.legacyPatternLeadsTo(path, query)),
    lastChanged: (...order) => noteEverything(published.lastChanged(...order)),
    harvested: (...order) => noteEverything(published.harvested(...order)),
    actsUntil: (...order) => noteEverything(published.actsUntil(...order)),
    firstAct: (...order) => noteEverything(published.firstAct(...order)),
    listStates: (...order) => noteEverything(published.listStates(...order)),
    listStateAt: (...order) => noteEverything(published.listStateAt(...order)),
    listAsOf: (...order) => noteEverything(published.listAsOf(...order)),
    textLocales: (...order) => noteEverything(published.textLocales(...order)),
    version: () => noteEverything(published.version()),
  };
}

/** A door of which no name says what goes through it: what is rendered from it goes with every publication. */
export function unnamedReads<Door extends object>(door: Door, note: ReadNotes['note']): Door {
  return new Proxy(door, {
    get(target, name) {
      note(everything);
      return Reflect.get(target, name);
    },
  });
}
