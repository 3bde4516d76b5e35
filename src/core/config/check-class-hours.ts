import type { Problem } from '../input/problem';
import { shown } from '../input/problem';
import { nearest } from '../input/read-object';
import type { YamlSource } from '../input/yaml-source';
import { byText } from '../domain/sorting';
import type { Roster } from '../roster/roster';
import type { CohortConfig } from './cohort.schema';
import type { CohortFile } from './parse-cohort';

/** A night that ends when it starts is none, or a whole day: nobody could say which. */
export function nightHasHours({ classHours }: Partial<CohortConfig>, source: YamlSource): readonly Problem[] {
  const sleep = classHours?.sleep;
  if (sleep === undefined || sleep.starts !== sleep.ends) return [];
  return [
    source.problem(['classHours', 'sleep', 'ends'], {
      message: 'the night ends when it starts',
      got: shown(sleep.ends),
      allowed: `a time other than ${sleep.starts}`,
      write: 'ends: "07:00"',
    }),
  ];
}

/** Between cohort and roster: sections of classes that nobody is in. */
export function checkSections({ config, source }: CohortFile, roster: Roster): readonly Problem[] {
  const known = [
    ...new Set(roster.students.flatMap(({ section }) => (section === undefined ? [] : [section]))),
  ].sort(byText(String));
  return (config.sessions ?? []).flatMap(({ section }, index) =>
    section === undefined || known.includes(section)
      ? []
      : [
          source.problem(['sessions', index, 'section'], {
            message: 'the roster names nobody in this section',
            got: shown(section),
            allowed:
              known.length === 0
                ? `a section of ${roster.file}, which names none`
                : `one of ${known.join(', ')}`,
            write:
              known.length === 0
                ? 'the class without section: everybody comes'
                : `section: ${JSON.stringify(nearest(section, known) ?? known[0])}`,
          }),
        ],
  );
}
