import { NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { DraftOpened, ReleaseOpened, Schedule, ScheduleSeen } from '../../src/desk/contract.ts';
import { call } from '../api.ts';
import { now } from '../clock.ts';
import { ActForm } from '../parts/act-form.tsx';
import { useDoing } from '../parts/asked.ts';
import { Dialogue } from '../parts/dialogue.tsx';
import { useDesk } from '../parts/me.tsx';
import { type Trouble, TroubleShown } from '../parts/trouble.tsx';
import { useHeldTyping } from '../parts/use-held-typing.ts';
import { Warning } from '../parts/warning.tsx';
import { useWords } from '../words/words.tsx';
import { BundleShown } from './bundle.tsx';
import { type Candidate, ChooseTogether } from './choose-together.tsx';
import { localTime } from './local-time.ts';

/** When a text goes public: as the office's clock shows it, as it is everywhere else, and which of two where clocks go back. */
export function ScheduleDialog(order: {
  readonly opened: ReleaseOpened;
  readonly draft: DraftOpened;
  readonly warning: string | undefined;
  readonly close: () => void;
  /** @returns what stands in the way; null when it is scheduled. */
  readonly schedule: (order: Schedule) => Promise<Trouble>;
}) {
  const { say, instant } = useWords();
  const { institution } = useDesk();
  const { opened, draft } = order;
  const { release } = opened;
  const office = institution.offices.find(({ code }) => code === release.office);
  const ofOffice = office?.timeZone ?? institution.timeZone;
  const zones = [...new Set([ofOffice, institution.timeZone, Intl.DateTimeFormat().resolvedOptions().timeZone, 'UTC'])];
  const held = useHeldTyping(say('scheduleTitle'), () => ({
    ...{ timeZone: ofOffice, choice: null as Schedule['choice'], name: '', together: [] as readonly Candidate[] },
    local: localTime(draft.goesPublicAt ?? nextMorning(), ofOffice),
  }));
  const { timeZone, choice, name, together, local: clock } = held.typed;
  const { day, time } = clock;
  const put = (more: Partial<typeof held.typed>) => held.put((all) => ({ ...all, ...more }));
  const [seen, setSeen] = useState<ScheduleSeen | null>(null);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const { attempt } = useDoing();
  const local = `${day}T${time}`;
  const countries = release.countries.join(',');
  useEffect(() => {
    setSeen(null);
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local)) return;
    const abort = new AbortController();
    const zoned = { local, timeZone, choice, office: release.office, countries: countries.split(',').filter(Boolean) };
    void call('POST /desk/api/schedule/look', zoned, abort.signal).then((outcome) => {
      if (abort.signal.aborted) return;
      setTrouble(outcome.kind === 'done' ? null : outcome);
      if (outcome.kind === 'done') setSeen(outcome.answer);
    });
    return () => abort.abort();
  }, [local, timeZone, choice, release.office, countries]);

  const bundle = opened.bundles.find(({ id }) => id === draft.bundle) ?? null;
  const named = { release: release.id, locale: draft.locale };
  const isPast =
    seen !== null && seen.kind === 'once' ? seen.isPast : seen?.kind === 'twice' && choice !== null && seen.isPast;
  const isReady = seen !== null && !isPast && (seen.kind === 'once' || (seen.kind === 'twice' && choice !== null));
  const schedule = async () => {
    if (together.length > 0) {
      const texts = [named, ...together].map(({ release, locale }) => ({ release, locale }));
      const tie = { name: bundle?.name ?? name, texts, into: draft.bundle };
      const untied = await attempt('POST /desk/api/bundles', tie);
      if (untied !== null) return untied;
    }
    return order.schedule({ local, timeZone, choice: seen?.kind === 'twice' ? choice : null });
  };
  return (
    <Dialogue close={order.close} title={say('scheduleTitle')}>
      <ActForm
        act={say('scheduleIt')}
        send={async () => held.told(await schedule())}
        close={order.close}
        isReady={isReady}
      >
        <Warning words={order.warning} />
        <div className="pair">
          <TextInput
            type="date"
            label={say('day')}
            value={day}
            required
            onChange={(event) => put({ local: { day: event.currentTarget.value, time } })}
          />
          <TextInput
            type="time"
            label={say('time')}
            value={time}
            required
            onChange={(event) => put({ local: { day, time: event.currentTarget.value } })}
          />
        </div>
        <NativeSelect
          label={say('timeZone')}
          value={timeZone}
          data={zones.map((zone) => ({
            value: zone,
            label: zone === ofOffice ? say('bracketed', { name: zone, words: say('ofOffice') }) : zone,
          }))}
          onChange={(event) => put({ timeZone: event.currentTarget.value })}
        />
        {seen !== null && (
          <Instants seen={seen} timeZone={timeZone} choice={choice} setChoice={(one) => put({ choice: one })} />
        )}
        {isPast && seen !== null && (
          <p className="banner grave" role="alert">
            {say('refusal-in-the-past', { when: instant(meantOf(seen, choice), timeZone) })}
          </p>
        )}
        <TroubleShown trouble={trouble} />
        {bundle !== null && (
          <div className="stack">
            <h3>{say('bundleOf', { name: bundle.name })}</h3>
            <BundleShown bundle={bundle} at={named} />
          </div>
        )}
        {draft.may.includes('bundle') ? (
          <ChooseTogether {...{ opened, named }} chosen={together} put={(chosen) => put({ together: chosen })} />
        ) : (
          <p className="small">{say('bundleLater')}</p>
        )}
        {together.length > 0 && bundle === null && (
          <TextInput
            name="name"
            label={say('bundleName')}
            description={say('bundleNameHint')}
            value={name}
            required
            onChange={(event) => put({ name: event.currentTarget.value })}
          />
        )}
      </ActForm>
    </Dialogue>
  );
}

