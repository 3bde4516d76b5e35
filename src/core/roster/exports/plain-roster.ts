import type { Roster } from '../roster';

const HEADER = ['email', 'name', 'team', 'section', 'github'] as const;

/** A roster as the file `roster.csv`, which every command reads; sorted as the roster is. */
export function formatRoster({ students }: Pick<Roster, 'students'>): string {
  const rows = students.map((student) => HEADER.map((column) => cell(student[column] ?? '')));
  return [HEADER, ...rows].map((cells) => `${cells.join(',')}\n`).join('');
}

/** What stands in the file is what was read: nothing is put before a name, however odd it looks. */
const cell = (text: string): string => (/[",;\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
