import { generateKeyPairSync, sign } from 'node:crypto';

/** A key and its certificate, which is its own authority. */
export interface SelfSigned {
  readonly key: string;
  readonly cert: string;
}

/** An element of DER: its tag, its length, its content. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const bytes = content.length < 256 ? [content.length] : [content.length >> 8, content.length & 0xff];
  const length = content.length < 128 ? bytes : [0x80 | bytes.length, ...bytes];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const [BOOLEAN, INTEGER, BITS, OCTETS, OID, UTF8, UTC_TIME, SEQUENCE, SET] = [
  0x01, 0x02, 0x03, 0x04, 0x06, 0x0c, 0x17, 0x30, 0x31,
] as const;
const oid = (hex: string): Buffer => der(OID, Buffer.from(hex, 'hex'));
const text = (tag: number, value: string): Buffer => der(tag, Buffer.from(value));
const TRUE = der(BOOLEAN, Buffer.from([0xff]));

/**
 * A new key with a certificate for 127.0.0.1 and for `hosts`, from 2020 to 2049. Node signs, but writes no certificates.
 * @see https://www.rfc-editor.org/rfc/rfc5280#section-4.1
 */
export function selfSigned(...hosts: readonly string[]): SelfSigned {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ecdsaWithSha256 = der(SEQUENCE, oid('2a8648ce3d040302'));
  const name = der(SEQUENCE, der(SET, der(SEQUENCE, oid('550403'), text(UTF8, 'practicum test'))));
  const names = der(
    SEQUENCE,
    der(0x87, Buffer.from([127, 0, 0, 1])),
    ...hosts.map((host) => text(0x82, host)),
  );
  const extensions = der(
    SEQUENCE,
    der(SEQUENCE, oid('551d11'), der(OCTETS, names)),
    der(SEQUENCE, oid('551d13'), TRUE, der(OCTETS, der(SEQUENCE, TRUE))),
  );
  const signed = der(
    SEQUENCE,
    der(0xa0, der(INTEGER, Buffer.from([2]))),
    der(INTEGER, Buffer.from([1])),
    ecdsaWithSha256,
    name,
    der(SEQUENCE, text(UTC_TIME, '200101000000Z'), text(UTC_TIME, '491231235959Z')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  );
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', signed, privateKey)]);
  const whole = der(SEQUENCE, signed, ecdsaWithSha256, der(BITS, signature));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${whole.toString('base64').replace(/(.{64})/g, '$1\n')}\n-----END CERTIFICATE-----\n`,
  };
}
