import type { Email, Handle } from '../../domain/ids';
import { byText } from '../../domain/sorting';
import type { LedgerPlace } from '../../ledger/ledger';
import type { Roster, Student } from '../roster';
import type { ChangedAddress, SamePeople } from './same-people';

/** What of a row can change while the person stays the same. */
export const ROW_FIELDS = ['email', 'name', 'team', 'section', 'github'] as const;
export type RowField = (typeof ROW_FIELDS)[number];

/** A student whose row says something else. */
export interface ChangedStudent {
  readonly before: Student;
  readonly after: Student;
  readonly fields: readonly RowField[];
  /** How a new address was recognised. */
  readonly by?: ChangedAddress['by'];
}

/** Somebody who is in the course no more; without a name where no roster told of them. */
export interface MissingStudent {
  readonly email: Email;
  readonly name?: string;
  readonly handle?: Handle;
}

/** A student and the place that the ledger has for them. */
export interface PlacedStudent {
  readonly student: Student;
  readonly handle?: Handle;
}

/** How a roster differs from the one before and from the ledger. */
export interface StudentDelta {
  /** Never here before, or under another address that nobody knows. */
  readonly joined: readonly PlacedStudent[];
  readonly changed: readonly ChangedStudent[];
  /** Held, missing from the roster before and named again. */
  readonly returned: readonly PlacedStudent[];
  readonly missing: readonly MissingStudent[];
  /** Held although the roster named them: somebody meant it, and it stays so. */
  readonly heldByHand: readonly PlacedStudent[];
  /** Their place is emptied or destroyed: they have none until somebody says so. */
  readonly placeless: readonly PlacedStudent[];
  /** Students who are in the course as the files stood. */
  readonly active: number;
}

interface Sides {
  readonly before: readonly Student[];
  readonly after: Roster;
  readonly people: SamePeople;
  /** The place of a student by the address that the ledger has now. */
  placeOf(email: Email): LedgerPlace | undefined;
  /** Whose place was destroyed and who get a new one. */
  readonly again: ReadonlySet<string>;
  /** Addresses of active places; where they are unknown to the roster, as the ledger has them. */
  readonly activePlaces: readonly { readonly email: Email; readonly handle: Handle }[];
}

/** Compares the roster as it was with the one as it is. */
export function studentDelta({ before, after, people, again, placeOf, activePlaces }: Sides): StudentDelta {
  const was = new Map(before.map((student) => [student.email, student]));
  const moved = new Map(people.changed.map((each) => [each.to, each]));
  const oldOf = (email: Email): Email => moved.get(email)?.from ?? email;
  const stays = new Set(after.students.map(({ email }) => oldOf(email)));
  const placed = (student: Student): PlacedStudent => {
    const handle = placeOf(oldOf(student.email))?.handle;
    return { student, ...(handle === undefined ? {} : { handle }) };
  };
  const stateOf = (student: Student): LedgerPlace['state'] | undefined =>
    placeOf(oldOf(student.email))?.state;
  const isAgain = ({ email }: Student): boolean => again.has(email);
  const isNew = ({ email }: Student): boolean => !was.has(oldOf(email));
  const students = after.students;
  const handles = new Map(activePlaces.map(({ email, handle }) => [email, handle]));
  const inCourse = new Map<Email, MissingStudent>();
  for (const { email, name } of before) {
    const state = placeOf(email)?.state;
    if (state === undefined || state === 'active')
      inCourse.set(email, { email, name, ...handleIn(handles, email) });
  }
  for (const { email, handle } of activePlaces)
    if (!inCourse.has(email)) inCourse.set(email, { email, handle });
  return {
    joined: students
      .filter(
        (each) => isAgain(each) || (isNew(each) && !moved.has(each.email) && stateOf(each) === undefined),
      )
      .map(placed),
    changed: students.flatMap(
      (each) => changedIn(was.get(oldOf(each.email)), each, moved.get(each.email)) ?? [],
    ),
    returned: students
      .filter((each) => stateOf(each) === 'held' && (isNew(each) || moved.has(each.email)))
      .map(placed),
    missing: [...inCourse.values()]
      .filter(({ email }) => !stays.has(email))
      .sort(byText(({ email }) => email)),
    heldByHand: students
      .filter((each) => stateOf(each) === 'held' && !isNew(each) && !moved.has(each.email))
      .map(placed),
    placeless: students
      .filter((each) => !isAgain(each) && ['emptied', 'destroyed'].includes(stateOf(each) ?? ''))
      .map(placed),
    active: inCourse.size,
  };
}

const handleIn = (handles: ReadonlyMap<Email, Handle>, email: Email): { handle?: Handle } => {
  const handle = handles.get(email);
  return handle === undefined ? {} : { handle };
};

function changedIn(
  before: Student | undefined,
  after: Student,
  moved: ChangedAddress | undefined,
): ChangedStudent | undefined {
  if (before === undefined) return undefined;
  const fields = ROW_FIELDS.filter((field) => before[field] !== after[field]);
  if (fields.length === 0) return undefined;
  return { before, after, fields, ...(moved === undefined ? {} : { by: moved.by }) };
}
