/** The section that is taken where a student has several. */
export interface TakenSection {
  readonly section: string;
  readonly several: boolean;
}

const LECTURE = /\b(?:lec|lecture)\b/i;

/** Of several sections the first that is no lecture: there students sit in the small groups that labs need. */
export function takenSection(cell: string): TakenSection {
  const sections = sectionsIn(cell);
  return {
    section: sections.find((each) => !LECTURE.test(each)) ?? sections[0] ?? '',
    several: sections.length > 1,
  };
}

/** "A, B, and C" and "A; B" are lists; "A and B" is one where both begin with the same word. */
export function sectionsIn(cell: string): readonly string[] {
  const course = cell.split(/\s/)[0]!;
  return cell
    .split(/[,;]/)
    .map((each) => each.trim().replace(/^and\s+/i, ''))
    .flatMap((each) => {
      const halves = each.split(/\s+and\s+/i);
      return halves.length > 1 && halves.every((half) => half.startsWith(`${course} `)) ? halves : [each];
    })
    .filter((each, index, all) => each !== '' && all.indexOf(each) === index);
}

/** The groups of a cell that can be teams: all, or those that begin with `prefix` in any case. */
export function teamsIn(cell: string, prefix: string | undefined): readonly string[] {
  const groups = cell.split(/[,;]/).map((each) => each.trim());
  const start = prefix?.toLowerCase();
  return groups.filter(
    (each, index) =>
      each !== '' &&
      !/^no groups?$/i.test(each) &&
      groups.indexOf(each) === index &&
      (start === undefined || each.toLowerCase().startsWith(start)),
  );
}

/** The longest name of a section that a roster holds. */
const LONGEST_SECTION = 40;

/**
 * Shorter names of the sections that are too long: cut at a word. None where two would become one; the
 * roster's own rule then tells of each.
 */
export function shorterSections(sections: readonly string[]): ReadonlyMap<string, string> {
  const all = new Set(sections);
  const cut = new Map(
    [...all]
      .filter((each) => each.length > LONGEST_SECTION)
      .map((each) => [each, each.slice(0, LONGEST_SECTION + 1).replace(/\s*\S*$/, '')]),
  );
  const after = [...all].map((each) => cut.get(each) ?? each);
  return new Set(after).size === all.size && !after.includes('') ? cut : new Map<string, string>();
}
