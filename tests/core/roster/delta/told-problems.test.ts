import type { Email } from '../../../../src/core/domain/ids';
import { problemsOf } from '../../outcomes';
import { applied, same, student } from './a-class';

const THREE = [student('ada'), student('bo'), student('cy')];
const TEAMS = [student('ada Kestrel'), student('bo Heron')];

test.each<[string, Parameters<typeof applied>[0], string]>([
  ['an old address that stays', { before: THREE, after: [...THREE, student('dee')], told: { same: same('ada', 'dee') } }, 'the old address is in the file still: nobody changed it'],
  ['an old address of nobody', { before: THREE, after: [...THREE, student('dee')], told: { same: same('zoe', 'dee') } }, 'nobody was known by the old address'],
  ['a new address of nobody', { before: THREE, after: THREE.slice(1), told: { same: same('ada', 'dee') } }, 'the file has nobody with the new address'],
  ['a new address that was somebody’s', { before: THREE, after: THREE.slice(1), told: { same: same('ada', 'bo') } }, 'the new address was somebody’s before'],
  ['another person who is nobody', { before: THREE, after: THREE, told: { another: new Set(['zoe@example.edu' as Email]) } }, 'nobody new has this address'],
  ['a team without a place', { before: TEAMS, after: TEAMS, told: { teams: new Map([['Owl', 'Heron']]) } }, 'no team of this name has a place'],
  ['a team that the file lacks', { before: TEAMS, after: TEAMS, told: { teams: new Map([['Heron', 'Owl']]) } }, 'the file has no team of the new name'],
  ['a name that has a place', { before: TEAMS, after: TEAMS, told: { teams: new Map([['Heron', 'Kestrel']]) } }, 'a team of the new name has a place of its own'],
  ['a place that stands', { before: THREE, after: THREE, told: { again: ['ada@example.edu'] } }, 'no place of theirs was destroyed'],
  ['a person who is not there', { before: THREE, after: THREE, told: { again: ['zoe@example.edu'] } }, 'the file names nobody so'],
])('What is said of %s is refused', (_, sides, message) => {
  expect(problemsOf(applied(sides)).map((problem) => problem.message)).toEqual([message]);
}); // prettier-ignore
