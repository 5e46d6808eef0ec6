import type { ComponentChild } from 'preact';
import { LARGEST_NUMBER } from '../shapes.ts';

/** What a schema of the document says, as far as a reader asks. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly description?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
}

interface Field {
  readonly name: string;
  readonly schema: object;
  readonly description?: string | undefined;
  readonly isOptional: boolean;
}

/** A shape with its fields; in line, only its name. */
export function Shape({ schema, isInline }: { readonly schema: object; readonly isInline?: boolean }): ComponentChild {
  if (isInline === true) return kindOf(schema);
  const { description, properties, required = [] } = schema as Schema;
  return [
    description === undefined ? null : <p>{said(description)}</p>,
    properties === undefined ? (
      <p>{kindOf(schema)}</p>
    ) : (
      <Fields
        fields={Object.entries(properties).map(([name, one]) => {
          return { name, schema: one, description: one.description, isOptional: !required.includes(name) };
        })}
      />
    ),
  ];
}

export function Fields({ fields }: { readonly fields: readonly Field[] }): ComponentChild {
  return (
    <dl>
      {fields.map(({ name, schema, description, isOptional }) => (
        <div>
          <dt>
            <code>{name}</code>
          </dt>
          <dd class="kind">
            {kindOf(schema)}
            {isOptional ? ', optional' : ''}
            {rangeOf(schema)}
          </dd>
          {description === undefined ? null : <dd>{said(description)}</dd>}
          {inner(schema)}
        </div>
      ))}
    </dl>
  );
}

/** What stands between backticks is code. */
export function said(text: string): ComponentChild {
  return text.split('`').map((piece, place) => (place % 2 === 0 ? piece : <code>{piece}</code>));
}

/** Objects without a name of their own are told where they stand. */
function inner(schema: Schema): ComponentChild {
  const object = [schema, schema.items, ...(schema.anyOf ?? [])].find((one) => one?.properties !== undefined);
  if (object === undefined) return null;
  return (
    <dd>
      <Shape schema={{ ...object, description: undefined }} />
    </dd>
  );
}

function kindOf({ $ref, type, format, enum: words, anyOf, items }: Schema): ComponentChild {
  if ($ref !== undefined) {
    const name = $ref.split('/').at(-1);
    return <a href={`#shape-${name}`}>{name}</a>;
  }
  if (words !== undefined) return words.map((word) => `“${word}”`).join(' or ');
  if (anyOf !== undefined) {
    return anyOf.map((one, place) => [place === 0 ? null : ' or ', kindOf(one)]);
  }
  if (items !== undefined) return ['list of ', kindOf(items)];
  return format ?? type ?? 'anything';
}

function rangeOf({ minimum, maximum, default: preset }: Schema): string {
  const isOpen = maximum === undefined || maximum >= LARGEST_NUMBER;
  const range = minimum === undefined ? '' : isOpen ? `, from ${minimum}` : `, ${minimum} to ${maximum}`;
  return preset === undefined ? range : `${range}; ${String(preset)} when left out`;
}
