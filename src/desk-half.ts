import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applicationPages } from './desk/application/application.route.ts';
import { institutionHandlers } from './desk/institution/institution.route.ts';
import { keyHandlers } from './desk/keys/key.route.ts';
import { keyStore } from './desk/keys/key.store.ts';
import { auditHandlers } from './desk/looking-back/audit.route.ts';
import { healthHandlers } from './desk/looking-back/health.route.ts';
import { metricsRoute } from './desk/looking-back/metrics.route.ts';
import { type Desk, openDesk } from './desk/open-desk.ts';
import { oidcRoutes } from './desk/people/oidc.route.ts';
import { peopleHandlers } from './desk/people/people.route.ts';
import { pictureHandlers, pictureUploads } from './desk/pictures/picture.route.ts';
import { previewHandlers, previewPages } from './desk/previews/preview.route.ts';
import { previewStore } from './desk/previews/preview.store.ts';
import type { PreviewPageDeps } from './desk/previews/preview-page.ts';
import { remarkStore } from './desk/reviews/remark.store.ts';
import { reviewHandlers } from './desk/reviews/review.route.ts';
import { reviewPages } from './desk/reviews/review-page.route.ts';
import { scheduleHandlers } from './desk/schedule/schedule.route.ts';
import { toldRefusals } from './desk/told-refusals.ts';
import { draftHandlers } from './desk/writing/draft.route.ts';
import { endingHandlers } from './desk/writing/ending.route.ts';
import { historyHandlers } from './desk/writing/history.route.ts';
import { listHandlers } from './desk/writing/lists.route.ts';
import { pinHandlers } from './desk/writing/pin.route.ts';
import { releaseHandlers } from './desk/writing/release.route.ts';
import { liftReads } from './embargo/delay.query.ts';
import type { Fixity } from './media/fixity/open-originals.ts';
import type { Media } from './media/media.ts';
import type { InstitutionStore } from './offices/institution.ts';
import { type OidcSettings, openIdentityProvider } from './people/identity-provider.ts';
import type { PeopleDeps } from './people/people-deps.ts';
import { personOf } from './people/person-of-session.ts';
import { hashOf, newToken } from './people/secret.ts';
import type { Logger } from './platform/log.ts';
import { projectFolder } from './platform/project-folder.ts';
import type { Published } from './published/published.ts';
import type { DeskDeps } from './releases/desk-deps.ts';
import { linkEnded, releasePreview } from './site/release-page/release-preview.ts';

export interface DeskParts extends DeskDeps {
  readonly institution: InstitutionStore;
  readonly published: Published;
  readonly media: Media;
  readonly originals: Fixity;
  readonly people: PeopleDeps;
  readonly origin: string;
  readonly oidc: OidcSettings | null;
  readonly metricsToken: string | null;
  readonly trustedProxies: readonly string[];
  readonly log: Logger;
}

/** The desk's part of the wiring, apart because it is loaded after the rest, in pieces (load-desk.ts). */
export async function openDeskHalf(parts: DeskParts): Promise<Desk> {
  const { origin, log, newId, institution, media, published, publishing, people } = parts;
  const provider = parts.oidc === null ? null : openIdentityProvider(parts.oidc, origin);
  const build = buildOf(application);
  const pictures = { ...parts, keep: media.takeIn };
  const previews = {
    ...{ ...parts, previews: previewStore(), people: people.people, newToken: () => newToken(randomBytes), hashOf },
    remarks: remarkStore(),
    publications: publishing.publications,
    writePage: async (...[text, review]: Parameters<PreviewPageDeps['writePage']>) =>
      releasePreview(text, await published.institution(), origin, review),
    writeEnded: async (...[typed, wanted]: Parameters<PreviewPageDeps['writeEnded']>) =>
      linkEnded(typed, await published.institution(), origin, wanted),
  };
  return openDesk({
    handlers: {
      ...peopleHandlers({ people, provider, build }),
      ...listHandlers(parts),
      ...releaseHandlers(parts),
      ...draftHandlers(parts),
      ...historyHandlers(parts),
      ...endingHandlers(parts),
      ...pinHandlers(parts),
      ...scheduleHandlers(parts),
      ...previewHandlers(previews),
      ...reviewHandlers(previews),
      ...pictureHandlers(pictures),
      ...institutionHandlers({ ...parts, ...publishing, institution }),
      ...keyHandlers({ ...parts, keys: keyStore(), randomBytes }),
      ...auditHandlers(parts),
      ...healthHandlers({ ...parts, liftReads: liftReads() }),
    },
    further: [
      oidcRoutes(people, provider, log),
      metricsRoute({ ...parts, token: parts.metricsToken }),
      pictureUploads(pictures),
      previewPages(previews),
      reviewPages(previews),
      applicationPages({ folder: application, origin, newNonce: () => randomBytes(16).toString('base64') }),
    ],
    personOf: (token) => personOf(people, token),
    tell: (refusals) => toldRefusals(parts.inTransaction, refusals),
    build,
    newRequestId: newId,
    ...{ origin, log, trustedProxies: parts.trustedProxies },
  });
}

/** Where the browser application is built to. */
const application = join(projectFolder, 'dist', 'desk-ui');

/** The build that the application names itself; without one the desk has no pages, and its calls work all the same. */
function buildOf(folder: string): string {
  try {
    return String(JSON.parse(readFileSync(`${folder}/build.json`, 'utf8')).build);
  } catch {
    return 'none';
  }
}
