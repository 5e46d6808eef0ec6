import { Button, NativeSelect } from '@mantine/core';
import { useRef, useState } from 'react';
import { useDesk, useNames } from '../parts/me.tsx';
import type { Assignment, Role } from '../types.ts';
import { useWords } from '../words/words.tsx';

const roles: readonly Role[] = ['writer', 'editor', 'publisher', 'office-administrator', 'administrator'];

/** The roles on a form's list, and what its fields say of one more. */
interface RolesTyped {
  readonly assignments: readonly Assignment[];
  readonly next: { readonly role: Role | ''; readonly office: string; readonly locale: string };
}

const nothing: RolesTyped['next'] = { role: '', office: '', locale: '' };

/** The roles of a form. `whole` has the one chosen in the fields too: it counts without "Add a role". */
export function useRolesTyped(given: readonly Assignment[]) {
  const [typed, put] = useState<RolesTyped>({ assignments: given, next: nothing });
  return { typed, put, whole: wholeOf(typed) };
}

function wholeOf({ assignments, next: { role, office, locale } }: RolesTyped): readonly Assignment[] {
  if (role === '') return assignments;
  const one: Assignment = { role, office: office || null, locale: locale || null };
  return assignments.some((other) => isSame(other, one)) ? assignments : [...assignments, one];
}

function isSame(a: Assignment, b: Assignment): boolean {
  return a.role === b.role && a.office === b.office && a.locale === b.locale;
}

/** Stands in a form, which then asks for the role where an office or a language was chosen without one. */
export function RoleFields(order: {
  readonly typed: RolesTyped;
  readonly put: (typed: RolesTyped) => void;
  /** The form asks for a role where there is none. */
  readonly isNeeded: boolean;
}) {
  const { say, languageName } = useWords();
  const { institution } = useDesk();
  const names = useNames();
  const roleWords = useRoleWords();
  const { typed, put, isNeeded } = order;
  const { assignments, next } = typed;
  const role = useRef<HTMLSelectElement>(null);
  const choose = (more: Partial<typeof next>) => put({ assignments, next: { ...next, ...more } });
  const add = () => {
    if (next.role !== '') put({ assignments: wholeOf(typed), next: nothing });
    role.current?.focus();
  };
  return (
    <fieldset className="filters">
      <legend className="small">{say('roles')}</legend>
      <ul className="whole">
        {assignments.length === 0 && <li className="small">{say('rolesNone')}</li>}
        {assignments.map((one) => (
          <li className="row" key={roleWords(one)}>
            {roleWords(one)}
            <button
              type="button"
              className="plain"
              aria-label={say('labelled', { label: say('remove'), words: roleWords(one) })}
              onClick={() => put({ next, assignments: assignments.filter((other) => other !== one) })}
            >
              {say('remove')}
            </button>
          </li>
        ))}
      </ul>
      <NativeSelect
        ref={role}
        label={say('role')}
        required={(isNeeded && assignments.length === 0) || next.office !== '' || next.locale !== ''}
        value={next.role}
        data={[
          { value: '', label: say('roleChoose') },
          ...roles.map((value) => ({ value, label: say(`role-${value}`) })),
        ]}
        onChange={(event) => choose({ role: event.currentTarget.value as Role | '' })}
      />
      <NativeSelect
        label={say('office')}
        value={next.office}
        data={[
          { value: '', label: say('anyOffice') },
          ...institution.offices.map(({ code }) => ({ value: code, label: names.office(code) })),
        ]}
        onChange={(event) => choose({ office: event.currentTarget.value })}
      />
      <NativeSelect
        label={say('language')}
        value={next.locale}
        data={[
          { value: '', label: say('anyLanguage') },
          ...institution.locales.map((value) => ({ value, label: languageName(value) })),
        ]}
        onChange={(event) => choose({ locale: event.currentTarget.value })}
      />
      <Button variant="default" onClick={add}>
        {say('roleAdd')}
      </Button>
    </fieldset>
  );
}

/** `Editor: CO-BEIJING, French`. */
export function useRoleWords(): (one: Assignment) => string {
  const { say, languageName } = useWords();
  const names = useNames();
  return ({ role, office, locale }) =>
    say('labelled', {
      label: say(`role-${role}`),
      words: [
        office === null ? say('anyOffice') : names.office(office),
        locale === null ? say('anyLanguage') : languageName(locale),
      ].join(say('comma')),
    });
}
