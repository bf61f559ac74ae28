/** One participant as this page sees it: what its media is encrypted with, and the nonce it revealed. */
export interface CodeEntry {
  readonly id: string;
  /** As lower-case hexadecimal digits, in order. */
  readonly fingerprints: readonly string[];
  /** 32 bytes as hexadecimal digits. */
  readonly nonce: string;
}

/** What people compare: the same for all of them if nobody is in between. */
export interface SecurityCode {
  /** Eight of sixteen, by number. */
  readonly pictures: readonly number[];
  readonly digits: string;
}

const purpose = 'conference security code 1';
const pictureCount = 8;
const digitCount = 20;

/**
 * The code over everybody's fingerprints, ids and nonces. The parts are written as JSON, which tells where one ends and the next begins,
 * in the order of their ids.
 */
export async function securityCode(entries: readonly CodeEntry[]): Promise<SecurityCode> {
  const sorted = [...entries].sort((one, other) => (one.id < other.id ? -1 : 1));
  const parts = sorted.map(({ id, fingerprints, nonce }) => [id, fingerprints, nonce]);
  const bytes = await digest(JSON.stringify([purpose, parts]));
  return {
    pictures: pictures(bytes.subarray(0, pictureCount / 2)),
    digits: digits(bytes.subarray(8, 24)),
  };
}

const commitPurpose = 'conference security commit 1';

/** Binds somebody to a nonce before the others' are known. */
export async function commitTo(id: string, set: string, nonce: string): Promise<string> {
  return hex(await digest(JSON.stringify([commitPurpose, id, set, nonce])));
}

/** A name for who takes part: everybody who sees the same people gives them the same. */
export async function setName(pages: ReadonlyMap<string, string>): Promise<string> {
  const sorted = [...pages].sort(([one], [other]) => (one < other ? -1 : 1));
  return hex(await digest(JSON.stringify(sorted))).slice(0, 32);
}

export const randomNonce = (): string => hex(crypto.getRandomValues(new Uint8Array(32)));

async function digest(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const pictures = (bytes: Uint8Array): readonly number[] =>
  [...bytes].flatMap((byte) => [byte >> 4, byte & 0xf]);

/** Of 128 bits, so that every number of twenty digits is as likely as any other. */
function digits(bytes: Uint8Array): string {
  const number = BigInt(`0x${hex(bytes)}`) % 10n ** BigInt(digitCount);
  return number.toString().padStart(digitCount, '0');
}
