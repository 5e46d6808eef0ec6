import { expect } from 'vitest';
import type { Engine } from '../../src/database/engine.ts';
import { deskTables, publishedTables, type Tables } from '../../src/database/schema.ts';
import { checkReads } from '../../src/published/check.query.ts';
import { checkPublished } from '../../src/published/check-published.ts';
import type { DeskOutcome, DeskRefusal } from '../../src/releases/desk-outcome.ts';

/** What a verb did; a refusal ends the test and says why. */
export function done<Done>(outcome: DeskOutcome<Done>): { readonly ok: true } & Done {
  if (!outcome.ok) expect.fail(`refused: ${JSON.stringify(outcome.refusals)}`);
  return outcome;
}

/** Names of the reasons why a verb did nothing; none when it did it. */
export function reasonsOf(outcome: DeskOutcome<unknown>): DeskRefusal['reason'][] {
  return outcome.ok ? [] : outcome.refusals.map(({ reason }) => reason);
}

/** `5 Ines published en`, the oldest first. */
export async function auditedActs({ newsroom }: Engine): Promise<string[]> {
  const rows = await newsroom.selectFrom('audit_entry').selectAll().orderBy('number').execute();
  return rows.map(({ number, name, act, locale }) => `${number} ${name} ${act} ${locale ?? ''}`.trim());
}

/** What `check` finds of the published half. */
export async function differences({ newsroom }: Engine): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const difference of checkPublished(checkReads(newsroom))) found.push(difference);
  return found;
}

const countedTables = ['release', 'edition', 'asset', 'outbox', 'path_ledger'] as const;

/** Rows that a publication makes. */
export async function publicCounts(engine: Engine): Promise<Record<(typeof countedTables)[number], number>> {
  const counts = { release: 0, edition: 0, asset: 0, outbox: 0, path_ledger: 0 };
  for (const table of countedTables) counts[table] = (await rowsOf(engine, table)).length;
  return counts;
}

/** Every row of every table, to be compared: a refusal has written nothing. */
export async function everything(engine: Engine): Promise<string> {
  const all: unknown[] = [];
  for (const table of [...publishedTables, ...deskTables]) {
    const rows = (await rowsOf(engine, table)).map((row) => JSON.stringify(row)).toSorted();
    all.push([table, rows]);
  }
  return JSON.stringify(all);
}

async function rowsOf({ newsroom }: Engine, table: keyof Tables): Promise<unknown[]> {
  return newsroom.selectFrom(table).selectAll().execute();
}
