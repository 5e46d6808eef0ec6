import type { VNode } from 'preact';
import type { ProblemPages } from '../../http/route.ts';
import { listPath } from '../../published/addresses.ts';
import { Document } from '../around/document.view.tsx';
import { inLanguages } from '../around/in-languages.ts';
import { sentence } from '../around/inline.view.tsx';
import type { Stationery } from '../around/stationery.ts';
import { Browse } from '../list-page/browse.view.tsx';

interface ProblemProps {
  readonly status: Parameters<ProblemPages['problem']>[0]['status'];
  readonly requestId: string;
  readonly stationery: Stationery;
}

/** What went wrong, what to do, and where everything is. */
export function ProblemPageView({ status, requestId, stationery }: ProblemProps): VNode {
  const { words, locale, slugs } = stationery;
  const languages = inLanguages(stationery, (one) => listPath(one, { kind: 'organisation' }, slugs));
  const isOurs = status >= 500;
  return (
    <Document
      stationery={stationery}
      title={words(`problem-${status}-title`)}
      description={null}
      canonical={null}
      alternates={[]}
      languages={languages}
      isHidden
    >
      <div class="opening">
        <p class="kicker">{status}</p>
        <h1>{words(`problem-${status}-title`)}</h1>
        <p class="introduction">{words(`problem-${status}-text`)}</p>
      </div>
      <p class="way">
        <a href={listPath(locale, { kind: 'organisation' }, slugs)}>{words('startAgain')}</a>
      </p>
      {isOurs ? null : <Browse stationery={stationery} subject={{ kind: 'organisation' }} years={[]} />}
      {isOurs ? (
        <p class="small">{sentence(words, 'requestNumber', { id: <bdi class="ref">{requestId}</bdi> })}</p>
      ) : null}
    </Document>
  );
}
