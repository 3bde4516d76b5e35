import type { Problem } from '../../../src/core/input/problem';
import { linesOf, problemsOf, toldIn, valueOf } from '../outcomes';
import { COHORT, changed, readCohort } from '../sample-cohort';

const refused = (from: string, to: string): readonly Problem[] =>
  problemsOf(readCohort(changed(COHORT, from, to)));
const at = toldIn('cohort.yaml');
const END = '  - { email: lin.wei@example.edu, name: Lin Wei, role: ta }\n';
const BUCKET = '3 to 63 lower-case letters, digits, hyphens and underscores; without "google"';
const ID =
  '4 to 13 lower-case letters, digits and single hyphens, starting with a letter; without google, goog, undefined, null, ssl, which Google refuses';

test.each<[string, string, string, Problem]>([
  [
    'a day that the calendar has not',
    'ends: 2027-04-16',
    'ends: 2027-04-31',
    at(5, 9, {
      message: 'term.ends cannot be read',
      got: '"2027-04-31"',
      allowed: 'a day of this century, year-month-day: 2027-05-07',
      write: 'ends: 2027-04-23',
    }),
  ],
  [
    'an offset for a zone',
    'America/Los_Angeles',
    '"-08:00"',
    at(6, 13, {
      message: 'term.timeZone cannot be read',
      got: '"-08:00"',
      allowed: 'a time zone of the IANA database: America/Los_Angeles, Asia/Tehran, Europe/Berlin',
      write: 'timeZone: America/Los_Angeles',
    }),
  ],
  [
    'a place of a student and a team',
    END,
    `${END}places:\n  - { student: a@example.edu, team: X }\n`,
    at(20, 5, {
      message: 'places[1] names both a student and a team, or neither',
      got: '{"student":"a@example.edu","team":"X"}',
      allowed: 'student or team, and any of tier, budget',
      write: '- { student: amara.okafor@example.edu, tier: project }',
    }),
  ],
  [
    'a place of neither',
    END,
    `${END}places:\n  - { tier: project }\n`,
    at(20, 5, {
      message: 'places[1] names both a student and a team, or neither',
      got: '{"tier":"project"}',
      allowed: 'student or team, and any of tier, budget',
      write: '- { student: amara.okafor@example.edu, tier: project }',
    }),
  ],
  [
    'an unknown backend',
    'backend: gcs',
    'backend: s3',
    at(13, 19, {
      message: 'state.backend is not allowed',
      got: '"s3"',
      allowed: 'gcs, or local for trying out',
      write: 'backend: gcs',
    }),
  ],
  [
    'a missing backend',
    'backend: gcs, ',
    '',
    at(13, 8, {
      message: 'state.backend is missing',
      allowed: 'gcs, or local for trying out',
      write: 'backend: gcs',
    }),
  ],
  [
    'a bucket without its name',
    'bucket: example-mlops-state',
    '',
    at(13, 8, { message: 'state.bucket is missing', allowed: BUCKET, write: 'bucket: example-labs-state' }),
  ],
  [
    'a bucket that Google refuses',
    'bucket: example-mlops-state',
    'bucket: my-google-state',
    at(13, 32, {
      message: 'state.bucket cannot be read',
      got: '"my-google-state"',
      allowed: BUCKET,
      write: 'bucket: example-labs-state',
    }),
  ],
  [
    'an id with a word that Google refuses',
    'id: mlops-fall27',
    'id: ssl-labs',
    at(1, 5, { message: 'id cannot be read', got: '"ssl-labs"', allowed: ID, write: 'id: w255-spring27' }),
  ],
  [
    'an id that is too short for a project',
    'id: mlops-fall27',
    'id: abc',
    at(1, 5, { message: 'id cannot be read', got: '"abc"', allowed: ID, write: 'id: w255-spring27' }),
  ],
  [
    'a budget without a currency',
    'perTenant: 60 USD',
    'perTenant: 60',
    at(15, 22, {
      message: 'budget.perTenant is not what belongs here',
      got: '60',
      allowed: 'dollars with up to two decimals and the currency: 40 USD, 12.50 USD',
      write: 'perTenant: 60 USD',
    }),
  ],
  [
    'a folder without quotes',
    '"123456789012"',
    '123456789012',
    at(9, 11, {
      message: 'google.folder is not what belongs here',
      got: '123456789012',
      allowed: 'the number of a folder, quoted: digits only',
      write: 'folder: "123456789012"',
    }),
  ],
  [
    'a role that is none',
    'role: ta',
    'role: grader',
    at(18, 56, {
      message: 'staff[2].role is not allowed',
      got: '"grader"',
      allowed: 'one of instructor, ta',
      write: 'role: instructor',
    }),
  ],
  [
    'a key beside the known ones',
    'domain: ',
    'domian: x.example.edu\ndomain: ',
    at(14, 1, {
      message: 'the key "domian" is unknown',
      allowed:
        'the keys id, course, term, google, state, domain, tier, budget, staff, taReadsSecrets, images, teamLabs, sessions, nodes, classHours, monitoring, places, accommodations, hold, hours, privacy, archive, registry, logs, github',
      write: 'delete the line',
    }),
  ],
  [
    'a key in the wrong place',
    '  region: us-west1',
    '  tier: project\n  region: us-west1',
    at(11, 3, {
      message: 'the key "tier" is unknown',
      allowed: 'the keys folder, billingAccount, region, adminProject, projectPrefix',
      write: 'delete the line',
    }),
  ],
])('%s is told whole', (_, from, to, problem) => expect(refused(from, to)).toEqual([problem]));

test('A cohort is read with its defaults', () => {
  const { config } = valueOf(readCohort(COHORT));
  expect([config.tier, config.taReadsSecrets, config.teamLabs, config.places, config.sessions]).toEqual([
    'namespace',
    false,
    [],
    [],
    undefined,
  ]);
  expect(config.nodes).toEqual({
    machineType: 'e2-standard-4',
    spot: false,
    min: 0,
    gpu: { accelerator: 'nvidia-l4', sharedBy: 4, spot: false },
  });
  expect(config.term.daysAfterEnd).toBe(7);
  expect(config.images).toEqual({ registries: [], allow: [] });
});

test('A region that is none is told all regions', () => {
  const [problem] = refused('region: us-west1', 'region: us-west9');
  expect(problem).toMatchObject({
    line: 11,
    column: 11,
    message: 'google.region is not allowed',
    got: '"us-west9"',
  });
  expect(problem!.allowed).toMatch(/^one of africa-south1, .*us-west1/);
});

test.each([
  'Upper.example.edu',
  'localhost',
  'a..edu',
  '-a.example.edu',
  'example.edu.',
  'exa mple.edu',
  `${'d.'.repeat(100)}edu`,
])('%s is no domain', (domain) => {
  expect(linesOf(refused('mlops.example.edu', domain))).toEqual(['cohort.yaml:14:9 domain cannot be read']);
});
