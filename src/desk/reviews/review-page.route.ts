import type { FastifyInstance, FastifyReply } from 'fastify';
import { Fault } from '../../platform/faults.ts';
import { openPreview } from '../previews/open-preview.ts';
import { type PreviewPageDeps, sendPage, sharedPage } from '../previews/preview-page.ts';
import { makeRemark, type RemarkOrder } from './make-remark.ts';

/** In bytes: several times what the fields accept, so that what is too long comes back to be shortened. */
const MAX_FORM_BYTES = 500_000;

/**
 * Takes what a reviewer sends. The token in the address is all the right there is; the desk has refused already what no page of
 * this site sent. Only here are forms read: the desk's own calls are JSON.
 */
export function reviewPages(deps: PreviewPageDeps): (app: FastifyInstance) => void {
  return (app) => {
    void app.register(async (forms) => {
      forms.addContentTypeParser(
        'application/x-www-form-urlencoded',
        { parseAs: 'string', bodyLimit: MAX_FORM_BYTES },
        (_, body, done) => done(null, new URLSearchParams(String(body))),
      );
      forms.post<{ Params: { token: string } }>('/desk/shared/:token', (request, reply) => {
        const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
        return take(
          deps,
          reply,
          orderOf(form, request.params.token, request.ip),
          form.get('language') ?? request.headers['accept-language'] ?? '',
        );
      });
    });
  };
}

async function take(deps: PreviewPageDeps, reply: FastifyReply, order: RemarkOrder, wanted: string) {
  try {
    const outcome = await makeRemark(deps, order);
    if (outcome.ok)
      return await reply
        .code(303)
        .header('location', `/desk/shared/${encodeURIComponent(order.token)}#sent`)
        .send();
    const link = await openPreview(deps, { token: order.token, address: order.address, isCounted: false });
    const page = await sharedPage(deps, { link, token: order.token, typed: order, problems: outcome.refusals });
    return await sendPage(reply.code(409), page);
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'DRAFT_NOT_FOUND') throw error;
    return sendPage(reply.code(404), await deps.writeEnded(order, wanted));
  }
}

function orderOf(form: URLSearchParams, token: string, address: string): RemarkOrder {
  const typed = (name: string) => (form.get(name) ?? '').replaceAll(/\r\n?/g, '\n');
  const number = (name: string) => (/^\d{1,9}$/.test(typed(name)) ? Number(typed(name)) : Number.NaN);
  return {
    ...{ token, address, name: typed('name'), words: typed('words'), paragraph: number('about') },
    ...{ revision: number('revision'), contentHash: typed('content'), foundNothing: typed('verdict') === 'nothing' },
  };
}
