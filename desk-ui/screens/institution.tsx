import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { InstitutionKept, OfficeKept, TopicKept } from '../../src/desk/contract.ts';
import { KeysPart } from '../institution/keys-part.tsx';
import { OfficeForm } from '../institution/office-form.tsx';
import { OrganisationForm } from '../institution/organisation-form.tsx';
import { TopicForm } from '../institution/topic-form.tsx';
import { useAsked } from '../parts/asked.ts';
import { Opening } from '../parts/frame.tsx';
import { useNames } from '../parts/me.tsx';
import { TroubleShown } from '../parts/trouble.tsx';
import { useWords } from '../words/words.tsx';

/** Who publishes here: the organisation, its offices and its topics, as readers see them. */
export function InstitutionScreen() {
  const { say } = useWords();
  const { answer: kept, trouble } = useAsked('GET /desk/api/institution/kept', {});
  return (
    <>
      <Opening title={say('institution')} />
      <TroubleShown trouble={trouble} />
      {kept !== undefined && (
        <>
          <OrganisationPart kept={kept} />
          <Kept
            title={say('offices')}
            none={kept.offices.length === 0 ? say('officesNone') : null}
            add={kept.mayKeepOffices ? say('officeAdd') : null}
            form={(close) => <OfficeForm kept={kept} office={null} close={close} />}
          >
            {kept.offices.map((office) => (
              <OfficeLine {...{ kept, office }} key={office.code} />
            ))}
          </Kept>
          <Kept
            title={say('topics')}
            none={kept.topics.length === 0 ? say('topicsNone') : null}
            add={kept.mayKeepOffices ? say('topicAdd') : null}
            form={(close) => <TopicForm kept={kept} topic={null} close={close} />}
          >
            {kept.topics.map((topic) => (
              <TopicLine {...{ kept, topic }} key={topic.code} />
            ))}
          </Kept>
          {kept.mayKeepKeys && <KeysPart />}
        </>
      )}
    </>
  );
}

function OrganisationPart({ kept }: { readonly kept: InstitutionKept }) {
  const { say, languageName } = useWords();
  const names = useNames();
  const [isEditing, setEditing] = useState(false);
  const { organisation } = kept;
  const isNamed = Object.keys(organisation.names).length > 0;
  return (
    <section className="section">
      <h2>{say('organisation')}</h2>
      <div className="stack section">
        <p>{isNamed ? names.organisation : say('organisationUnnamed')}</p>
        <p className="small">
          {organisation.locales.map(({ locale }) => languageName(locale)).join(say('comma'))} · {organisation.timeZone}
        </p>
        {kept.mayKeepOrganisation && (
          <div className="row">
            <ChangeButton of={say('organisation')} isEditing={isEditing} toggle={() => setEditing(!isEditing)} />
          </div>
        )}
        {isEditing && <OrganisationForm organisation={organisation} close={() => setEditing(false)} />}
      </div>
    </section>
  );
}

/** A list of what is kept, and a way to one more. */
function Kept(order: {
  readonly title: string;
  readonly none: string | null;
  /** Null: not for this person. */
  readonly add: string | null;
  readonly form: (close: () => void) => ReactNode;
  readonly children: ReactNode;
}) {
  const { title, none, add, form, children } = order;
  const [isNew, setNew] = useState(false);
  return (
    <section className="section">
      <h2>{title}</h2>
      {none !== null && <p className="empty">{none}</p>}
      <ul>{children}</ul>
      {add !== null && !isNew && (
        <div className="row section">
          <Button onClick={() => setNew(true)}>{add}</Button>
        </div>
      )}
      {isNew && form(() => setNew(false))}
    </section>
  );
}

function OfficeLine({ kept, office }: { readonly kept: InstitutionKept; readonly office: OfficeKept }) {
  const { say, countryName, languageName } = useWords();
  const names = useNames();
  const [isEditing, setEditing] = useState(false);
  const { code, countries, locales, timeZone, mayDescribe } = office;
  return (
    <li className="line">
      <div className="margin">
        <span className="ref">{code}</span>
      </div>
      <div className="stack">
        <div>
          <p className="title">{names.office(code)}</p>
          <p className="under">
            <span>/{office.slug}</span>
            {countries.length > 0 && <span>{countries.map(countryName).join(say('comma'))}</span>}
            {locales.length > 0 && <span>{locales.map(languageName).join(say('comma'))}</span>}
            <span>{timeZone}</span>
          </p>
        </div>
        {(kept.mayKeepOffices || mayDescribe.length > 0) && (
          <div className="row">
            <ChangeButton of={code} isEditing={isEditing} toggle={() => setEditing(!isEditing)} />
            <Link to="/boilerplate" search={{ office: code }}>
              {say('boilerplateOf')}
            </Link>
          </div>
        )}
        {isEditing && <OfficeForm {...{ kept, office }} close={() => setEditing(false)} />}
      </div>
    </li>
  );
}

function TopicLine({ kept, topic }: { readonly kept: InstitutionKept; readonly topic: TopicKept }) {
  const names = useNames();
  const [isEditing, setEditing] = useState(false);
  return (
    <li className="line">
      <div className="margin">
        <span className="ref">{topic.code}</span>
      </div>
      <div className="stack">
        <div>
          <p className="title">{names.topic(topic.code)}</p>
          <p className="under">
            <span>/{topic.slug}</span>
          </p>
        </div>
        {kept.mayKeepOffices && (
          <div className="row">
            <ChangeButton of={topic.code} isEditing={isEditing} toggle={() => setEditing(!isEditing)} />
          </div>
        )}
        {isEditing && <TopicForm {...{ kept, topic }} close={() => setEditing(false)} />}
      </div>
    </li>
  );
}

function ChangeButton(order: { readonly of: string; readonly isEditing: boolean; readonly toggle: () => void }) {
  const { say } = useWords();
  return (
    <Button
      size="xs"
      variant="default"
      aria-expanded={order.isEditing}
      aria-label={say('labelled', { label: say('edit'), words: order.of })}
      onClick={order.toggle}
    >
      {say('edit')}
    </Button>
  );
}