/** The instant on other clocks; and what is odd about it, where clocks are moved. */
function Instants(order: {
  readonly seen: ScheduleSeen;
  readonly timeZone: string;
  readonly choice: Schedule['choice'];
  readonly setChoice: (choice: Schedule['choice']) => void;
}) {
  const { say, instant, countryName } = useWords();
  const { seen, timeZone, choice, setChoice } = order;
  const [first, second] = seen.instants;
  const meant = meantOf(seen, choice);
  const elsewhere = seen.elsewhere.filter((one) => one.timeZone !== timeZone || one.country !== null);
  if (seen.kind === 'never') {
    return (
      <div className="banner grave" role="alert">
        <div>
          <p>{say('clockNever')}</p>
          <ul>
            {seen.instants.map((one) => (
              <li key={one}>{instant(one, timeZone)}</li>
            ))}
          </ul>
        </div>
      </div>
    );
  }
  return (
    <div className="stack">
      {seen.kind === 'twice' && first !== undefined && second !== undefined && (
        <fieldset className="banner fair stack">
          <legend>{say('clockTwice')}</legend>
          {(['earlier', 'later'] as const).map((one) => (
            <label className="option" key={one}>
              <input type="radio" name="choice" checked={choice === one} onChange={() => setChoice(one)} />{' '}
              {say(one, { time: instant(one === 'earlier' ? first : second, timeZone) })}
            </label>
          ))}
        </fieldset>
      )}
      {first !== undefined && (
        <dl className="instants">
          <dt>{timeZone}</dt>
          <dd>{instant(meant, timeZone)}</dd>
          {elsewhere.map((one) => (
            <div key={`${one.timeZone} ${one.country}`}>
              <dt>
                {one.country === null
                  ? one.timeZone
                  : say('bracketed', { name: countryName(one.country), words: one.timeZone })}
              </dt>
              <dd>{instant(meant, one.timeZone)}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

/** Of two instants the one that was chosen. */
function meantOf({ instants: [first = '', second = first] }: ScheduleSeen, choice: Schedule['choice']): string {
  return choice === 'later' ? second : first;
}

/** Tomorrow at nine, on whatever clock it is then read. */
function nextMorning(): string {
  const morning = now();
  morning.setDate(morning.getDate() + 1);
  morning.setHours(9, 0, 0, 0);
  return morning.toISOString();
}
