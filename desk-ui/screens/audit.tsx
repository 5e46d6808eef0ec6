import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../api.ts';
import { useAsked } from '../parts/asked.ts';
import { Opening } from '../parts/frame.tsx';
import { type Trouble, TroubleShown } from '../parts/notices.tsx';
import type { AuditEntry, Audited } from '../types.ts';
import { useWords } from '../words/words.tsx';
import { audited } from './audited.ts';

/** Who did what, newest first; nothing in it can be changed. */
export function AuditScreen() {
  const { say } = useWords();
  const filters = useSearch({ from: '/inside/audit' });
  const [before, setBefore] = useState<number | undefined>(undefined);
  const { answer, trouble } = useAsked('GET /desk/api/audit', { ...filters, before });
  const entries = answer?.entries ?? [];
  const last = entries.at(-1)?.number;
  return (
    <>
      <Opening title={say('audit')}>
        <Export />
      </Opening>
      <Filters restart={() => setBefore(undefined)} />
      <TroubleShown trouble={trouble} />
      {answer !== undefined && entries.length === 0 && <p className="empty">{say('auditEmpty')}</p>}
      {entries.length > 0 && (
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
              {entries.map((entry) => (
                <Entry entry={entry} key={entry.number} />
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
        {last !== undefined && last > 1 && (
          <Button variant="default" onClick={() => setBefore(last)}>
            {say('older')} →
          </Button>
        )}
      </nav>
    </>
  );
}

function Entry({ entry }: { readonly entry: AuditEntry }) {
  const { say, moment, languageName } = useWords();
  const { release, locale, office } = entry;
  return (
    <tr>
      <td className="figure">{entry.number}</td>
      <td className="figure">
        <time dateTime={entry.at}>{moment(entry.at)}</time>
      </td>
      <td>{entry.person === null ? say('clock') : entry.name}</td>
      <td>{say(`did-${entry.act}`)}</td>
      <td>
        {release !== null && locale !== null ? (
          <Link to="/releases/$release/$locale" params={{ release, locale }}>
            {languageName(locale)}
          </Link>
        ) : null}{' '}
        {office !== null && <span className="ref">{office}</span>}
      </td>
      <td className="small">
        {Object.entries(entry.detail)
          .map(([name, value]) => `${name}: ${value}`)
          .join(', ')}
      </td>
    </tr>
  );
}

function Filters({ restart }: { readonly restart: () => void }) {
  const { say } = useWords();
  const filters = useSearch({ from: '/inside/audit' });
  const navigate = useNavigate();
  const put = (more: Partial<typeof filters>) => {
    restart();
    void navigate({ to: '/audit', search: { ...filters, ...more }, replace: true });
  };
  return (
    <search className="filters" aria-label={say('filters')}>
      <NativeSelect
        label={say('auditAct')}
        value={filters.act ?? ''}
        data={[
          { value: '', label: say('any') },
          ...audited.map((value) => ({ value: value as string, label: say(`did-${value}`) })),
        ]}
        onChange={(event) => put({ act: (event.currentTarget.value || undefined) as Audited | undefined })}
      />
      <Line
        label={say('auditPerson')}
        value={filters.person ?? ''}
        put={(person) => put({ person: person || undefined })}
      />
      <Line
        label={say('auditRelease')}
        value={filters.release ?? ''}
        put={(release) => put({ release: release || undefined })}
      />
    </search>
  );
}

/** Asked for when one leaves it or presses Enter: half an id finds nothing. */
function Line({
  label,
  value,
  put,
}: {
  readonly label: string;
  readonly value: string;
  readonly put: (value: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  return (
    <TextInput
      label={label}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => typed !== value && put(typed.trim())}
      onKeyDown={(event) => event.key === 'Enter' && put(typed.trim())}
    />
  );
}

/** Reads the whole of it, as filtered, page by page, and hands it over as a file: one entry a line. */
function Export() {
  const { say } = useWords();
  const filters = useSearch({ from: '/inside/audit' });
  const [count, setCount] = useState<number | null>(null);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const read = async () => {
    const lines: string[] = [];
    setTrouble(null);
    for (let before: number | undefined; ; ) {
      setCount(lines.length);
      const outcome = await call('GET /desk/api/audit', { ...filters, before });
      if (outcome.kind !== 'done') {
        setCount(null);
        return setTrouble(outcome);
      }
      const { entries } = outcome.answer;
      lines.push(...entries.map((entry) => JSON.stringify(entry)));
      before = entries.at(-1)?.number;
      if (before === undefined || before <= 1) break;
    }
    setCount(null);
    const file = URL.createObjectURL(new Blob([`${lines.join('\n')}\n`], { type: 'application/x-ndjson' }));
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
