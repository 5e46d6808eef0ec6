import { TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { InstitutionKept, TopicKept } from '../../src/desk/contract.ts';
import { ActForm } from '../parts/act-form.tsx';
import { useDoing } from '../parts/asked.ts';
import { useNotices } from '../parts/notices.tsx';
import { useWords } from '../words/words.tsx';
import { changedFields } from './changed-fields.ts';
import { TextsFields } from './texts-fields.tsx';

/** Makes a topic, or changes what it is called and where it is named. */
export function TopicForm(order: {
  readonly kept: InstitutionKept;
  /** Null: a new one. */
  readonly topic: TopicKept | null;
  readonly close: () => void;
}) {
  const { say } = useWords();
  const notices = useNotices();
  const { attempt } = useDoing();
  const { kept, topic, close } = order;
  const isNew = topic === null;
  const before = useMemo(() => {
    const position = topic === null ? kept.topics.length + 1 : kept.topics.indexOf(topic) + 1;
    return { slug: topic?.slug ?? '', names: topic?.names ?? {}, position };
  }, [kept, topic]);
  const [code, setCode] = useState(topic?.code ?? '');
  const [fields, setFields] = useState(before);
  const put = (more: Partial<typeof fields>) => setFields((all) => ({ ...all, ...more }));
  const locales = [
    ...new Set([...kept.organisation.locales.map(({ locale }) => locale), ...Object.keys(before.names)]),
  ];
  const save = () => {
    const { slug, ...changed } = changedFields(before, fields);
    const named = slug === undefined || slug.trim() === '' ? {} : { slug: slug.trim() };
    const change = { code: code.trim(), isNew, ...changed, ...named };
    return attempt('POST /desk/api/topics', change, () => notices.say(say('doneSaved')));
  };
  return (
    <ActForm
      className="stack section"
      label={isNew ? say('topicAdd') : code}
      act={say('save')}
      send={save}
      close={close}
    >
      <div className="pair">
        {isNew && (
          <TextInput
            name="code"
            label={say('shortCode')}
            description={say('topicCodeHint')}
            value={code}
            required
            maxLength={60}
            onChange={(event) => setCode(event.currentTarget.value.toLowerCase())}
          />
        )}
        <TextInput
          name="slug"
          label={say('slugName')}
          description={say('slugNameHint')}
          value={fields.slug}
          maxLength={200}
          onChange={(event) => put({ slug: event.currentTarget.value })}
        />
        <TextInput
          type="number"
          label={say('position')}
          min={1}
          max={kept.topics.length + (isNew ? 1 : 0)}
          required
          value={String(fields.position)}
          onChange={(event) => put({ position: Number(event.currentTarget.value) })}
        />
      </div>
      <TextsFields
        locales={locales}
        texts={{ names: fields.names, introductions: {} }}
        put={({ names }) => put({ names })}
        hasIntroduction={false}
        may={() => true}
      />
    </ActForm>
  );
}
