import { parseCohort } from '../../src/core/config/parse-cohort';
import { parseCourse } from '../../src/core/course/parse-course';
import { readCsv } from '../../src/core/input/csv-source';
import type { Outcome } from '../../src/core/input/problem';
import { YamlSource } from '../../src/core/input/yaml-source';
import type { Handle } from '../../src/core/domain/ids';
import type { Day, Instant } from '../../src/core/domain/time';
import { toInstant } from '../../src/core/domain/time';
import { enroll } from '../../src/core/ledger/enroll';
import type { LedgerPlace } from '../../src/core/ledger/ledger';
import { emptyLedger, keyText, placesOf } from '../../src/core/ledger/ledger';
import type { CohortPlan } from '../../src/core/plan/cohort-plan';
import type { PlanInputs } from '../../src/core/plan/plan-inputs';
import { resolvePlan } from '../../src/core/plan/resolve-plan';
import { tenantKeysOf } from '../../src/core/plan/tenant-keys';
import { parseRoster } from '../../src/core/roster/roster';
import type { Roster } from '../../src/core/roster/roster';
import type { CohortCase, Row } from './cohorts';

const IN_TERM = toInstant('2027-02-01T12:00:00Z');

function accepted<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

const yaml = (file: string, value: unknown): YamlSource =>
  accepted(YamlSource.read(file, JSON.stringify(value)));

/** Two labs, one of them for teams where there are teams; the first is done with a Grafana. */
const course = (teams: boolean) => ({
  id: 'short',
  title: 'A short course',
  weeks: 4,
  sessions: [{ day: 'tuesday', starts: '16:00', ends: '17:30' }],
  topics: [1, 2, 3, 4].map((week) => ({ week, title: `Week ${week}` })),
  late: { acceptedDays: 0 },
  sizes: {
    one: { cpu: 1, cpuLimit: 2, memory: '1Gi', memoryLimit: '2Gi', storage: '1Gi', ephemeralStorage: '1Gi', pods: 5, volumes: 1, services: 3 },
  },
  labs: ['lab1', 'lab2'].map((id, index) => ({
    id,
    title: `Lab ${id}`,
    weight: 50,
    ...(teams && index === 1 ? { workedBy: 'team' } : {}),
    opens: { week: 1 + index, day: 'monday', time: '08:00' },
    due: { week: 3 + index, day: 'monday', time: '23:59' },
    size: 'one',
    toolkits: index === 0 ? [{ id: 'grafana', size: 'small' }] : [],
    teaches: [],
  })),
}); // prettier-ignore

/** Sender of alerts, where they are written to people. */
export const SENDER = 'labs@mail.example.edu';

const cohortFile = ({ id, rows, tier, tiers, budgets, assistants, stateInBucket, mail }: CohortCase) => ({
  id,
  course: './short.yaml',
  term: { starts: '2027-01-11', ends: '2027-02-26', timeZone: 'America/Los_Angeles' },
  google: {
    folder: '123456789012',
    billingAccount: '0A1B2C-3D4E5F-6A7B8C',
    region: 'us-west1',
    adminProject: 'example-labs-admin',
  },
  state: stateInBucket ? { backend: 'gcs', bucket: 'example-labs-state' } : { backend: 'local' },
  domain: 'labs.example.edu',
  classHours: { sleep: { starts: '01:00', ends: '07:00' } },
  tier,
  budget: { perTenant: '60 USD' },
  staff: [
    { email: 'ines.duarte@staff.example.edu', name: 'Inês Duarte', role: 'instructor' },
    ...(assistants ? [{ email: 'lin.wei@staff.example.edu', name: 'Lin Wei', role: 'ta' }] : []),
  ],
  ...(mail ? { monitoring: { email: { smarthost: 'smtp.example.edu:587', from: SENDER } } } : {}),
  places: rows.flatMap(({ email }, index) => {
    const [tier, usd] = [tiers[index], budgets?.[index]];
    const changes = {
      ...(tier === undefined ? {} : { tier }),
      ...(usd === undefined ? {} : { budget: `${usd} USD` }),
    };
    return Object.keys(changes).length === 0 ? [] : [{ student: email, ...changes }];
  }),
});

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function rosterOf(rows: readonly Row[]): Roster {
  const lines = rows.map(({ email, name, team = '', github = '' }) =>
    [email, name, team, github].map(quoted).join(','),
  );
  const text = ['email,name,team,github', ...lines, ''].join('\n');
  return accepted(parseRoster(accepted(readCsv('roster.csv', text))));
}

/** A cohort that was read and in which everybody has a ledger line. */
export interface World {
  readonly inputs: PlanInputs;
  readonly capacity: CohortCase['capacity'];
}

/** The cohort, read by the program's own readers. */
export function worldOf(cohort: CohortCase): World {
  const { config } = accepted(parseCohort(yaml('cohort.yaml', cohortFile(cohort))));
  const inputs: PlanInputs = {
    config,
    roster: rosterOf(cohort.rows),
    course: accepted(parseCourse(yaml('short.yaml', course(cohort.teams)))).course,
    ledger: emptyLedger(config.id),
  };
  return enrolled({ inputs, capacity: cohort.capacity }, '2027-01-04' as Day);
}

function enrolled({ inputs, capacity }: World, on: Day): World {
  const { config, roster, course: of, ledger } = inputs;
  const extended = enroll(ledger, tenantKeysOf(config, roster, of), on, capacity);
  return { inputs: { ...inputs, ledger: extended }, capacity };
}

/** The same cohort with another roster; who is new has a ledger line. */
export function withRoster({ inputs, capacity }: World, rows: readonly Row[]): World {
  return enrolled({ inputs: { ...inputs, roster: rosterOf(rows) }, capacity }, '2027-01-18' as Day);
}

/** The same cohort after something happened to one tenant. */
export function afterEvent({ inputs, capacity }: World, event: 'held' | 'destroyed', handle: Handle): World {
  const { ledger } = inputs;
  const events = [...ledger.events, { on: '2027-01-25' as Day, event, handle }];
  return { inputs: { ...inputs, ledger: { ...ledger, events } }, capacity };
}

/** Where a person or team has its place. */
export function placeOf({ inputs }: World, key: string): LedgerPlace {
  const found = [...placesOf(inputs.ledger).values()].find((place) => keyText(place.key) === key);
  if (found === undefined) throw new Error(`nobody is "${key}"`);
  return found;
}

export function planOf({ inputs }: World, at: Instant = IN_TERM): CohortPlan {
  const { config, roster, course: of, ledger } = inputs;
  return resolvePlan(config, roster, of, ledger, at);
}
