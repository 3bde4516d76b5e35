import { dirname } from 'node:path';
import { proofOfPlan } from '../../../src/app/prove/proof-of-plan';
import { writeAssets } from '../../../src/app/rehearse/write-assets';
import type { Email } from '../../../src/core/domain/ids';
import type { Day } from '../../../src/core/domain/time';
import type { AssetName } from '../../../src/rehearsal/cloud/asset';
import { standing, touchedOthers } from '../../../src/rehearsal/scenario/standing';
import { COURSE, changed } from '../../core/sample-cohort';
import { run } from '../../app/recorded-terminal';
import { temporaryFolder } from '../../app/temporary-folder';
import { cloudPrograms } from './cloud-programs';
import type { TornDownTerm } from './torn-down-term';
import { deployedTerm } from './torn-down-term';

const TENANTS = new Set(['dai-nguyen', 'elif-yilmaz', 'farid-h']);
const WEEK_TWO = '2027-01-20' as Day;

/**
 * One student with a project and one with a cluster of her own, whose lab has a service on Cloud Run, a machine and workflows
 * that deploy; a third comes late.
 */
let term: TornDownTerm;

beforeAll(async () => {
  term = await deployedTerm('tier-project', 'terraform', {
    'cohort.yaml': (text) =>
      `${changed(text, 'course: w255', 'course: ./course.yaml')}github: { organisation: example-services, organisationId: "9919", deploys: true }\n`,
    'course.yaml': () =>
      changed(
        COURSE,
        '[{ id: redis, setUp: student }]',
        '[{ id: cloud-run }, { id: github-actions }, { id: vm }]',
      ),
    'roster.csv': (text) => text.replace(/^farid.*\n/m, ''),
  });
  Object.assign(process.env, term.ground.simulation.environment);
}, 90_000);

afterAll(() => term.ground.close());

const cloud = () => term.ground.simulation.cloud;
const names = (): readonly AssetName[] => cloud().list().map(({ name }) => name); // prettier-ignore
const ofKind = (kind: RegExp): readonly string[] => names().filter((name) => kind.test(name)).sort(); // prettier-ignore

test('Services, machines and what knows workflows stand in the projects of the places, and in none that others share', () => {
  expect(ofKind(/\/\/run\.googleapis\.com\/.*\/services\//)).toEqual([
    '//run.googleapis.com/projects/tier-project-dai-nguyen/locations/us-west1/services/dai-nguyen',
    '//run.googleapis.com/projects/tier-project-elif-yilmaz/locations/us-west1/services/elif-yilmaz',
  ]);
  expect(ofKind(/workloadIdentityPools\/[^/]+$/).map((name) => name.split('/')[4])).toEqual([
    'tier-project-dai-nguyen',
    'tier-project-elif-yilmaz',
  ]);
  expect(ofKind(/\/instances\//)).toEqual([
    '//compute.googleapis.com/projects/tier-project-dai-nguyen/zones/us-west1-b/instances/dai-nguyen',
    '//compute.googleapis.com/projects/tier-project-elif-yilmaz/zones/us-west1-b/instances/elif-yilmaz',
  ]);
});

test('A student who comes late gets the same, nobody else is touched, and all is proven and stays as it is', async () => {
  const before = standing(cloud().list(), TENANTS);
  const { cohort } = term.ground;
  cohort.add([{ email: 'farid.h@example.edu' as Email, name: 'Farid Haddad' }]);
  const planned = term.ground.synthesize(WEEK_TWO);
  if (!planned.ok) throw new Error(JSON.stringify(planned.problems));
  expect(await term.ground.engine.deploy()).toMatchObject({ ok: true });
  expect(touchedOthers(before, standing(cloud().list(), TENANTS), new Set(['farid-h']))).toEqual([]);
  expect(
    ofKind(/tier-project-farid-h\/.*((services|instances)\/farid-h|workloadIdentityPools\/[^/]+)$/),
  ).toHaveLength(3);
  expect(proofOfPlan(planned.value, () => undefined).findings).toEqual([]);
  const plans = await term.ground.engine.plan();
  expect(plans.map(({ stack, outcome }) => [stack, outcome])).toEqual(
    plans.map(({ stack }) => [stack, 'empty']),
  );
}, 90_000);

test('A teardown takes all of it away, and the certificate finds nothing', async () => {
  // What the stand-in for gcloud lists is what stood when it was written.
  cloudPrograms(cloud(), dirname(term.programs.gcloud));
  const { code, out } = await run('teardown', ...term.options, '--yes');
  expect([code, out.split('\n').filter((line) => /✗/.test(line))]).toEqual([0, []]);
  expect(
    ofKind(/run\.googleapis|instances\/|roles\/|workloadIdentityPools|serviceAccounts|clusters\/|buckets?\//),
  ).toEqual([]);
  const inventory = writeAssets(cloud(), temporaryFolder(), 0, 'torn down');
  const certificate = await run('leaks', inventory, '--cohort', term.cohort);
  expect([certificate.code, certificate.out.split('\n')[0]]).toEqual([
    0,
    expect.stringContaining('nothing is left'),
  ]);
}, 120_000);
