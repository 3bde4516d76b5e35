import type { Email, Handle } from '../domain/ids';
import { HANDLE, handle } from '../domain/ids';
import { RESTRICTED_WORDS, isReservedHandle } from '../domain/names';

const LONGEST = 16;

/** What two handles must differ in: neither case nor punctuation tells tenants apart. */
export function handleKey(candidate: string): string {
  return candidate.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** A handle for a student, from the local part of the e-mail, that no key in `taken` has. */
export function handleForStudent(email: Email, taken: ReadonlySet<string>): Handle {
  const local = email.slice(0, email.lastIndexOf('@'));
  return unique(legal(local.split('+')[0]!, 's'), taken);
}

/** A handle for a team, from its name. */
export function handleForTeam(team: string, taken: ReadonlySet<string>): Handle {
  return unique(legal(`team-${team.replace(/^team(?![\p{L}\p{N}])[ ._-]*/iu, '')}`, 'team'), taken);
}

/** `text` in the letters a handle may have: accents off, punctuation to single hyphens, a letter in front. */
function legal(text: string, prefix: string): string {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’`]/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  const lettered = /^[a-z]/.test(plain) ? plain : `${prefix}-${plain}`;
  const allowed = withoutRestrictedWords(fitted(lettered, ''));
  return isReservedHandle(allowed) ? fitted(`${prefix}-${allowed}`, '') : allowed;
}

/** Splits words that Google refuses in names with a hyphen: `passler` becomes `pas-sler`. */
function withoutRestrictedWords(text: string): string {
  const split = RESTRICTED_WORDS.reduce(
    (result, word) => result.replaceAll(word, `${word.slice(0, 2)}-${word.slice(2)}`),
    text,
  );
  return fitted(split, '');
}

/** `stem` and `suffix` in at most 16 characters, without a hyphen at the seam's wrong side. */
function fitted(stem: string, suffix: string): string {
  return `${stem.slice(0, LONGEST - suffix.length).replace(/-+$/, '')}${suffix}`;
}

function unique(stem: string, taken: ReadonlySet<string>): Handle {
  for (let n = 1; ; n += 1) {
    const candidate = fitted(stem, n === 1 ? '' : `-${n}`);
    if (!taken.has(handleKey(candidate)) && !isReservedHandle(candidate) && HANDLE.pattern.test(candidate)) {
      return handle(candidate);
    }
  }
}
