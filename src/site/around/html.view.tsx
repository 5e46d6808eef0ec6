import type { ComponentChild, VNode } from 'preact';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { SafeHtml } from '../../platform/html.ts';

declare const markup: unique symbol;

/** Markup that Preact wrote, kept to be put on many pages. Only `rendered` makes one. */
export type Rendered = string & { readonly [markup]: true };

export function rendered(node: VNode): Rendered {
  return renderToString(node) as Rendered;
}

export function joined(parts: readonly Rendered[]): Rendered {
  return parts.join('') as Rendered;
}

interface HtmlProps {
  readonly value: SafeHtml | Rendered;
  readonly as?: 'div' | 'nav' | 'footer' | 'ul';
  readonly class?: string;
  readonly label?: string;
  readonly lang?: string | undefined;
  readonly dir?: string | undefined;
}

/** The only place where a string becomes markup: the closed subset of HTML, or what Preact itself has written. */
export function Html({ value, as = 'div', class: name, label, lang, dir }: HtmlProps): ComponentChild {
  return h(as, { class: name, 'aria-label': label, lang, dir, dangerouslySetInnerHTML: { __html: value } });
}

/** Data for machines. JSON in which no `<` is left cannot end the element that holds it. */
export function MachineReadable({ value }: { readonly value: object }): ComponentChild {
  const __html = JSON.stringify(value).replaceAll('<', '\\u003c');
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html }} />;
}
