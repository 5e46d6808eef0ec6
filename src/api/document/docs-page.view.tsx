import type { ComponentChild, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { apiPaths } from '../api-paths.ts';
import { problemKinds } from '../problem.ts';
import type { Described, DescribedOperation } from './describe.ts';
import { Fields, Shape, said } from './shape.view.tsx';

/** The document as a page: no script, one column, readable on a phone. */
export function docsPage(document: Described): string {
  return `<!doctype html>${renderToString(<Page document={document} />)}`;
}

function Page({ document }: { readonly document: Described }): VNode {
  const { info, paths, components } = document;
  const operations = Object.entries(paths).map(([path, { get }]) => ({ path, get }));
  const tags = [...new Set(operations.flatMap(({ get }) => get.tags))];
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{info.title}</title>
        <link rel="stylesheet" href={apiPaths.docsStyle} />
      </head>
      <body>
        <main>
          <h1>{info.title}</h1>
          <p>{(info as { description?: string }).description}</p>
          <p>
            For machines the same is <a href={apiPaths.document}>openapi.json</a>.
          </p>
          <nav aria-label="On this page">
            <ul>
              {tags.map((tag) => (
                <li>
                  <a href={`#${idOf(tag)}`}>{tag}</a>
                </li>
              ))}
              <li>
                <a href="#shapes">Shapes</a>
              </li>
              <li>
                <a href="#problems">Problems</a>
              </li>
            </ul>
          </nav>
          {tags.map((tag) => (
            <section>
              <h2 id={idOf(tag)}>{tag}</h2>
              {operations.filter(({ get }) => get.tags.includes(tag)).map(Operation)}
            </section>
          ))}
          <section>
            <h2 id="shapes">Shapes</h2>
            {Object.entries(components.schemas).map(([name, schema]) => (
              <article>
                <h3 id={`shape-${name}`}>
                  <code>{name}</code>
                </h3>
                <Shape schema={schema} />
              </article>
            ))}
          </section>
          <Problems />
        </main>
      </body>
    </html>
  );
}

function Operation({ path, get }: { readonly path: string; readonly get: DescribedOperation }): ComponentChild {
  const own = get.responses['200']?.content ?? {};
  const [type, media] = (Object.entries(own)[0] ?? ['', {}]) as [string, { schema?: object }];
  const isNamed = media.schema !== undefined && '$ref' in media.schema;
  return (
    <article>
      <h3 id={get.operationId}>{get.summary}</h3>
      <p class="address">
        <code>GET {path}</code>
      </p>
      <p>{said(get.description)}</p>
      {get.parameters.length === 0 ? null : (
        <Fields
          fields={get.parameters.map(({ name, schema, description, required }) => {
            return { name, schema, description, isOptional: !required };
          })}
        />
      )}
      <p>
        Answers <code>{type}</code>
        {isNamed ? ', ' : ''}
        {isNamed ? <Shape schema={media.schema as object} isInline /> : null}. Else a <a href="#problems">problem</a>{' '}
        with status{' '}
        {Object.keys(get.responses)
          .filter((status) => status >= '400')
          .join(', ')}
        .
      </p>
    </article>
  );
}

function Problems(): VNode {
  return (
    <section>
      <h2 id="problems">Problems</h2>
      <p>
        A request that cannot be answered gets <code>application/problem+json</code> (RFC 9457). <code>detail</code>{' '}
        says what to do, <code>instance</code> is the number to report.
      </p>
      <dl>
        {Object.entries(problemKinds).map(([kind, { status, title }]) => [
          <dt id={kind}>
            <code>{kind}</code> <span class="kind">{status}</span>
          </dt>,
          <dd>{title}.</dd>,
        ])}
      </dl>
    </section>
  );
}

function idOf(tag: string): string {
  return tag.toLowerCase().replaceAll(' ', '-');
}
