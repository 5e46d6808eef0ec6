import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAsk } from '../parts/ask.tsx';
import { useAsked, useDoing } from '../parts/asked.ts';
import { CopyLine } from '../parts/copy-line.tsx';
import { Dialogue } from '../parts/dialogue.tsx';
import { FormActs } from '../parts/form-acts.tsx';
import { Opening } from '../parts/frame.tsx';
import { useDesk, useNames } from '../parts/me.tsx';
import { TroubleShown, useNotices } from '../parts/notices.tsx';
import type { Assignment, Person, Role } from '../types.ts';
import { deskLanguages, useWords } from '../words/words.tsx';

const roles: readonly Role[] = ['writer', 'editor', 'publisher', 'office-administrator', 'administrator'];

/** Who works here, in which office and language as what. */
export function PeopleScreen() {
  const { say } = useWords();
  const { answer, trouble } = useAsked('GET /desk/api/people', {});
  const [isInviting, setInviting] = useState(false);
  return (
    <>
      <Opening title={say('people')}>
        <Button onClick={() => setInviting(true)}>{say('invite')}</Button>
      </Opening>
      <TroubleShown trouble={trouble} />
      <ul>
        {answer?.people.map((person) => (
          <PersonLine person={person} key={person.id} />
        ))}
      </ul>
      {isInviting && <InviteDialog close={() => setInviting(false)} />}
    </>
  );
}

function PersonLine({ person }: { readonly person: Person }) {
  const { say } = useWords();
  const { me } = useDesk();
  const ask = useAsk();
  const notices = useNotices();
  const roleWords = useRoleWords();
  const { doIt, trouble } = useDoing();
  const [isEditing, setEditing] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const { name } = person;
  const isDisabled = person.standing === 'disabled';
  const disable = async () => {
    if (!isDisabled) {
      const question = { title: say('disable'), text: say('disableAsk', { name }), act: say('disable'), isGrave: true };
      if ((await ask(question)) === null) return;
    }
    const done = await doIt('POST /desk/api/people/disable', { person: person.id, isDisabled: !isDisabled });
    if (done !== undefined) notices.say(say('doneSaved'));
  };
  const reset = async () => {
    if ((await ask({ title: say('resetLink'), text: say('resetAsk', { name }), act: say('resetLink') })) === null)
      return;
    const made = await doIt('POST /desk/api/people/reset', { person: person.id });
    if (made !== undefined) setLink(made.link);
  };
  return (
    <li className="line">
      <div className="margin">
        <span className={isDisabled ? 'mark grave' : 'mark'}>{say(`standing-${person.standing}`)}</span>
      </div>
      <div className="stack">
        <div>
          <p className="title">{name}</p>
          <p className="under">{person.email}</p>
          <ul className="under">
            {person.assignments.length === 0 && <li>{say('rolesNone')}</li>}
            {person.assignments.map((one) => (
              <li key={roleWords(one)}>{roleWords(one)}</li>
            ))}
          </ul>
        </div>
        <div className="row">
          <Button size="xs" variant="default" aria-expanded={isEditing} onClick={() => setEditing(!isEditing)}>
            {say('roles')}
          </Button>
          <Button size="xs" variant="default" onClick={() => void reset()}>
            {say('resetLink')}
          </Button>
          {person.id !== me.person.id && (
            <Button size="xs" variant="subtle" color="grave" onClick={() => void disable()}>
              {isDisabled ? say('enable') : say('disable')}
            </Button>
          )}
        </div>
        <TroubleShown trouble={trouble} />
        {link !== null && (
          <div className="banner">
            <div className="stack">
              <p>{say('inviteLink', { name })}</p>
              <CopyLine text={link} />
            </div>
          </div>
        )}
        {isEditing && <Assign person={person} close={() => setEditing(false)} />}
      </div>
    </li>
  );
}

function Assign({ person, close }: { readonly person: Person; readonly close: () => void }) {
  const { say } = useWords();
  const notices = useNotices();
  const { doIt, isDoing, trouble } = useDoing();
  const [assignments, setAssignments] = useState(person.assignments);
  const save = async () => {
    if ((await doIt('POST /desk/api/people/assign', { person: person.id, assignments })) === undefined) return;
    notices.say(say('doneSaved'));
    close();
  };
  return (
    <div className="stack">
      <Roles assignments={assignments} put={setAssignments} />
      <TroubleShown trouble={trouble} />
      <div className="row">
        <Button loading={isDoing} onClick={() => void save()}>
          {say('save')}
        </Button>
        <Button variant="default" onClick={close}>
          {say('cancel')}
        </Button>
      </div>
    </div>
  );
}

