import Type from 'typebox';
import { Edition, languageFacts, ReleaseFacts } from '../releases/release-shape.ts';
import { Instant, nullable, oneOf, Sequence, Url } from '../shapes.ts';

export const Act = Type.Object(
  {
    sequence: Sequence,
    act: oneOf(['published', 'corrected', 'clarified', 'updated', 'withdrawn', 'retracted'], {
      description:
        'What was done. `retracted` also says that a text was taken down for legal reasons: its reason says so.',
    }),
    at: Instant,
    release: ReleaseFacts,
    language: Type.Object(languageFacts, { title: 'LanguageFacts' }),
    edition: nullable(Edition, {
      description:
        'The text that became public, in full. Null where a text ended: keep `language.end`, and drop every edition of a retracted text.',
    }),
  },
  { title: 'Act', description: 'A public act. `language` says how the text stands now, not how it stood then.' },
);

export const Changes = Type.Object(
  {
    acts: Type.Array(Act, { maxItems: 100, description: 'In the order of `sequence`.' }),
    next: Type.Integer({ ...Sequence, description: 'Ask `since` this the next time. Keep it when `acts` are kept.' }),
    latest: Type.Integer({
      ...Sequence,
      description: 'The last act there is. You have everything when `next` reaches it.',
    }),
    links: Type.Object({ self: Url, next: Url }),
  },
  { title: 'Changes' },
);
