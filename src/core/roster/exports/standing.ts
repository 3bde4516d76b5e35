/** Why a row of an export is no student of the roster. */
export const LEFT_OUT = {
  waitlisted: 'waitlisted',
  staff: 'staff',
  guest: 'guests and auditors',
  inactive: 'no longer or not yet in the course',
  test: 'test students',
} as const;

export type Standing = 'student' | keyof typeof LEFT_OUT | 'unknown';

/** What a row says of a person's place in the course. */
export interface StandingWords {
  readonly name: string;
  readonly role: string;
  readonly status: string;
  readonly waitlist: string;
  readonly section: string;
}

const WAITLISTED = /\bwait[\s_-]*list/i;
const STAFF =
  /\b(?:teacher|instructor|ta|u?gsi|ia|ua|assistant|reader|grader|designer|owner|manager|professor|lecturer|faculty|staff|tutor|maintainer|admin(?:istrator)?)\b/i;
const GUEST = /\b(?:audit(?:or|ing)?|guest|observer|visitor)\b/i;
const INACTIVE =
  /\b(?:drop(?:ped)?|withdrawn|inactive|suspended|not current|completed|deleted|rejected|invited|pending|banned|removed)\b/i;
const STUDENT = /\b(?:student|students|learner|member|participant)\b/i;
/** The one that Canvas makes to look at a course through a student's eyes, among other names of it. */
const TEST_STUDENT = /^(?:test student|student, ?test)$/i;
const TEST_ROLE = /\b(?:test student|student view)\b/i;

/** Who a row is about; staff who also stand as student are staff. */
export function standingOf({ name, role, status, waitlist, section }: StandingWords): Standing {
  // CamelCase of APIs: TaEnrollment, StudentViewEnrollment.
  const words = role.replaceAll(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ');
  if (TEST_STUDENT.test(name) || TEST_ROLE.test(words)) return 'test';
  const onList = waitlist !== '' && !/^(?:0|no|n|false|-|n\/a)$/i.test(waitlist);
  if (onList || WAITLISTED.test(words) || WAITLISTED.test(status)) return 'waitlisted';
  if (section !== '' && section.split(',').every((each) => WAITLISTED.test(each))) return 'waitlisted';
  if (STAFF.test(words) || STAFF.test(status)) return 'staff';
  if (GUEST.test(words)) return 'guest';
  if (INACTIVE.test(status) || INACTIVE.test(words)) return 'inactive';
  return words === '' || STUDENT.test(words) ? 'student' : 'unknown';
}
