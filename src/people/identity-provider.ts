import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  None,
} from 'openid-client';
import type { Identity } from './identity.ts';

/** The organisation's own sign-in: any provider of OpenID Connect. */
export interface OidcSettings {
  /** Its address, under which it describes itself; https, or http on this machine. */
  readonly issuer: string;
  readonly clientId: string;
  /** Null for a public client. */
  readonly clientSecret: string | null;
  /** On the button. */
  readonly name: string;
}

/** What ties the answer to the question; none of it can be guessed. */
export interface OidcQuestion {
  readonly state: string;
  readonly nonce: string;
  /** PKCE: RFC 7636. */
  readonly verifier: string;
}

export interface Identified extends Identity {
  /** In lower case; null unless the provider says that it has verified it. */
  readonly email: string | null;
}

export interface IdentityProvider {
  readonly name: string;
  /** Where to send the browser. Fails when the provider does not answer. */
  addressFor(question: OidcQuestion): Promise<string>;
  /** Who came back. Fails when the answer does not belong to the question, or the provider does not vouch for it. */
  identify(returned: URL, question: OidcQuestion): Promise<Identified>;
}

const TIMEOUT_SECONDS = 10;

/** @param origin of the newsroom: the provider sends browsers back to its `/desk/oidc/return`. */
export function openIdentityProvider(settings: OidcSettings, origin: string): IdentityProvider {
  let known: Promise<Configuration> | null = null;
  // Asked for once, and again after a failure: the newsroom starts without it.
  const configuration = () => {
    known ??= describe(settings).catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };

  return {
    name: settings.name,

    async addressFor({ state, nonce, verifier }) {
      const address = buildAuthorizationUrl(await configuration(), {
        redirect_uri: `${origin}/desk/oidc/return`,
        scope: 'openid email',
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return address.href;
    },

    async identify(returned, { state, nonce, verifier }) {
      const provider = await configuration();
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
      const tokens = await authorizationCodeGrant(provider, returned, checks);
      const claims = tokens.claims();
      const subject = claims?.sub ?? '';
      const isInToken = typeof claims?.['email'] === 'string';
      const told = isInToken ? claims : await fetchUserInfo(provider, tokens.access_token, subject);
      const { email, email_verified: isVerified } = told as { email?: unknown; email_verified?: unknown };
      const verified = typeof email === 'string' && isVerified === true ? email.toLowerCase() : null;
      return { issuer: provider.serverMetadata().issuer, subject, email: verified };
    },
  };
}

async function describe({ issuer, clientId, clientSecret }: OidcSettings): Promise<Configuration> {
  const isLocal = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/.test(issuer);
  return discovery(new URL(issuer), clientId, undefined, proofOf(clientSecret), {
    timeout: TIMEOUT_SECONDS,
    execute: isLocal ? [allowInsecureRequests] : [],
  });
}

/** In the header, as the specification expects where a provider says nothing, else in the body. */
function proofOf(secret: string | null): ClientAuth {
  if (secret === null) return None();
  const [inHeader, inBody] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (provider, client, body, headers) => {
    const accepted = provider.token_endpoint_auth_methods_supported;
    const isInHeader = accepted === undefined || accepted.includes('client_secret_basic');
    (isInHeader ? inHeader : inBody)(provider, client, body, headers);
  };
}
