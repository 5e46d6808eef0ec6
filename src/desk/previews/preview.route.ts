import type { FastifyInstance, FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { Media } from '../../media/media.ts';
import { renditionFile } from '../../media/rendition-file.ts';
import { Fault } from '../../platform/faults.ts';
import { openText } from '../../releases/open-text.ts';
import type { KeptPicture } from '../../releases/picture.ts';
import { assetOf } from '../../releases/preview-text.ts';
import { answered, type Handlers } from '../handler.ts';
import type { SignedInOnly } from '../open-desk.ts';
import { bounded, id, named } from '../order-shapes.ts';
import { openPreview } from './open-preview.ts';
import { ownPage, type PreviewPageDeps, sendPage, sharedPage } from './preview-page.ts';
import { revokePreview, sharePreview } from './share-preview.ts';

export interface PreviewRouteDeps extends PreviewPageDeps {
  readonly media: Media;
  readonly origin: string;
}

type Names = 'POST /desk/api/previews' | 'GET /desk/api/previews' | 'POST /desk/api/previews/revoke';

export function previewHandlers(deps: PreviewRouteDeps): Pick<Handlers, Names> {
  return {
    'POST /desk/api/previews': {
      order: bounded({
        ...{ ...named, days: Type.Integer({ minimum: 1, maximum: 14 }) },
        question: Type.Optional(Type.Union([Type.String({ maxLength: 10_000 }), Type.Null()])),
      }),
      async answer({ person, order }) {
        const outcome = await sharePreview(deps, { by: person, ...order });
        if (!outcome.ok) return outcome;
        return answered({ id: outcome.id, link: `${deps.origin}/desk/shared/${outcome.token}` });
      },
    },
    'GET /desk/api/previews': {
      order: bounded(named),
      answer: ({ person, order: { release, locale } }) =>
        deps.inTransaction(async (tx) => {
          await openText(tx, deps, { by: person, release, locale });
          return answered({ previews: await deps.previews.ofText(tx, release, locale) });
        }),
    },
    'POST /desk/api/previews/revoke': {
      order: bounded({ preview: id }),
      async answer({ person, order }) {
        const outcome = await revokePreview(deps, { by: person, ...order });
        return outcome.ok ? answered({}) : outcome;
      },
    },
  };
}

/** The pages themselves, and the pictures on them, which have no public address yet. */
export function previewPages(deps: PreviewRouteDeps): (app: FastifyInstance, whoIs: SignedInOnly) => void {
  return (app, whoIs) => {
    app.get<{ Params: { release: string; locale: string } }>(
      '/desk/preview/:release/:locale',
      async (request, reply) => {
        const person = await whoIs(request, reply);
        if (person === null) return reply;
        const { release, locale } = request.params;
        const page = await deps.inTransaction(async (tx) => {
          const found = await openText(tx, deps, { by: person, release, locale });
          return ownPage(tx, deps, found);
        });
        return sendPage(reply, page);
      },
    );

    app.get<{ Params: { token: string } }>('/desk/shared/:token', async (request, reply) => {
      const { token } = request.params;
      const { accept = '', 'accept-language': wanted = '' } = request.headers;
      try {
        const link = await openPreview(deps, { token, address: request.ip, isCounted: true });
        return await sendPage(reply, await sharedPage(deps, { link, token, typed: null, problems: [] }));
      } catch (error) {
        const isGone = error instanceof Fault && error.code === 'DRAFT_NOT_FOUND';
        if (!isGone || !accept.includes('text/html')) throw error;
        return sendPage(reply.code(404), await deps.writeEnded(null, wanted));
      }
    });

    app.get<{ Params: { hash: string; file: string } }>('/desk/media/:hash/:file', async (request, reply) => {
      const person = await whoIs(request, reply);
      if (person === null) return reply;
      const picture = await deps.inTransaction(async (tx) => {
        const kept = await deps.pictures.pictureOfHash(tx, request.params.hash);
        const known = kept === null ? new Set() : await deps.pictures.knownTo(tx, person.id, [kept.id]);
        return known.size === 0 ? null : kept;
      });
      return sendPicture(reply, deps, picture, request.params.file);
    });

    app.get<{ Params: { token: string; hash: string; file: string } }>(
      '/desk/shared/:token/media/:hash/:file',
      async (request, reply) => {
        const { token, hash, file } = request.params;
        const link = await openPreview(deps, { token, address: request.ip, isCounted: false });
        const picture = await deps.inTransaction(async (tx) => {
          const draft = await deps.drafts.draft(tx, link.release, link.locale);
          const kept = await deps.pictures.pictureOfHash(tx, hash);
          return draft?.content.pictures.some((one) => one.picture === kept?.id) ? kept : null;
        });
        return sendPicture(reply, deps, picture, file);
      },
    );
  };
}

async function sendPicture(reply: FastifyReply, deps: PreviewRouteDeps, picture: KeptPicture | null, file: string) {
  const wanted = renditionFile(file);
  if (picture === null || (wanted === null && file !== 'original'))
    throw new Fault('PICTURE_NOT_FOUND', { picture: file });
  reply.header('cache-control', 'private, max-age=600');
  if (wanted === null) return reply.type(picture.mediaType).send(await deps.media.original(picture.hash));
  return reply
    .type(`image/${wanted.format}`)
    .send(await deps.media.rendition(assetOf(picture), wanted.width, wanted.format));
}
