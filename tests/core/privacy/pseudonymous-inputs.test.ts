import fc from 'fast-check';
import { email } from '../../../src/core/domain/ids';
import { keyText, placesOf } from '../../../src/core/ledger/ledger';
import type { PlanInputs } from '../../../src/core/plan/plan-inputs';
import { resolvePlan } from '../../../src/core/plan/resolve-plan';
import { pseudonymousInputs, recognised } from '../../../src/core/privacy/pseudonymous-inputs';
import { tenantsOf } from '../plan/a-plan';
import { NOON, aConfig, aCourse, aRoster, aStudent, enrolled } from '../sample-cohort';
import { pseudonymsFrom } from './sample-key';

const pseudonyms = pseudonymsFrom('mine');
const config = aConfig(`teamLabs: [project]
places: [{ student: Ada@example.edu, tier: project }, { team: KESTREL, budget: 90 USD }]
accommodations: [{ student: bo@example.edu, lab: lab1, extraDays: 3 }]
privacy: { pseudonyms: { groupsDomain: Example.edu } }
`);
const roster = aRoster([
  aStudent('ada', { team: 'Kestrel', github: 'ada-hub', section: '001' }),
  aStudent('bo', { team: 'kestrel' }),
  aStudent('cy', { team: 'Heron' }),
]);
const course = aCourse();
const named: PlanInputs = { config, roster, course, ledger: { cohort: config.id, events: [] } };
const hidden = pseudonymousInputs(named, pseudonyms);
const ledger = enrolled(hidden.config, hidden.roster, course);
const plan = resolvePlan(hidden.config, hidden.roster, course, ledger, NOON);

test('Nobody is left in the inputs, and everyone keeps their team, section, tier, budget and deadlines', () => {
  expect(JSON.stringify([hidden.config.places, hidden.config.accommodations, hidden.roster])).not.toMatch(
    /[Aa]da@|Student [abc]|[Kk]estrel|KESTREL|Heron|example/,
  );
  const of = (handle: string): (typeof tenants)[number] => tenants.find((each) => each.handle === handle)!;
  const tenants = tenantsOf(plan);
  const handleOf = (key: Parameters<typeof pseudonyms.key>[0]): string =>
    [...placesOf(ledger).values()].find((place) => keyText(place.key) === keyText(pseudonyms.key(key)))!
      .handle;
  expect(of(handleOf({ student: email('ada@example.edu') })).tier).toBe('project');
  expect(of(handleOf({ student: email('bo@example.edu') })).windows).toHaveLength(1);
  const kestrel = of(handleOf({ team: 'Kestrel' }));
  expect([kestrel.budget.toString(), kestrel.members.length]).toEqual(['90.00 USD', 2]);
  expect(hidden.roster.students.map(({ section }) => section).filter(Boolean)).toEqual(['001']);
  expect(tenants.map(({ title, handle }) => title === handle)).toEqual(tenants.map(() => true));
});

test('Staff are the groups of their roles; a role that nobody has has no group', () => {
  expect(plan.staff).toMatchObject({
    instructors: ['mlops-fall27-instructors@example.edu'],
    tas: ['mlops-fall27-tas@example.edu'],
    areGroups: true,
  });
  const alone = { ...config, staff: config.staff.filter(({ role }) => role === 'instructor') };
  expect(pseudonymousInputs({ ...named, config: alone }, pseudonyms).config.staff).toHaveLength(1);
});

test('Doing it twice is doing it once', () => {
  const twice = pseudonymousInputs(hidden, pseudonyms);
  expect([twice.config.places, twice.roster]).toEqual([hidden.config.places, hidden.roster]);
});

test('A plan that was asked for pseudonyms takes no address of a person', () => {
  const namedLedger = enrolled(config, roster, course);
  expect(() => resolvePlan(config, roster, course, namedLedger, NOON)).toThrow(
    '3 students of a cohort with pseudonyms still have their own addresses',
  );
});

test('Whoever has the files and the key reads the ledger again', () => {
  const keys = [...placesOf(recognised(ledger, named, pseudonyms)).values()].map(({ key }) => keyText(key));
  expect(keys.sort()).toEqual([
    'ada@example.edu',
    'bo@example.edu',
    'cy@example.edu',
    'team heron',
    'team kestrel',
  ]);
  const other = recognised(ledger, named, pseudonymsFrom('other'));
  expect(other).toEqual(ledger);
});

test('One student more changes no other place', () => {
  const others = Array.from({ length: 8 }, (_, index) => aStudent(`student${index}`));
  const planOf = (students: readonly ReturnType<typeof aStudent>[], before?: typeof ledger) => {
    const inputs = pseudonymousInputs({ ...named, roster: aRoster(students) }, pseudonyms);
    const recorded = enrolled(inputs.config, inputs.roster, course, undefined, before);
    return { recorded, plan: resolvePlan(inputs.config, inputs.roster, course, recorded, NOON) };
  };
  fc.assert(
    fc.property(fc.nat({ max: 7 }), (late) => {
      const early = others.filter((_, index) => index !== late);
      const before = planOf(early);
      const after = planOf(others, before.recorded);
      const known = new Set(tenantsOf(before.plan).map(({ handle }) => handle));
      expect(tenantsOf(after.plan).filter(({ handle }) => known.has(handle))).toEqual(tenantsOf(before.plan));
      expect(tenantsOf(after.plan)).toHaveLength(known.size + 1);
      // The group of all students stands for her too: the cell's policy is the same.
      expect(after.plan.cells[0]!.project.access).toEqual(before.plan.cells[0]!.project.access);
    }),
    { numRuns: 10 },
  );
});
