import { email } from '../../core/domain/ids';
import type { Student } from '../../core/roster/roster';

const GIVEN = [
  'Amara',
  'Bruno',
  'Chidi',
  'Defne',
  'Elif',
  'Farid',
  'Greta',
  'Hana',
  'Imani',
  'Jonas',
  'Kofi',
] as const;
const FAMILY = [
  'Abara',
  'Berg',
  'Castillo',
  'Dvorak',
  'Eze',
  'Fontaine',
  'Garcia',
  'Haddad',
  'Ito',
  'Jansen',
] as const;
const TEAM_SIZE = 4;

/**
 * An invented person, always the same for an index; `inTeam` puts four at a time together. The lists' lengths share
 * no factor, so 110 names come before one comes again, with a number behind it.
 */
export function inventedStudent(index: number, inTeam: boolean): Student {
  const given = GIVEN[index % GIVEN.length]!;
  const family = FAMILY[index % FAMILY.length]!;
  const round = Math.floor(index / (GIVEN.length * FAMILY.length));
  const local = `${given}.${family}${round === 0 ? '' : `.${round + 1}`}`;
  return {
    email: email(`${local}@example.edu`),
    name: `${given} ${family}`,
    ...(inTeam ? { team: `Team ${Math.floor(index / TEAM_SIZE) + 1}` } : {}),
  };
}
