import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { GroupMember, RegisterRow } from '../../core/privacy/cohort-groups';
import { groupsCsv, registerCsv } from '../../core/privacy/cohort-groups';

/** Folder beside a cohort for what names its people: out of version control, and out of `dist`. */
export const PRIVATE_FOLDER = 'private';

/** Writes who belongs in which group, and whose each place is; for the owner's eyes alone. */
export function writeGroups(
  folder: string,
  members: readonly GroupMember[],
  register: readonly RegisterRow[],
): readonly string[] {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const groups = join(folder, 'groups.csv');
  const people = join(folder, 'people.csv');
  writeFileAtomic.sync(groups, groupsCsv(members), { mode: 0o600 });
  writeFileAtomic.sync(people, registerCsv(register), { mode: 0o600 });
  return [groups, people];
}
