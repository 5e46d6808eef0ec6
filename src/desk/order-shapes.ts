import { type TProperties, Type } from 'typebox';

/** Shapes that many orders have in common. Whatever an order does not name is refused. */

/** Of whatever has one: a picture, a person, a preview. */
export const id = uuid();
export const release = uuid();
export const locale = Type.String({ pattern: '^[A-Za-z0-9-]{2,35}$' });
export const office = Type.String({ pattern: '^[A-Za-z0-9-]{1,24}$' });
/** In UTF-16 units: longer than any reason that somebody reads. */
export const reason = Type.String({ maxLength: 10_000 });
export const revision = Type.Integer({ minimum: 1, maximum: 1_000_000_000 });

/** One language version. */
export const named = { release, locale };
/** One language version as somebody saw it. */
export const seen = { ...named, revision };

export function bounded<Properties extends TProperties>(properties: Properties) {
  return Type.Object(properties, { additionalProperties: false });
}

function uuid() {
  return Type.String({ pattern: '^[0-9a-f-]{36}$' });
}
