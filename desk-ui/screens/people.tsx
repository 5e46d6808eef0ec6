import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { MadeLink } from '../../src/desk/contract.ts';
import { ActForm } from '../parts/act-form.tsx';
import { useAsk } from '../parts/ask.tsx';
import { useAsked, useDoing } from '../parts/asked.ts';
import { CopyLine } from '../parts/copy-line.tsx';
import { Dialogue } from '../parts/dialogue.tsx';
import { Opening } from '../parts/frame.tsx';
import { useDesk } from '../parts/me.tsx';
import { useNotices } from '../parts/notices.tsx';
import { TroubleShown } from '../parts/trouble.tsx';
import type { Person } from '../types.ts';
import { deskLanguages, useWords } from '../words/words.tsx';
import { RoleFields, useRolesTyped, useRoleWords } from './role-fields.tsx';

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
  const [link, setLink] = useState<MadeLink | null>(null);
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
    if (made !== undefined) setLink(made);
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
              <HandOver made={link} name={name} />
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
  const { attempt } = useDoing();
  const { typed, put, whole } = useRolesTyped(person.assignments);
  const save = () => {
    const order = { person: person.id, assignments: whole };
    return attempt('POST /desk/api/people/assign', order, () => notices.say(say('doneSaved')));
  };
  return (
    <ActForm act={say('save')} send={save} close={close}>
      <RoleFields typed={typed} put={put} isNeeded={false} />
    </ActForm>
  );
}

function InviteDialog({ close }: { readonly close: () => void }) {
  const { say, language, languageName } = useWords();
  const { attempt } = useDoing();
  const [person, setPerson] = useState({ name: '', email: '', language: language as string });
  const roles = useRolesTyped([]);
  const [link, setLink] = useState<MadeLink | null>(null);
  const put = (more: Partial<typeof person>) => setPerson((all) => ({ ...all, ...more }));
  return (
    <Dialogue size="lg" close={close} title={say('invite')}>
      {link !== null ? (
        <div className="stack">
          <HandOver made={link} name={person.name} />
          <Button onClick={close}>{say('done')}</Button>
        </div>
      ) : (
        <ActForm
          act={say('inviteSend')}
          send={() => attempt('POST /desk/api/people/invite', { ...person, assignments: roles.whole }, setLink)}
          cancel={close}
        >
          <TextInput
            name="name"
            label={say('name')}
            required
            value={person.name}
            data-autofocus
            onChange={(event) => put({ name: event.currentTarget.value })}
          />
          <TextInput
            name="email"
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
          <RoleFields typed={roles.typed} put={roles.put} isNeeded />
        </ActForm>
      )}
    </Dialogue>
  );
}

/** A link that is shown once, and until when it lets its holder in. */
function HandOver({ made, name }: { readonly made: MadeLink; readonly name: string }) {
  const { say, instant } = useWords();
  return (
    <>
      <p>{say('inviteLink', { name })}</p>
      <p>{say('inviteUntil', { when: instant(made.expiresAt) })}</p>
      <CopyLine text={made.link} />
    </>
  );
}
