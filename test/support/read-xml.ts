import { SaxesParser } from 'saxes';

/** An element of a document that is well formed: reading any other throws. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** Of the element itself and everything in it. */
  readonly text: string;
}

export function readXml(document: string): XmlNode {
  const parser = new SaxesParser({ xmlns: true });
  const root = { name: '', attributes: {}, children: [] as XmlNode[], text: '' };
  const open = [root];
  parser.on('error', (problem) => {
    throw problem;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]));
    const node = { name, attributes: values, children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => {
    for (const node of open) node.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(document).close();
  return root.children[0] as XmlNode;
}

/** Every element of this name, in the order of the document. */
export function allNamed(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...allNamed(child, name)]);
}

/** The text of the first element of this name; undefined where there is none. */
export function textNamed(node: XmlNode, name: string): string | undefined {
  return allNamed(node, name)[0]?.text;
}
