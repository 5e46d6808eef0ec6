import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

/** What `navigator.credentials` of a browser does, in a few lines: ES256, no attestation. */
export interface SoftwarePasskey {
  readonly id: string;
  /** As the authenticator counts; a test may set it back. */
  counter: number;
  create(options: unknown): unknown;
  get(options: unknown, more?: Partial<Answer>): unknown;
}

interface Answer {
  readonly origin: string;
  readonly isVerified: boolean;
}

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest();
const base64url = (bytes: Buffer | string) => Buffer.from(bytes).toString('base64url');

export function softwarePasskey(origin: string): SoftwarePasskey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' });
  const id = randomBytes(16);
  const usual = { origin, isVerified: true };
  let userHandle = '';

  const clientData = (type: string, options: unknown, from: string) => {
    const { challenge } = options as { challenge: string };
    return Buffer.from(JSON.stringify({ type, challenge, origin: from, crossOrigin: false }));
  };
  const authenticatorData = (flags: number, counter: number, more = Buffer.alloc(0)) => {
    const head = Buffer.alloc(5);
    head.writeUInt8(flags, 0);
    head.writeUInt32BE(counter, 1);
    return Buffer.concat([sha256(new URL(origin).hostname), head, more]);
  };
  const answer = (response: object) => ({
    id: base64url(id),
    rawId: base64url(id),
    type: 'public-key',
    clientExtensionResults: {},
    authenticatorAttachment: 'platform',
    response,
  });

  return {
    id: base64url(id),
    counter: 0,

    create(options) {
      userHandle = (options as { user: { id: string } }).user.id;
      const coordinates = [jwk.x, jwk.y].map((part) => Buffer.from(part ?? '', 'base64url'));
      const [x, y] = coordinates.map((part) => Buffer.concat([Buffer.from([0x58, 32]), part]));
      const key = Buffer.concat([Buffer.from('a5010203262001', 'hex'), bytes(0x21), x, bytes(0x22), y] as Buffer[]);
      const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key]);
      const data = authenticatorData(0x45, this.counter, credential);
      const attestation = Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'),
        Buffer.from([data.length]),
        data,
      ]);
      const clientDataJSON = base64url(clientData('webauthn.create', options, origin));
      return answer({ clientDataJSON, attestationObject: base64url(attestation), transports: ['internal'] });
    },

    get(options, more = {}) {
      const { origin: from, isVerified } = { ...usual, ...more };
      const data = authenticatorData(isVerified ? 0x05 : 0x01, this.counter);
      const client = clientData('webauthn.get', options, from);
      const signature = createSign('sha256')
        .update(Buffer.concat([data, sha256(client)]))
        .sign(privateKey);
      const [clientDataJSON, authenticatorDataText] = [base64url(client), base64url(data)];
      return answer({
        clientDataJSON,
        authenticatorData: authenticatorDataText,
        signature: base64url(signature),
        userHandle,
      });
    },
  };
}

function bytes(...values: number[]): Buffer {
  return Buffer.from(values);
}
