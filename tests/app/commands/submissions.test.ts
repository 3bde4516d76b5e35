import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fakeKubectl, kubectlWords } from '../grade/fake-kubectl';
import { filesIn, copyOfExample, temporaryFolder } from '../temporary-folder';
import { run } from '../recorded-terminal';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;
const IMAGE = 'us-west1-docker.pkg.dev/tier-shared-c1/amara-okafor/prediction-api:final';
const WORK = JSON.stringify({
  kind: 'List',
  items: [
    {
      kind: 'Pod',
      metadata: { name: 'api', uid: 'p' },
      spec: { containers: [{ name: 'main', image: IMAGE }] },
      status: {
        startTime: '2027-03-29T06:00:00Z',
        containerStatuses: [{ name: 'main', imageID: `${IMAGE.split(':')[0]}@${DIGEST}` }],
      },
    },
  ],
});
const ANSWERS = `
if [ "$verb" = get ] && [ "$ns" = amara-okafor ]; then echo '${WORK}'; exit; fi
if [ "$verb" = get ] && [ "$ns" = bjork-g ]; then echo '{"kind":"List","items":[]}'; exit; fi
if [ "$ns" = chidi-o ]; then echo 'error: You must be logged in to the server' >&2; exit 1; fi
`;

let out: string;
let tools: string;
const submissions = (lab: string, ...more: readonly string[]) =>
  run('submissions', lab, '--cohort', copyOfExample('tier-namespace', { ledger: true }), '--out', out, '--kubectl', fakeKubectl(tools, ANSWERS), ...more); // prettier-ignore

beforeEach(() => {
  out = join(temporaryFolder(), 'submissions');
  tools = temporaryFolder();
});

test('Each place is told with what ran by digest, with nothing, or with why it could not be read', async () => {
  const { code, out: told, err } = await submissions('lab4');
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(told.replace(/The table: .*lab4/, 'The table: lab4')).toBe(`✓ amara-okafor
    Pod/api main  sha256:0123456789ab  2027-03-29T06:00:00Z
      us-west1-docker.pkg.dev/tier-shared-c1/amara-okafor/prediction-api:final
– bjork-g  nothing
! chidi-o  not read: nobody is logged in: "gcloud auth login"

lab4: 3 places, 1 without work, 1 not read
The table: lab4.csv (.json)`);
  expect(readFileSync(join(out, 'lab4.csv'), 'utf8')).toBe(`handle,result,workload,container,image,digest,since
amara-okafor,ran,Pod/api,main,${IMAGE},${DIGEST},2027-03-29T06:00:00Z
bjork-g,nothing,,,,,
chidi-o,"not read: nobody is logged in: ""gcloud auth login""",,,,,
`);
  expect(kubectlWords(tools)).toContain('get deployments,statefulsets,replicasets,jobs,cronjobs,pods -l practicum.dev/lab=lab4 -o json');
}); // prettier-ignore

test('One place is asked alone, and its result is data with --json', async () => {
  const { code, out: told } = await submissions('lab4', '--student', 'amara-okafor', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(told)).toEqual({
    lab: 'lab4',
    at: expect.stringMatching(/Z$/),
    places: [
      {
        handle: 'amara-okafor',
        images: [
          { workload: 'Pod/api', container: 'main', image: IMAGE, digest: DIGEST, since: '2027-03-29T06:00:00Z' },
        ],
      },
    ],
  });
}); // prettier-ignore

test.each([
  ['lab44', [], 'the course has no such lab', 'practicum submissions lab4'],
  ['lab4', ['--student', 'amara'], 'no place of lab4 has this handle', '--student amara-okafor'],
])('%s %j is refused, and nothing is written', async (lab, more, message, write) => {
  const { code, err } = await submissions(lab, ...more);
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(err).toContain(write);
  expect(() => filesIn(out)).toThrow();
});
