import Type from 'typebox';
import { roles } from '../../people/person.ts';
import { emailPattern, LONGEST_EMAIL, LONGEST_NAME } from '../../people/text-refusal.ts';

// What orders on people must look like. Longer than any of these is nothing that a page of the desk sends.

const closed = { additionalProperties: false } as const;

export const Id = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });
export const Language = Type.String({ minLength: 2, maxLength: 35 });
/** The verbs say what is wrong with one; here it is only bounded. */
export const Email = Type.String({ maxLength: LONGEST_EMAIL });
export const Name = Type.String({ maxLength: LONGEST_NAME });
export const Password = Type.String({ maxLength: 1_000 });
export const Code = Type.String({ maxLength: 40 });
export const Token = Type.String({ maxLength: 100 });
export const PasskeyId = Type.String({ pattern: '^[A-Za-z0-9_-]{1,1400}$' });

const Assignment = Type.Object(
  {
    role: Type.Union(roles.map((role) => Type.Literal(role))),
    office: Type.Union([Type.Null(), Type.String({ pattern: '^[A-Z0-9]+(-[A-Z0-9]+)*$', maxLength: 24 })]),
    locale: Type.Union([Type.Null(), Language]),
  },
  closed,
);
export const Assignments = Type.Array(Assignment, { maxItems: 200 });

export const nothing = Type.Object({}, closed);

/** An order with exactly these fields. */
export function orderOf<Fields extends Parameters<typeof Type.Object>[0]>(fields: Fields) {
  return Type.Object(fields, closed);
}

/** As accounts are looked up: what cannot be an address belongs to nobody. */
export function typedEmail(text: string): string {
  const email = text.trim().toLowerCase();
  return new RegExp(emailPattern).test(email) ? email : '';
}
