import { Button } from '@mantine/core';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import type { Me } from '../../src/desk/contract.ts';
import { buildId } from '../build-id.ts';
import { deskLanguage, useChooseLanguage, useWords } from '../words/words.tsx';
import { useAsked } from './asked.ts';
import { useKeepFocus } from './keep-focus.ts';
import { DeskContext, directionOf, useHasRole, useNames } from './me.tsx';
import { placesFor } from './places.ts';
import { rememberSignedIn } from './signed-in.ts';
import { TooOld } from './too-old.tsx';
import { TroubleShown } from './trouble.tsx';

const Commands = lazy(async () => ({ default: (await import('./commands.tsx')).Commands }));

/** Everything behind the door: who is signed in, the ways to the screens, and what concerns the whole page. */
export function Frame() {
  const known = useAsked('GET /desk/api/me', {});
  const institution = useAsked('GET /desk/api/institution', {});
  const choose = useChooseLanguage();
  const { language } = useWords();
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.href });

  const personal = known.answer?.person.language;
  useEffect(() => {
    if (personal !== undefined && deskLanguage([personal]) !== language) choose(personal);
    // The person's language is taken over when it becomes known, not again when they choose another.
    // biome-ignore lint: see above
  }, [personal]);
  useEffect(() => {
    if (personal !== undefined) rememberSignedIn();
  }, [personal]);
  const isSignedOut = known.trouble?.kind === 'signed-out';
  useEffect(() => {
    // This frame stands until the door has been loaded: it sends there once.
    if (isSignedOut && !path.startsWith('/sign-in')) void navigate({ to: '/sign-in', search: { next: path } });
  }, [isSignedOut, navigate, path]);

  if (known.answer === undefined || institution.answer === undefined) {
    const trouble = isSignedOut ? null : (known.trouble ?? institution.trouble);
    return <Waiting>{trouble !== null && <TroubleShown trouble={trouble} />}</Waiting>;
  }
  const isOlder = known.answer.build !== buildId;
  return (
    <DeskContext value={{ me: known.answer, institution: institution.answer }}>
      <Inside me={known.answer} isOlder={isOlder} />
    </DeskContext>
  );
}

function Waiting({ children }: { readonly children: ReactNode }) {
  const { say } = useWords();
  return <main className="frame screen">{children || <p className="empty">{say('loading')}</p>}</main>;
}

function Inside({ me, isOlder }: { readonly me: Me; readonly isOlder: boolean }) {
  const { say } = useWords();
  const names = useNames();
  const [isCommanding, setCommanding] = useState(false);
  const isOnline = useOnline();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  useKeepFocus(main);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setCommanding((is) => !is);
      }
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  useEffect(() => {
    // A new screen is announced by taking the focus, but not where it only is the first.
    if (!isFirst.current) main.current?.focus();
    isFirst.current = false;
    // biome-ignore lint: `path` is what it follows
  }, [path]);

  return (
    <div className="frame">
      <a className="skip" href="#main" onClick={() => main.current?.focus()}>
        {say('skip')}
      </a>
      <header className="masthead">
        <p className="nameplate">
          <Link to="/">{names.organisation}</Link>
          <span className="room">{say('desk')}</span>
        </p>
        <div className="tools">
          <Button size="xs" variant="default" onClick={() => setCommanding(true)} aria-keyshortcuts="Control+K Meta+K">
            {say('commands')}
            <kbd className="keys">Ctrl K</kbd>
          </Button>
          <Link to="/account" className="small">
            {me.person.name}
          </Link>
        </div>
      </header>
      <Sections />
      <TooOld isKnown={isOlder} />
      {!isOnline && (
        <p className="banner fair" role="status">
          {say('offline')}
        </p>
      )}
      <main className="screen" id="main" tabIndex={-1} ref={main}>
        <Outlet />
      </main>
      {isCommanding && (
        <Suspense>
          <Commands close={() => setCommanding(false)} />
        </Suspense>
      )}
    </div>
  );
}

function Sections() {
  const { say } = useWords();
  const isKeeper = useHasRole('office-administrator', 'administrator');
  const [isOpen, setOpen] = useState(() => matchMedia('(min-width: 48em)').matches);
  useEffect(() => {
    const wide = matchMedia('(min-width: 48em)');
    const follow = () => setOpen(wide.matches);
    wide.addEventListener('change', follow);
    return () => wide.removeEventListener('change', follow);
  }, []);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => {
    if (!matchMedia('(min-width: 48em)').matches) setOpen(false);
    // biome-ignore lint: a chosen screen closes the menu of a phone
  }, [path]);
  return (
    <nav className="sections" aria-label={say('sections')}>
      <details className="fold" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{say('menu')}</summary>
        <ul>
          {placesFor(isKeeper).map(({ to, word }) => (
            <li key={to}>
              <Link to={to} activeOptions={{ exact: to === '/' }} activeProps={{ 'aria-current': 'page' }}>
                {say(word)}
              </Link>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}

function useOnline(): boolean {
  const [isOnline, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const follow = () => setOnline(navigator.onLine);
    addEventListener('online', follow);
    addEventListener('offline', follow);
    return () => {
      removeEventListener('online', follow);
      removeEventListener('offline', follow);
    };
  }, []);
  return isOnline;
}

/** The head of a screen; its title is the page's. */
export function Opening(order: {
  readonly title: string;
  /** Of the title, where it is not the desk's. */
  readonly locale?: string;
  readonly children?: ReactNode;
}) {
  const { title, locale, children } = order;
  const { say } = useWords();
  useEffect(() => {
    document.title = `${title} · ${say('desk')}`;
  }, [title, say]);
  return (
    <div className="opening">
      <h1 lang={locale} dir={locale === undefined ? undefined : directionOf(locale)}>
        {title}
      </h1>
      {children !== undefined && <div className="row">{children}</div>}
    </div>
  );
}
