import type { TLocalizedValidationError } from 'typebox/error';
import { exampleOf } from './written-forms.ts';

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

/** What a line lacks of its format, as a sentence that begins with the place: `locales.0: it must be text.` */
export function wordsOfErrors(errors: readonly TLocalizedValidationError[]): string {
  const error = decisive(errors);
  if (error === undefined) return 'the line: it is not as the format asks.';
  const where = error.instancePath.slice(1).replaceAll('/', '.') || 'the line';
  return `${where}: ${wordsOf(error, errors)}`;
}

/** Of a choice, what is wrong inside the object that was written, else the choice itself. */
function decisive(errors: readonly TLocalizedValidationError[]): TLocalizedValidationError | undefined {
  const [first] = errors;
  const choice = errors.find((one) => one.keyword === 'anyOf' && first !== undefined && isAt(first, one.instancePath));
  if (choice === undefined) return first;
  const inside = (one: TLocalizedValidationError) =>
    one.keyword === 'required' || one.keyword === 'additionalProperties'
      ? isAt(one, choice.instancePath)
      : isAt(one, `${choice.instancePath}/`) && one.keyword !== 'anyOf';
  const found = errors.find(inside) ?? choice;
  return found.keyword === 'required'
    ? found
    : (errors.find((one) => one.keyword === 'anyOf' && one.instancePath === found.instancePath) ?? found);
}

function isAt({ instancePath }: TLocalizedValidationError, path: string): boolean {
  return instancePath === path || instancePath.startsWith(path.endsWith('/') ? path : `${path}/`);
}

function wordsOf(error: TLocalizedValidationError, errors: readonly TLocalizedValidationError[]): string {
  switch (error.keyword) {
    case 'required':
      return `${quoted(error.params.requiredProperties)} is missing.`;
    case 'additionalProperties':
      return `${quoted(error.params.additionalProperties)} is not known here. Take it out.`;
    case 'boolean':
      return 'it is not known here. Take it out.';
    case 'type':
      return `it must be ${typesOf(error)}.`;
    case 'const':
      return `it must be ${constantOf(error)}.`;
    case 'anyOf':
      return `it must be ${choices(error.instancePath, errors)}.`;
    case 'pattern':
      return `it is not written as the format asks. Write it like ${exampleOf(String(error.params.pattern))}.`;
    case 'maxLength':
      return `it is longer than ${error.params.limit} characters.`;
    case 'minLength':
      return `it is shorter than ${error.params.limit} characters.`;
    case 'minItems':
      return `it has too few entries; at least ${error.params.limit} is needed.`;
    case 'maxItems':
      return `it has too many entries; at most ${error.params.limit} are taken.`;
    case 'minimum':
      return `it is below ${error.params.limit}.`;
    case 'maximum':
      return `it is above ${error.params.limit}.`;
    default:
      return 'it is not as the format asks.';
  }
}

function choices(path: string, errors: readonly TLocalizedValidationError[]): string {
  const words = errors.flatMap((one) => {
    if (one.instancePath !== path) return [];
    if (one.keyword === 'const') return [constantOf(one)];
    if (one.keyword === 'pattern') return [`written like ${exampleOf(String(one.params.pattern))}`];
    return one.keyword === 'type' ? [typesOf(one)] : [];
  });
  // What is most often meant stands first.
  const inOrder = [...new Set(words)].sort((one, other) => Number(one === 'null') - Number(other === 'null'));
  return inOrder.join(' or ') || 'as the format asks';
}

function typesOf({ params: { type } }: Extract<TLocalizedValidationError, { keyword: 'type' }>): string {
  return [type]
    .flat()
    .map((one) => typeNames[one] ?? one)
    .join(' or ');
}

function constantOf({ params }: Extract<TLocalizedValidationError, { keyword: 'const' }>): string {
  return `“${String(params.allowedValue)}”`;
}

function quoted(names: readonly string[]): string {
  return `“${names[0] ?? '?'}”`;
}
