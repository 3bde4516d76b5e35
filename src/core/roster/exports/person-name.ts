/** What an export says of a name, in as many columns as it has for it. */
export interface WrittenName {
  readonly name?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly preferredName?: string;
}

/** A name as people say it, and what had to be done for that. */
export interface SpokenName {
  readonly name: string;
  /** It stood last name first. */
  readonly turned: boolean;
  /** A preferred name that could not be put into the whole one. */
  readonly preferredLeftOut: boolean;
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv|v)\.?$/i;

/** "Okafor, Amara" is Amara Okafor, "King, Martin, Jr." is Martin King Jr.; a preferred name comes first. */
export function spokenName(written: WrittenName): SpokenName {
  const parts = splitName(written);
  const whole = [parts.first, parts.last, parts.suffix].filter((part) => part !== '').join(' ');
  const preferred = written.preferredName?.replace(/\s+/g, ' ').trim() ?? '';
  const done = { turned: parts.turned, preferredLeftOut: false };
  if (preferred === '' || preferred === whole) return { name: whole, ...done };
  // Who gives more than one word gives the whole name.
  if (/[\s,]/.test(preferred)) return { ...spokenName({ name: preferred }), turned: parts.turned };
  const last = parts.last === '' ? lastOfTwo(parts.first) : parts.last;
  if (last === undefined) return { name: whole, turned: parts.turned, preferredLeftOut: true };
  return { name: [preferred, last, parts.suffix].filter((part) => part !== '').join(' '), ...done };
}

interface NameParts {
  readonly first: string;
  readonly last: string;
  readonly suffix: string;
  readonly turned: boolean;
}

function splitName({ name = '', firstName = '', lastName = '' }: WrittenName): NameParts {
  if (name === '') return { first: firstName, last: lastName, suffix: '', turned: false };
  const pieces = name.split(',').map((piece) => piece.trim());
  const suffix = pieces.slice(1).find((piece) => SUFFIX.test(piece)) ?? '';
  const others = pieces.filter((piece, index) => index === 0 || piece !== suffix);
  const [last = '', first = ''] = others;
  if (others.length === 1) return { first: last, last: '', suffix, turned: false };
  // More commas than names have: left as it stands, for a person to judge.
  if (others.length !== 2 || last === '' || first === '')
    return { first: name, last: '', suffix: '', turned: false };
  return { first, last, suffix, turned: true };
}

/** Of "Amara Okafor" the last name is sure; of three words nobody knows. */
function lastOfTwo(name: string): string | undefined {
  const words = name.split(/\s+/);
  return words.length === 2 ? words[1] : undefined;
}

/**
 * Names are compared without case, accents and order: systems differ in all three. Accents are those of Latin
 * letters alone: the marks of other scripts are vowels, and make another name.
 */
export function nameKey(name: string): string {
  return spokenName({ name })
    .name.normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
