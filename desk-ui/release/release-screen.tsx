import './release.css';
import { Button, Menu } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReleaseOpened } from '../../src/desk/contract.ts';
import { useAsked, useDoing } from '../parts/asked.ts';
import { Nowhere } from '../parts/broken.tsx';
import { Opening } from '../parts/frame.tsx';
import { useLift } from '../parts/lift.ts';
import { useDesk, useHasRole } from '../parts/me.tsx';
import { StateMark } from '../parts/text-line.tsx';
import { isNowhere, TroubleShown } from '../parts/trouble.tsx';
import { useWords } from '../words/words.tsx';
import { Facts } from './facts.tsx';
import { PublicText } from './public-text.tsx';
import { TextScreen } from './text-screen.tsx';

/** A release: its facts, and its texts, one language a tab. */
export function ReleaseScreen() {
  const { release, locale } = useParams({ from: '/inside/releases/$release/$locale' });
  return <Opened release={release} locale={locale} key={release} />;
}

function Opened({ release, locale }: { readonly release: string; readonly locale: string }) {
  const { say } = useWords();
  const { answer, trouble, isLoading } = useAsked('GET /desk/api/release', { release });
  useLift(answer?.drafts);
  if (isLoading) return <p className="empty">{say('loading')}</p>;
  if (answer === undefined) return isNowhere(trouble) ? <Nowhere /> : <TroubleShown trouble={trouble} />;

  const draft = answer.drafts.find((one) => one.locale === locale);
  const published = answer.published.find((one) => one.locale === locale);
  if (draft === undefined && published === undefined) return <Nowhere />;
  const headline = draft?.content.headline || published?.headline || '';
  return (
    <>
      <Opening title={headline || say('untitled')} locale={headline === '' ? undefined : locale} />
      <Facts opened={answer} />
      <Languages opened={answer} locale={locale} />
      {trouble !== null && <TroubleShown trouble={trouble} />}
      {draft !== undefined ? (
        <TextScreen
          key={`${locale} ${draft.edition} ${draft.state === 'draft' ? 'draft' : 'fixed'}`}
          opened={answer}
          draft={draft}
          published={published ?? null}
        />
      ) : (
        published !== undefined && <PublicText opened={answer} published={published} key={locale} />
      )}
    </>
  );
}

function Languages({ opened, locale }: { readonly opened: ReleaseOpened; readonly locale: string }) {
  const { say, languageName } = useWords();
  const locales = [...new Set([...opened.drafts, ...opened.published].map((one) => one.locale))];
  return (
    <nav className="tabs" aria-label={say('languages')}>
      {locales.map((one) => {
        const draft = opened.drafts.find((text) => text.locale === one);
        const published = opened.published.find((text) => text.locale === one);
        const isEnded = published !== undefined && published.standing !== 'published';
        const state = isEnded ? published.standing : (draft?.state ?? 'published');
        return (
          <Link
            key={one}
            to="/releases/$release/$locale"
            params={{ release: opened.release.id, locale: one }}
            aria-current={one === locale ? 'page' : undefined}
          >
            <span>{languageName(one)}</span>
            <StateMark state={state} />
            {draft?.source?.isStale === true && <span className="mark fair">{say('stale')}</span>}
          </Link>
        );
      })}
      <AddLanguage opened={opened} taken={locales} from={locale} />
    </nav>
  );
}

function AddLanguage(order: {
  readonly opened: ReleaseOpened;
  readonly taken: readonly string[];
  readonly from: string;
}) {
  const { say, languageName } = useWords();
  const { institution } = useDesk();
  const navigate = useNavigate();
  const { doIt, trouble } = useDoing();
  const mayWrite = useHasRole('writer', 'editor', 'publisher');
  // What was thrown away is nothing to translate from.
  const isDiscarded = order.opened.drafts.some(({ locale, state }) => locale === order.from && state === 'discarded');
  const [wantsFresh, setFresh] = useState(false);
  const isFresh = wantsFresh || isDiscarded;
  const { release } = order.opened;
  const office = institution.offices.find(({ code }) => code === release.office);
  const free = (office?.locales ?? institution.locales).filter((one) => !order.taken.includes(one));
  if (!mayWrite || free.length === 0) return null;
  const fromThis = say('labelled', { label: say('translateFrom'), words: languageName(order.from) });
  const add = async (locale: string) => {
    const source = isFresh ? null : order.from;
    const answer = await doIt('POST /desk/api/release/languages', { release: release.id, locale, source });
    if (answer !== undefined)
      await navigate({ to: '/releases/$release/$locale', params: { release: release.id, locale } });
  };
  return (
    <>
      <Menu closeOnItemClick>
        <Menu.Target>
          <Button size="xs" variant="subtle">
            + {say('addLanguage')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{isFresh ? say('writeAnew') : fromThis}</Menu.Label>
          {free.map((one) => (
            <Menu.Item key={one} onClick={() => void add(one)}>
              {languageName(one)}
            </Menu.Item>
          ))}
          {!isDiscarded && <Menu.Divider />}
          {!isDiscarded && (
            <Menu.Item closeMenuOnClick={false} onClick={() => setFresh(!isFresh)}>
              {isFresh ? fromThis : say('writeAnew')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <TroubleShown trouble={trouble} />
    </>
  );
}
