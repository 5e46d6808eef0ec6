import { TextInput } from '@mantine/core';
import { useId } from 'react';
import { useWords } from '../words/words.tsx';

/** A time zone by its name, with those that this browser knows to choose from. */
export function ZoneField(order: { readonly value: string; readonly put: (zone: string) => void }) {
  const { say } = useWords();
  const list = useId();
  return (
    <>
      <TextInput
        label={say('timeZone')}
        value={order.value}
        required
        list={list}
        onChange={(event) => order.put(event.currentTarget.value)}
      />
      <datalist id={list}>
        {['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
