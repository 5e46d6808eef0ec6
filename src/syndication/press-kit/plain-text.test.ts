import { expect, test } from 'vitest';
import { calderInstitution, keptPicture, textFor } from '../../../test/support/small-newsroom.ts';
import { kitWords } from './kit-words.ts';
import { paragraphsOf, plainTextOf } from './plain-text.ts';

const origin = 'https://newsroom.example';
const said = (fields: Parameters<typeof textFor>[0], isOfEdition = false) =>
  plainTextOf(kitWords({ text: textFor(fields), institution: calderInstitution, origin, isOfEdition }));

test('paragraphs stand apart, items have marks, rows stay together, and links say where they lead', () => {
  const html = [
    '<h2>The tides</h2><p>One &amp; two<br>lines.</p>',
    '<ul><li>low</li><li>high<ol start="3"><li>spring</li><li>neap</li></ol></li></ul>',
    '<table><tbody><tr><th>Day</th><td>1 m</td></tr><tr><th>Night</th><td>2 m</td></tr></tbody></table>',
    '<p><a href="/en/topics/tides">Tides</a>, <a href="mailto:press@port.example">press@port.example</a></p>',
  ].join('');
  expect(paragraphsOf(html)).toBe(
    [
      'The tides',
      'One & two\nlines.',
      '• low\n• high\n3. spring\n4. neap',
      'Day\t1 m\nNight\t2 m',
      'Tides (/en/topics/tides), press@port.example',
    ].join('\n\n'),
  );
});

test('a text says all that its page says, in the order in which it says it', () => {
  const changes = [{ kind: 'correction', note: 'It leaves at nine.', at: '2026-03-03T00:30:00.000Z', edition: 2 }];
  const text = said({
    ...{ number: 7, edition: 2, place: 'Calder', notes: '<p>Call <a href="/en">us</a>.</p>', changes },
    boilerplate: { boilerplate: '<p>The port is old.</p>', contacts: '<p>Mara Quill</p>' },
    pictures: [{ asset: keptPicture, alt: 'A ferry', caption: 'The ferry at nine' }],
  });
  expect(text).toMatchInlineSnapshot(`
    "Port of Calder · Calder harbour office
    Press release

    Reference: CALDER/2026/7
    Published: 2 March 2026 at 09:00 (GMT)
    Edition 2: https://newsroom.example/en/releases/calder-2026-7

    Release 7 of the port

    The ferry leaves at nine.

    Calder, 2 March 2026 — The ferry leaves at nine, and not before.

    ----------------------------------------
    Notes to editors

    Call us (https://newsroom.example/en).

    ----------------------------------------
    About us

    The port is old.

    ----------------------------------------
    Press contacts

    Mara Quill

    ----------------------------------------
    What has changed

    Correction, 3 March 2026
    It leaves at nine.

    ----------------------------------------
    Picture 1

    The ferry at nine
    Image: Ann Other / AFP, © 2025 Port of Calder
    https://newsroom.example/media/abababababababababababababababababababababababababababababababab/original

    ----------------------------------------

    Permanent address: https://newsroom.example/en/releases/calder-2026-7
    "
  `);
});

test('a text that no longer stands says so before its words, and an earlier one leads to the current', () => {
  const end = { standing: 'withdrawn', endedAt: '2026-03-04T09:00:00.000Z', endReason: 'It never\nsailed.' };
  const text = said({ number: 7, isCurrent: false, ...end }, true);
  const before = text.slice(0, text.indexOf('Release 7 of the port'));
  expect(before).toContain('*** This is edition 1, an earlier text.');
  expect(before).toContain('Read the current text: https://newsroom.example/en/releases/calder-2026-7\n');
  expect(before).toContain('*** Withdrawn on 4 March 2026.');
  expect(before).toContain('*** Reason: It never sailed.');
});

test('words that carry lines and directions stay within their own line', () => {
  const hostile = 'Fine\r\nReference: FORGED/2026/1\u202e';
  const text = said({ number: 7, headline: hostile, place: hostile, kicker: hostile });
  expect(text.split('\n').filter((line) => line.startsWith('Reference:'))).toEqual(['Reference: CALDER/2026/7']);
});