function Roles(order: {
  readonly assignments: readonly Assignment[];
  readonly put: (assignments: readonly Assignment[]) => void;
}) {
  const { say, languageName } = useWords();
  const { institution } = useDesk();
  const names = useNames();
  const roleWords = useRoleWords();
  const { assignments, put } = order;
  const [next, setNext] = useState<{ role: Role; office: string; locale: string }>({
    role: 'writer',
    office: '',
    locale: '',
  });
  const add = () => {
    const one: Assignment = { role: next.role, office: next.office || null, locale: next.locale || null };
    if (assignments.every((other) => roleWords(other) !== roleWords(one))) put([...assignments, one]);
  };
  return (
    <fieldset className="filters">
      <legend className="small">{say('roles')}</legend>
      <ul className="whole">
        {assignments.length === 0 && <li className="small">{say('rolesNone')}</li>}
        {assignments.map((one) => (
          <li className="row" key={roleWords(one)}>
            {roleWords(one)}
            <button
              type="button"
              className="plain"
              aria-label={say('labelled', { label: say('remove'), words: roleWords(one) })}
              onClick={() => put(assignments.filter((other) => other !== one))}
            >
              {say('remove')}
            </button>
          </li>
        ))}
      </ul>
      <NativeSelect
        label={say('role')}
        value={next.role}
        data={roles.map((value) => ({ value, label: say(`role-${value}`) }))}
        onChange={(event) => setNext({ ...next, role: event.currentTarget.value as Role })}
      />
      <NativeSelect
        label={say('office')}
        value={next.office}
        data={[
          { value: '', label: say('anyOffice') },
          ...institution.offices.map(({ code }) => ({ value: code, label: names.office(code) })),
        ]}
        onChange={(event) => setNext({ ...next, office: event.currentTarget.value })}
      />
      <NativeSelect
        label={say('language')}
        value={next.locale}
        data={[
          { value: '', label: say('anyLanguage') },
          ...institution.locales.map((value) => ({ value, label: languageName(value) })),
        ]}
        onChange={(event) => setNext({ ...next, locale: event.currentTarget.value })}
      />
      <Button variant="default" onClick={add}>
        {say('roleAdd')}
      </Button>
    </fieldset>
  );
}

function InviteDialog({ close }: { readonly close: () => void }) {
  const { say, language, languageName } = useWords();
  const { doIt, isDoing, trouble } = useDoing();
  const [person, setPerson] = useState({ name: '', email: '', language: language as string });
  const [assignments, setAssignments] = useState<readonly Assignment[]>([]);
  const [link, setLink] = useState<string | null>(null);
  const put = (more: Partial<typeof person>) => setPerson((all) => ({ ...all, ...more }));
  return (
    <Dialogue size="lg" close={close} title={say('invite')}>
      {link !== null ? (
        <div className="stack">
          <p>{say('inviteLink', { name: person.name })}</p>
          <CopyLine text={link} />
          <Button onClick={close}>{say('done')}</Button>
        </div>
      ) : (
        <form
          className="stack"
          onSubmit={async (event) => {
            event.preventDefault();
            const made = await doIt('POST /desk/api/people/invite', { ...person, assignments });
            if (made !== undefined) setLink(made.link);
          }}
        >
          <TextInput
            label={say('name')}
            required
            value={person.name}
            data-autofocus
            onChange={(event) => put({ name: event.currentTarget.value })}
          />
          <TextInput
            label={say('email')}
            type="email"
            required
            value={person.email}
            onChange={(event) => put({ email: event.currentTarget.value })}
          />
          <NativeSelect
            label={say('deskLanguage')}
            value={person.language}
            data={deskLanguages.map((value) => ({ value, label: languageName(value) }))}
            onChange={(event) => put({ language: event.currentTarget.value })}
          />
          <Roles assignments={assignments} put={setAssignments} />
          <TroubleShown trouble={trouble} />
          <FormActs act={say('inviteSend')} isDoing={isDoing} close={close} />
        </form>
      )}
    </Dialogue>
  );
}

/** `Editor: CO-BEIJING, French`. */
function useRoleWords(): (one: Assignment) => string {
  const { say, languageName } = useWords();
  const names = useNames();
  return ({ role, office, locale }) =>
    say('labelled', {
      label: say(`role-${role}`),
      words: [
        office === null ? say('anyOffice') : names.office(office),
        locale === null ? say('anyLanguage') : languageName(locale),
      ].join(say('comma')),
    });
}
