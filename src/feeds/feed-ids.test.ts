import { expect, test } from 'vitest';
import { entryId, feedId } from './feed-ids.ts';

const release = '01890000-0000-7000-8000-000000000001';

test('the ids of a release are those it had in the first version of Dateline', () => {
  expect(entryId(release, 'en')).toBe('urn:uuid:1fcffd7c-f9d2-5c2b-841f-c757ca046ccd');
  expect(feedId('https://news.example.org', { kind: 'office', code: 'CALDER' }, 'cy')).toBe(
    'urn:uuid:03b47bde-bc62-5a8a-bc5c-ba667c365573',
  );
});

test('every language version has an id of its own', () => {
  expect(entryId(release, 'en')).not.toBe(entryId(release, 'cy'));
});

test('ids are UUIDs of version 5', () => {
  expect(entryId(release, 'zh-Hans')).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});

test('two newsrooms never share the id of a list', () => {
  const organisation = { kind: 'organisation' } as const;
  expect(feedId('https://one.example.org', organisation, 'en')).not.toBe(
    feedId('https://two.example.org', organisation, 'en'),
  );
});
