import { Button, Checkbox, MultiSelect, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { ReleaseOpened } from '../../src/desk/contract.ts';
import { ActForm } from '../parts/act-form.tsx';
import { useAsked, useDoing } from '../parts/asked.ts';
import { useDesk, useHasRole, useNames } from '../parts/me.tsx';
import { useNotices } from '../parts/notices.tsx';
import { TroubleShown } from '../parts/trouble.tsx';
import { useWords } from '../words/words.tsx';
import { Pins } from './pins.tsx';

/** What decides on which lists a release will be, and who may know of it. Fixed once something of it is public. */
export function Facts({ opened }: { readonly opened: ReleaseOpened }) {
  const { say, countryName, languageName } = useWords();
  const names = useNames();
  const { release, published } = opened;
  const [open, setOpen] = useState<'facts' | 'readers' | null>(null);
  const toggle = (which: 'facts' | 'readers') => setOpen(open === which ? null : which);
  const mayLimit = useHasRole('editor', 'publisher');
  const mayWrite = useHasRole('writer', 'editor', 'publisher');
  const isFixed = published.length > 0;
  const public_ = published.find(({ standing }) => standing !== 'retracted');
  return (
    <section aria-label={say('facts')} className="stack">
      <dl className="facts">
        <div>
          <dt>{say('office')}</dt>
          <dd>{names.office(release.office)}</dd>
        </div>
        <div>
          <dt>{say('type')}</dt>
          <dd>{say(`type-${release.type}` as 'type-news')}</dd>
        </div>
        <div>
          <dt>{say('reference')}</dt>
          <dd>
            {release.reference === null ? say('referenceLater') : <span className="ref">{release.reference}</span>}
          </dd>
        </div>
        <div>
          <dt>{say('countries')}</dt>
          <dd>
            {release.organisationWide
              ? say('organisationWide')
              : release.countries.map(countryName).join(say('comma')) || say('none')}
          </dd>
        </div>
        <div>
          <dt>{say('topics')}</dt>
          <dd>{release.topics.map(names.topic).join(say('comma')) || say('none')}</dd>
        </div>
        <div>
          <dt>{say('original')}</dt>
          <dd>{languageName(release.original)}</dd>
        </div>
        {release.limitedTo !== null && (
          <div className="whole">
            <dt>{say('whoMayRead')}</dt>
            <dd>
              <Readers people={release.limitedTo} />
            </dd>
          </div>
        )}
        {public_ !== undefined && (
          <div className="whole">
            <dt>{say('address')}</dt>
            <dd>
              <PublicAddress path={public_.address} />
            </dd>
          </div>
        )}
      </dl>
      {mayWrite && (!isFixed || mayLimit) && (
        <div className="row">
          {!isFixed && (
            <Button size="xs" variant="default" onClick={() => toggle('facts')} aria-expanded={open === 'facts'}>
              {say('factsChange')}
            </Button>
          )}
          {mayLimit && (
            <Button size="xs" variant="default" onClick={() => toggle('readers')} aria-expanded={open === 'readers'}>
              {say('limit')}
            </Button>
          )}
        </div>
      )}
      <Pins opened={opened} />
      {open === 'facts' && !isFixed && <FactsForm opened={opened} close={() => setOpen(null)} />}
      {open === 'readers' && <LimitForm opened={opened} close={() => setOpen(null)} />}
    </section>
  );
}

function FactsForm({ opened: { release }, close }: { readonly opened: ReleaseOpened; readonly close: () => void }) {
  const { say, countryName } = useWords();
  const { institution } = useDesk();
  const names = useNames();
  const { attempt } = useDoing();
  const { type, countries, topics, organisationWide } = release;
  const [facts, setFacts] = useState({ type, countries: [...countries], topics: [...topics], organisationWide });
  const known = [...new Set([...institution.offices.flatMap((one) => one.countries), ...countries])];
  const put = (more: Partial<typeof facts>) => setFacts((all) => ({ ...all, ...more }));
  return (
    <ActForm
      className="filters"
      act={say('save')}
      send={() => attempt('POST /desk/api/release/facts', { release: release.id, ...facts })}
      close={close}
    >
      <NativeSelect
        label={say('type')}
        value={facts.type}
        data={institution.types.map((value) => ({ value, label: say(`type-${value}` as 'type-news') }))}
        onChange={(event) => put({ type: event.currentTarget.value })}
      />
      <MultiSelect
        label={say('countries')}
        value={facts.countries}
        data={known.map((value) => ({ value, label: countryName(value) }))}
        onChange={(value) => put({ countries: value })}
        searchable
      />
      <MultiSelect
        label={say('topics')}
        value={facts.topics}
        data={institution.topics.map(({ code }) => ({ value: code, label: names.topic(code) }))}
        onChange={(value) => put({ topics: value })}
        searchable
      />
      <Checkbox
        label={say('organisationWide')}
        description={say('organisationWideHint')}
        checked={facts.organisationWide}
        onChange={(event) => put({ organisationWide: event.currentTarget.checked })}
      />
    </ActForm>
  );
}

function LimitForm({
  opened: { release, published },
  close,
}: {
  readonly opened: ReleaseOpened;
  readonly close: () => void;
}) {
  const { say } = useWords();
  const { me } = useDesk();
  const notices = useNotices();
  const people = useAsked('GET /desk/api/people', {});
  const { attempt, doIt, trouble } = useDoing();
  const [chosen, setChosen] = useState<string[]>([...(release.limitedTo ?? [me.person.id])]);
  // Whoever may not see the list of people can still limit a release to themselves and those who are on it.
  const known = people.answer?.people.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  const missing = chosen.filter((id) => known.every(({ value }) => value !== id));
  const data = [...known, ...missing.map((id) => ({ value: id, label: id === me.person.id ? me.person.name : id }))];
  const limit = (limited: readonly string[] | null) => ({ release: release.id, people: limited });
  const saved = () => notices.say(say('doneSaved'));
  const open = async () => {
    if ((await doIt('POST /desk/api/release/limit', limit(null))) === undefined) return;
    saved();
    close();
  };
  return (
    <ActForm
      className="filters"
      act={say('save')}
      send={() => attempt('POST /desk/api/release/limit', limit(chosen), saved)}
      close={close}
      more={
        release.limitedTo !== null && (
          <Button variant="default" onClick={() => void open()}>
            {say('everybodyHere')}
          </Button>
        )
      }
    >
      <MultiSelect
        className="whole"
        label={say('onlyThese')}
        description={published.length > 0 && say('limitPublic')}
        value={chosen}
        data={data}
        onChange={setChosen}
        searchable
      />
      <TroubleShown trouble={trouble} />
    </ActForm>
  );
}

/** An address as people read it, whatever script its words are in. */
export function PublicAddress({ path }: { readonly path: string }) {
  return (
    <a href={path}>
      <bdi dir="ltr">{decodeURI(path)}</bdi>
    </a>
  );
}

/** Names of the people a release is limited to, as far as one may know them. */
function Readers({ people }: { readonly people: readonly string[] }) {
  const { say } = useWords();
  const { answer } = useAsked('GET /desk/api/people', {});
  const names = people.flatMap((id) => answer?.people.find((one) => one.id === id)?.name ?? []);
  return (
    <>
      <span className="mark">{say('onlyThese')}</span> {names.join(say('comma'))}
    </>
  );
}
