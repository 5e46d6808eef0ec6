import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { addPicture, type PictureDeps } from '../../releases/add-picture.ts';
import { creditPicture } from '../../releases/credit-picture.ts';
import { type AnswerOf, pictureUpload, type Refused } from '../contract.ts';
import { answered, type Handlers } from '../handler.ts';
import type { SignedInOnly } from '../open-desk.ts';
import { bounded, id } from '../order-shapes.ts';
import { pictureSeen } from './picture-seen.ts';

const MOST_PICTURES = 60;

/** As large as a picture may be, and a little more, so that media/ says it in its own words. */
const MAX_UPLOAD_BYTES = 42_000_000;

const credit = Type.Union([Type.String({ maxLength: 2_000 }), Type.Null()]);

export function pictureHandlers(
  deps: PictureDeps,
): Pick<Handlers, 'GET /desk/api/pictures' | 'POST /desk/api/pictures/credit'> {
  return {
    'GET /desk/api/pictures': {
      order: bounded({ search: Type.String({ maxLength: 200 }) }),
      answer: ({ person, order: { search } }) =>
        deps.inTransaction(async (tx) => {
          const found = await deps.pictures.search(tx, { person: person.id, search, limit: MOST_PICTURES });
          return answered({ pictures: found.map(pictureSeen) });
        }),
    },
    'POST /desk/api/pictures/credit': {
      order: bounded({
        picture: id,
        ...{ credit, creator: credit, agency: credit, copyrightHolder: credit, usageTerms: credit },
        copyrightYear: Type.Union([Type.Integer({ minimum: 1800, maximum: 9999 }), Type.Null()]),
      }),
      async answer({ person, order: { picture, ...rights } }) {
        const outcome = await creditPicture(deps, { by: person, picture, rights });
        return outcome.ok ? answered({ picture: pictureSeen(outcome.picture) }) : outcome;
      },
    },
  };
}

/** The bytes themselves come in by one route of their own, with their name beside them. */
export function pictureUploads(deps: PictureDeps): (app: FastifyInstance, whoIs: SignedInOnly) => void {
  return (app, whoIs) => {
    app.addContentTypeParser(
      /^(image\/|application\/octet-stream)/,
      { parseAs: 'buffer', bodyLimit: MAX_UPLOAD_BYTES },
      (_, body, done) => done(null, body),
    );
    const [, path = ''] = pictureUpload.split(' ');
    app.post(path, { bodyLimit: MAX_UPLOAD_BYTES }, async (request, reply) => {
      const person = await whoIs(request, reply);
      if (person === null) return reply;
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const outcome = await addPicture(deps, { by: person, bytes, fileName: nameIn(request.headers['x-file-name']) });
      if (outcome.ok) {
        const answer: AnswerOf<typeof pictureUpload> = { picture: pictureSeen(outcome.picture) };
        return reply.send(answer);
      }
      const refused: Refused = { refusals: outcome.refusals };
      return reply.code(409).send(refused);
    });
  };
}

function nameIn(header: string | readonly string[] | undefined): string {
  try {
    return decodeURIComponent(String(header ?? ''));
  } catch {
    return '';
  }
}
