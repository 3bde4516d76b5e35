import { handlesOf, placesOfPeople } from '../../../src/app/rehearse/tenants-of-people';
import { resolveCohort } from '../../../src/app/resolve-cohort';
import type { Email } from '../../../src/core/domain/ids';
import type { CohortPlan } from '../../../src/core/plan/cohort-plan';
import { copyOfExample } from '../temporary-folder';

const ROSTER = `email,name,team
amara.abara@example.edu,Amara Abara,Team One
bruno.berg@example.edu,Bruno Berg,Team One
chidi.castillo@example.edu,Chidi Castillo,
`;

let plan: CohortPlan;

beforeAll(() => {
  const cohort = copyOfExample('w255-spring', { edit: { 'roster.csv': () => ROSTER } });
  const resolved = resolveCohort({ cohort, at: '2027-01-20T12:00' }, { record: false });
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  ({ plan } = resolved.value);
});

const places = (plans: readonly CohortPlan[], ...people: readonly string[]): readonly string[] =>
  [...placesOfPeople(plans, people as readonly Email[])].sort();

test('All places of a plan have handles, those of teams as well', () => {
  expect([...handlesOf(plan)].sort()).toEqual(['amara-abara', 'bruno-berg', 'chidi-castillo', 'team-one']);
});

test('A person’s places are their own and their team’s', () => {
  expect(places([plan], 'amara.abara@example.edu')).toEqual(['amara-abara', 'team-one']);
  expect(places([plan], 'chidi.castillo@example.edu')).toEqual(['chidi-castillo']);
});

test('A place that somebody has in one of the plans is theirs', () => {
  expect(places([{ ...plan, shards: [] }, plan], 'chidi.castillo@example.edu')).toEqual(['chidi-castillo']);
});

test('Who is in no plan has no place', () => expect(places([plan], 'ines@example.edu')).toEqual([]));
