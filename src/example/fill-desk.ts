import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tx } from '../database/transaction.ts';
import { scheduleDraft } from '../embargo/schedule-draft.ts';
import type { PersonStore } from '../people/account.ts';
import type { Assignment, Person } from '../people/person.ts';
import { Fault } from '../platform/faults.ts';
import { dayIn, type Instant } from '../platform/instant.ts';
import type { ReleaseType } from '../published/list.ts';
import { addLanguage } from '../releases/add-language.ts';
import { approveDraft } from '../releases/approve-draft.ts';
import { changeFacts } from '../releases/change-facts.ts';
import type { DeskDeps } from '../releases/desk-deps.ts';
import type { DeskOutcome } from '../releases/desk-outcome.ts';
import type { DraftContent } from '../releases/draft.ts';
import { draftRelease } from '../releases/draft-release.ts';
import { reviseDraft } from '../releases/revise-draft.ts';
import { submitDraft } from '../releases/submit-draft.ts';
import { exampleFolder } from './read-example.ts';

type Words = Omit<DraftContent, 'pictures'>;

interface ExampleDesk {
  /** Accounts without a way in: an administrator makes a link for whoever wants to try one. */
  readonly people: readonly (Pick<Person, 'name' | 'email' | 'language'> & {
    readonly key: string;
    readonly assignments: readonly Assignment[];
  })[];
  readonly drafts: readonly ExampleDraft[];
}

interface ExampleDraft {
  readonly office: string;
  readonly type: ReleaseType;
  readonly countries: readonly string[];
  readonly topics: readonly string[];
  readonly by: string;
  readonly locale: string;
  readonly state: 'draft' | 'submitted' | 'scheduled';
  readonly content: Words;
  readonly translation?: { readonly by: string; readonly locale: string; readonly content: Words };
  /** A body that the source got after it was translated: the translation is behind. */
  readonly saidLater?: string;
}

/** The example's desk: people, and texts on their way to the public, put there by the verbs of the desk. */
export async function fillDesk(tx: Tx, given: DeskDeps & { readonly people: PersonStore }): Promise<void> {
  // The verbs take part in the transaction of whoever fills the newsroom: all of it or nothing.
  const deps = { ...given, inTransaction: <Outcome>(work: (tx: Tx) => Promise<Outcome>) => work(tx) };
  const desk: ExampleDesk = JSON.parse(await readFile(join(exampleFolder, 'desk.json'), 'utf8'));
  const people = new Map<string, Person>();
  for (const { key, ...one } of desk.people) {
    const person: Person = { id: deps.newId(), standing: 'active', ...one };
    await deps.people.add(tx, person, deps.clock.now());
    people.set(key, person);
  }
  const named = (key: string): Person => {
    const person = people.get(key);
    if (person === undefined) throw new Fault('RELEASE_REFUSED', { problem: `there is nobody called ${key}` });
    return person;
  };
  for (const draft of desk.drafts) await write(deps, named, draft);
}

async function write(deps: DeskDeps, named: (key: string) => Person, example: ExampleDraft): Promise<void> {
  const { office, type, countries, topics, locale, translation, saidLater, state } = example;
  const by = named(example.by);
  const { release } = done(await draftRelease(deps, { by, office, type, original: locale }));
  done(await changeFacts(deps, { by, release, type, countries, topics, organisationWide: false }));
  const text = { by, release, locale };
  let { revision } = await save(deps, { ...text, revision: 1, content: example.content });
  if (translation !== undefined) {
    const theirs = { by: named(translation.by), release, locale: translation.locale };
    done(await addLanguage(deps, { ...theirs, source: locale }));
    await save(deps, { ...theirs, revision: 1, content: translation.content });
  }
  if (saidLater !== undefined) {
    const content = { ...example.content, body: saidLater };
    ({ revision } = await save(deps, { ...text, revision, content }));
  }
  if (state === 'draft') return;
  done(await submitDraft(deps, { ...text, revision, overrides: [] }));
  if (state === 'submitted') return;
  done(await approveDraft(deps, { ...text, by: named('editor'), revision }));
  const at = { local: `${inThreeDays(deps.clock.now())}T10:00`, timeZone: 'Europe/Amsterdam', choice: null };
  done(await scheduleDraft(deps, { ...text, by: named('publisher'), revision, ...at }));
}

async function save(
  deps: DeskDeps,
  { content, ...order }: { by: Person; release: string; locale: string; revision: number; content: Words },
): Promise<{ revision: number }> {
  const { draft } = done(await reviseDraft(deps, { ...order, slug: null, content: { ...content, pictures: [] } }));
  return { revision: draft.revision };
}

const THREE_DAYS_MILLISECONDS = 259_200_000;

function inThreeDays(now: Instant): string {
  return dayIn(new Date(Date.parse(now) + THREE_DAYS_MILLISECONDS).toISOString() as Instant, 'Europe/Amsterdam');
}

function done<Done>(outcome: DeskOutcome<Done>): Done {
  if (outcome.ok) return outcome;
  throw new Fault('RELEASE_REFUSED', { problem: JSON.stringify(outcome.refusals[0]) });
}
