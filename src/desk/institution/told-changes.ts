import type { Told, ToldName } from '../../audit/entry.ts';

/** Longer words are cut in the log: the whole of them is public. In UTF-16 units. */
const LONGEST_TOLD = 300;

/**
 * What a change makes of each field, for the log: `names.fr` → `Port → Port de Calder`. Nothing for what stays as it was, and
 * nothing for what the change says nothing of.
 */
export function toldChanges<Field extends ToldName>(
  before: { readonly [field in Field]?: unknown } | null,
  after: { readonly [field in Field]?: unknown },
): Told {
  const known = Object.entries(before ?? {}).filter(([field]) => field in after);
  const [was, is] = [flat(Object.fromEntries(known)), flat(after)];
  const fields = [...new Set([...was.keys(), ...is.keys()])];
  const changed = fields.filter((field) => (was.get(field) ?? '') !== (is.get(field) ?? ''));
  return Object.fromEntries(changed.map((field) => [field, `${cut(was.get(field))} → ${cut(is.get(field))}`.trim()]));
}

function flat(value: object): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === 'object' && inner !== null && !Array.isArray(inner)) {
      for (const [key, text] of Object.entries(inner)) fields.set(`${name}.${key}`, String(text));
    } else {
      fields.set(name, Array.isArray(inner) ? inner.map(shown).join(', ') : String(inner));
    }
  }
  return fields;
}

function shown(one: unknown): string {
  return typeof one === 'object' && one !== null ? Object.values(one).join(':') : String(one);
}

function cut(text = ''): string {
  return text.length > LONGEST_TOLD ? `${text.slice(0, LONGEST_TOLD).toWellFormed()}…` : text;
}
