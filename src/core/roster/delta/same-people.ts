import type { Email } from '../../domain/ids';
import { byText } from '../../domain/sorting';
import { nameKey } from '../exports/person-name';
import type { Student } from '../roster';

/** A person who has another e-mail address now, and by what they were known. */
export interface ChangedAddress {
  readonly from: Email;
  readonly to: Email;
  readonly by: 'GitHub account' | 'your word';
}

/** Somebody who left and somebody who came, of one name: only a person can say whether they are one. */
export interface SamePersonQuestion {
  readonly from: Email;
  readonly to: Email;
}

export interface SamePeople {
  readonly changed: readonly ChangedAddress[];
  readonly questions: readonly SamePersonQuestion[];
}

/** What the person at the keyboard says, each by e-mail. */
export interface ToldPeople {
  /** Old address by the new one. */
  readonly same: ReadonlyMap<Email, Email>;
  /** New addresses of people who were never here, whatever their name. */
  readonly another: ReadonlySet<Email>;
}

/**
 * Who of those that came is one of those that left, under another address: the one with the same GitHub account, or
 * the one whom a person names. A name alone proves nothing: it makes a question.
 */
export function samePeople(
  before: readonly Student[],
  after: readonly Student[],
  told: ToldPeople,
): SamePeople {
  const known = new Set(before.map(({ email }) => email));
  const stays = new Set(after.map(({ email }) => email));
  const taken = new Set(told.same.values());
  const left = before.filter(({ email }) => !stays.has(email) && !taken.has(email));
  const came = after.filter(({ email }) => !known.has(email) && !told.same.has(email));
  const changed: ChangedAddress[] = [...told.same].map(([to, from]) => ({ from, to, by: 'your word' }));
  const notAnother = came.filter(({ email }) => !told.another.has(email));
  for (const [one, other] of pairs(left, notAnother, ({ github }) => github?.toLowerCase()))
    changed.push({ from: one.email, to: other.email, by: 'GitHub account' });
  const paired = new Set(changed.flatMap(({ from, to }) => [from, to]));
  const open = ({ email }: Student): boolean => !paired.has(email);
  const questions = pairs(left.filter(open), notAnother.filter(open), ({ name }) => nameKey(name)).map(
    ([{ email: from }, { email: to }]) => ({ from, to }),
  );
  return { changed: changed.sort(byText(({ to }) => to)), questions: questions.sort(byText(({ to }) => to)) };
}

/** Those of either side who share a mark that nobody else of their side has. */
function pairs(
  left: readonly Student[],
  came: readonly Student[],
  markOf: (student: Student) => string | undefined,
): readonly (readonly [Student, Student])[] {
  const others = byMark(came, markOf);
  return [...byMark(left, markOf)].flatMap(([mark, some]) => {
    const [one, ...more] = some;
    const [other, ...further] = others.get(mark) ?? [];
    return one && other && more.length + further.length === 0 ? [[one, other] as const] : [];
  });
}

function byMark(
  students: readonly Student[],
  markOf: (student: Student) => string | undefined,
): ReadonlyMap<string, readonly Student[]> {
  const marks = new Map<string, Student[]>();
  for (const student of students) {
    const mark = markOf(student);
    if (mark === undefined || mark === '') continue;
    const known = marks.get(mark);
    if (known === undefined) marks.set(mark, [student]);
    else known.push(student);
  }
  return marks;
}
