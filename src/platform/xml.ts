/**
 * Writes XML that is well formed and namespace-valid whatever the text holds: names are checked by the compiler, every
 * value is escaped, characters that XML 1.0 forbids become U+FFFD, and prefixes are declared for those that are used.
 *
 * @see https://www.w3.org/TR/xml/#charsets
 */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, XmlValue>>;
  readonly children: readonly (XmlElement | string)[];
  /** Declares what it uses by itself, so that it can be cut out of the document and read alone. */
  readonly standsAlone?: true;
}

/** Null and undefined leave an attribute out. */
export type XmlValue = string | number | boolean | null | undefined;

/** Null, undefined and false leave a child out. */
export type XmlChild = XmlElement | string | null | undefined | false;

/** Every prefix that may stand in a name. `xml` needs no declaration. */
const namespaces = {
  at: 'http://purl.org/atompub/tombstones/1.0',
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  fh: 'http://purl.org/syndication/history/1.0',
  image: 'http://www.google.com/schemas/sitemap-image/1.1',
  media: 'http://search.yahoo.com/mrss/',
  news: 'http://www.google.com/schemas/sitemap-news/0.9',
  oai_dc: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  oai_id: 'http://www.openarchives.org/OAI/2.0/oai-identifier',
  xhtml: 'http://www.w3.org/1999/xhtml',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
} as const;

/** @param name a literal such as `entry` or `media:credit`; anything else does not compile. */
export function element<const Name extends string, Attributes extends Readonly<Record<string, XmlValue>>>(
  name: Name & XmlName<Name>,
  attributes: Attributes & { readonly [Key in keyof Attributes]: Key extends XmlName<Key> ? XmlValue : never },
  ...children: readonly (XmlChild | readonly XmlChild[])[]
): XmlElement {
  const kept = children.flat().filter((child): child is XmlElement | string => isThere(child));
  return { name, attributes, children: kept };
}

/** The element with the declarations of its own prefixes, for what is taken out of the document and kept by itself. */
export function standingAlone(root: XmlElement): XmlElement {
  return { ...root, standsAlone: true };
}

/** @param defaultNamespace of names without a prefix; null for none. @returns the document, declaration included. */
export function xmlDocument(root: XmlElement, defaultNamespace: string | null): string {
  const written: string[] = [];
  const prefixes = new Set<string>();
  for (const child of root.children) write(child, written, prefixes);

  const attributes = attributesText(root, prefixes);
  const own = defaultNamespace === null ? '' : ` xmlns="${escapedValue(defaultNamespace)}"`;
  const start = `${root.name}${own}${declared(prefixes)}${attributes}`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${start}>\n${written.join('')}</${root.name}>\n`;
}

/** The text as XML 1.0 can carry it: C0 controls, lone surrogates, U+FFFE and U+FFFF become U+FFFD. */
export function xmlText(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
}

function declared(prefixes: ReadonlySet<string>): string {
  const used = Object.entries(namespaces).filter(([prefix]) => prefixes.has(prefix));
  return used.map(([prefix, name]) => ` xmlns:${prefix}="${name}"`).join('');
}

function write(node: XmlElement | string, written: string[], around: Set<string>): void {
  if (typeof node === 'string') {
    written.push(escapedText(node));
    return;
  }
  const prefixes = node.standsAlone === true ? new Set<string>() : around;
  const attributes = attributesText(node, prefixes);
  const startsAt = written.push('') - 1;
  // Line breaks stand only where text cannot be: white space between elements means nothing in these formats.
  const isOnlyElements = node.children.every((child) => typeof child !== 'string');
  for (const child of node.children) write(child, written, prefixes);

  const start = `${node.name}${node.standsAlone === true ? declared(prefixes) : ''}${attributes}`;
  const isEmpty = node.children.length === 0;
  written[startsAt] = isEmpty ? `<${start}/>\n` : `<${start}>${isOnlyElements ? '\n' : ''}`;
  if (!isEmpty) written.push(`</${node.name}>\n`);
}

function attributesText({ name, attributes }: XmlElement, prefixes: Set<string>): string {
  notePrefix(name, prefixes);
  let text = '';
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) continue;
    notePrefix(key, prefixes);
    text += ` ${key}="${escapedValue(String(value))}"`;
  }
  return text;
}

function notePrefix(name: string, prefixes: Set<string>): void {
  const colon = name.indexOf(':');
  if (colon > 0) prefixes.add(name.slice(0, colon));
}

/** A parser would fold white space in attributes and carriage returns anywhere: as references they come back as they were. */
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

function escapedText(text: string): string {
  return xmlText(text).replace(/[&<>\r]/g, (character) => references[character] as string);
}

function escapedValue(value: string): string {
  return xmlText(value).replace(/[&<>"\r\n\t]/g, (character) => references[character] as string);
}

function isThere(child: XmlChild): boolean {
  return child !== null && child !== undefined && child !== false;
}

type Lower =
  | 'a'
  | 'b'
  | 'c'
  | 'd'
  | 'e'
  | 'f'
  | 'g'
  | 'h'
  | 'i'
  | 'j'
  | 'k'
  | 'l'
  | 'm'
  | 'n'
  | 'o'
  | 'p'
  | 'q'
  | 'r'
  | 's'
  | 't'
  | 'u'
  | 'v'
  | 'w'
  | 'x'
  | 'y'
  | 'z';
type Letter = Lower | Uppercase<Lower>;
type NameCharacter = Letter | '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '-' | '_' | '.';
type Prefix = keyof typeof namespaces | 'xml';

/** `Name` itself when XML accepts it as the name of an element or attribute, else `never`. */
export type XmlName<Name> = Name extends `${infer Before}:${infer Local}`
  ? Before extends Prefix
    ? LocalName<Local> extends true
      ? Name
      : never
    : never
  : LocalName<Name> extends true
    ? Name extends 'xmlns'
      ? never
      : Name
    : never;

type LocalName<Name> = Name extends `${infer First}${infer Rest}`
  ? First extends Letter | '_'
    ? AllNameCharacters<Rest>
    : false
  : false;

type AllNameCharacters<Text extends string> = Text extends ''
  ? true
  : Text extends `${infer First}${infer Rest}`
    ? First extends NameCharacter
      ? AllNameCharacters<Rest>
      : false
    : false;
