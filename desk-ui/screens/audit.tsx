import { Button } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { AuditLine } from '../../src/desk/contract.ts';
import { useAsked } from '../parts/asked.ts';
import { Opening } from '../parts/frame.tsx';
import { useNames } from '../parts/me.tsx';
import { type Trouble, TroubleShown } from '../parts/trouble.tsx';
import type { AuditEntry } from '../types.ts';
import { toldWords } from '../words/told-words.ts';
import { useWords, type Words } from '../words/words.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { wholeLog } from './whole-log.ts';

/** Who did what, newest first; nothing in it can be changed. The saves of one sitting are one line. */
export function AuditScreen() {
  const { say } = useWords();
  const filters = useSearch({ from: '/inside/audit' });
  const [before, setBefore] = useState<number | undefined>(undefined);
  const { answer, trouble } = useAsked('GET /desk/api/audit/lines', { ...filters, before });
  const lines = answer?.lines ?? [];
  const next = answer?.before ?? null;
  return (
    <>
      <Opening title={say('audit')}>
        <Export />
      </Opening>
      <AuditFilters restart={() => setBefore(undefined)} />
      <TroubleShown trouble={trouble} />
      {answer !== undefined && lines.length === 0 && <p className="empty">{say('auditEmpty')}</p>}
      {lines.length > 0 && (
        <div className="scroll" tabIndex={0} role="region" aria-label={say('audit')}>
          <table className="grid">
            <thead>
              <tr>
                <th scope="col">{say('number')}</th>
                <th scope="col">{say('when')}</th>
                <th scope="col">{say('who')}</th>
                <th scope="col">{say('what')}</th>
                <th scope="col">{say('auditRelease')}</th>
                <th scope="col">{say('details')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Line line={line} key={line.entry.number} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <nav className="pages" aria-label={say('audit')}>
        {before === undefined ? (
          <span />
        ) : (
          <Button variant="default" onClick={() => setBefore(undefined)}>
            ← {say('newest')}
          </Button>
        )}
        {next !== null && (
          <Button variant="default" onClick={() => setBefore(next)}>
            {say('older')} →
          </Button>
        )}
      </nav>
    </>
  );
}

/** An entry; or a sitting, of which every save can be seen. */
function Line({ line }: { readonly line: AuditLine }) {
  const { say, time } = useWords();
  const { entry, count, first, from, reference } = line;
  const [saves, setSaves] = useState<readonly AuditEntry[] | null>(null);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const open = async () => {
    if (saves !== null) return setSaves(null);
    const { release, person, number } = entry;
    const one = { release: release ?? undefined, person: person ?? undefined, act: 'revised' } as const;
    const read = await wholeLog({ ...one, from: first, before: number + 1 }, () => {});
    setTrouble('trouble' in read ? read.trouble : null);
    // The same person may have been at another language of the release, too.
    if ('entries' in read) setSaves(read.entries.filter(({ locale }) => locale === entry.locale));
  };
  return (
    <>
      <Entry entry={entry} reference={reference}>
        {count > 1 && (
          <>
            {' '}
            <button type="button" className="plain" aria-expanded={saves !== null} onClick={() => void open()}>
              {say('auditSitting', { count, from: time(from), to: time(entry.at) })}
            </button>
            <TroubleShown trouble={trouble} />
          </>
        )}
      </Entry>
      {saves?.map((one) => (
        <Entry entry={one} reference={reference} isPart key={one.number} />
      ))}
    </>
  );
}

function Entry(order: {
  readonly entry: AuditEntry;
  readonly reference: string | null;
  readonly isPart?: boolean;
  readonly children?: ReactNode;
}) {
  const words = useWords();
  const { say, moment, languageName } = words;
  const names = useNames();
  const { entry, reference } = order;
  const { release, locale, office } = entry;
  return (
    <tr className={order.isPart === true ? 'part' : undefined}>
      <td className="figure">{entry.number}</td>
      <td className="figure">
        <time dateTime={entry.at}>{moment(entry.at)}</time>
      </td>
      <td>{nameOf(entry, say)}</td>
      <td>
        {say(`did-${entry.act}`)}
        {order.children}
      </td>
      <td>
        {release !== null && locale !== null ? (
          <Link to="/releases/$release/$locale" params={{ release, locale }}>
            {reference !== null && <span className="ref">{reference} </span>}
            {languageName(locale)}
          </Link>
        ) : (
          reference !== null && <span className="ref">{reference}</span>
        )}{' '}
        {office !== null && <span className="small">{names.office(office)}</span>}
      </td>
      <td className="small">{toldWords(entry, words, names)}</td>
    </tr>
  );
}

/** Done by nobody who has an account. */
const actsByLink: ReadonlySet<AuditEntry['act']> = new Set(['opened-preview', 'remarked', 'found-nothing']);

function nameOf({ person, name, act }: AuditEntry, say: Words['say']): string {
  if (person !== null) return name;
  return say(actsByLink.has(act) ? 'somebodyWithLink' : 'clock');
}

/** Reads the whole of it, as filtered, page by page, and hands it over as a file: one entry a line. */
function Export() {
  const { say } = useWords();
  const filters = useSearch({ from: '/inside/audit' });
  const [count, setCount] = useState<number | null>(null);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const read = async () => {
    setTrouble(null);
    setCount(0);
    const log = await wholeLog(filters, setCount);
    setCount(null);
    if ('trouble' in log) return setTrouble(log.trouble);
    const lines = log.entries.map((entry) => `${JSON.stringify(entry)}\n`);
    const file = URL.createObjectURL(new Blob(lines, { type: 'application/x-ndjson' }));
    const link = document.createElement('a');
    link.href = file;
    link.download = 'audit.ndjson';
    link.click();
    URL.revokeObjectURL(file);
  };
  return (
    <>
      <Button variant="default" loading={count !== null} onClick={() => void read()}>
        {say('auditExport')}
      </Button>
      <span role="status" className="small">
        {count !== null && say('auditExporting', { count })}
      </span>
      <TroubleShown trouble={trouble} />
    </>
  );
}
