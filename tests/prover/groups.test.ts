import { synthesisedArtifacts } from '../../src/app/prove/synthesised-artifacts';
import type { CohortPlan } from '../../src/core/plan/cohort-plan';
import { resolvePlan } from '../../src/core/plan/resolve-plan';
import { pseudonymousInputs } from '../../src/core/privacy/pseudonymous-inputs';
import { recordOf } from '../../src/prover/cohort-record';
import { prove } from '../../src/prover/proof';
import { valueOf } from '../core/outcomes';
import { pseudonymsFrom } from '../core/privacy/sample-key';
import { NOON, aConfig, aCourse, aRoster, aStudent, enrolled } from '../core/sample-cohort';
import type { Change } from './changes';
import { drop, inObject, inResource, put } from './changes';

const CONFIG = `teamLabs: [project]
places:
  - { student: pia@example.edu, tier: project }
  - { student: cleo@example.edu, tier: cluster }
monitoring: { email: { smarthost: "smtp.example.edu:587", from: labs@example.edu } }
privacy: { pseudonyms: { groupsDomain: example.edu } }
`;

/** Two students in a shared cluster, one with a project, one with a cluster, and a team of two, all by their groups. */
function planWithGroups(): CohortPlan {
  const named = {
    config: aConfig(CONFIG),
    roster: aRoster([
      aStudent('ada', { team: 'kestrel' }),
      aStudent('bo', { team: 'kestrel' }),
      aStudent('cleo'),
      aStudent('pia'),
    ]),
    course: aCourse(),
    ledger: { cohort: aConfig().id, events: [] },
  };
  const { config, roster, course } = pseudonymousInputs(named, pseudonymsFrom('mine'));
  return resolvePlan(config, roster, course, enrolled(config, roster, course), NOON);
}

const plan = planWithGroups();
const artifacts = valueOf(synthesisedArtifacts(plan, () => undefined));
const record = recordOf(plan);
const tenants = plan.shards.flatMap((shard) => shard.tenants);
const shared = tenants.filter(({ kind, tier }) => kind === 'student' && tier === 'namespace');
const [ada, bo] = shared as [(typeof tenants)[number], (typeof tenants)[number]];

const found = (change: Change = (same) => same): readonly string[] =>
  prove(change(artifacts), record).findings.map(({ aspect, sentence }) => `${aspect}: ${sentence}`);

test('Nothing is found where groups stand for people, in every tier and for a team', () => {
  expect(found()).toEqual([]);
});

test.each([
  [
    'an account in the place of a group',
    inObject(`RoleBinding ${ada.namespace}/tenant`, put('subjects > 0 > kind', 'User')),
    "rbac: An account that is in no list of the cohort may act in another's namespace",
  ],
  [
    "another's group in a place",
    inObject(`RoleBinding ${ada.namespace}/tenant`, put('subjects > 0 > name', bo.members[0]!)),
    "rbac: A student may act in another's namespace",
  ],
  [
    'the group of all students in a place',
    inObject(`RoleBinding ${ada.namespace}/tenant`, put('subjects > 0 > name', plan.groups!.students)),
    "rbac: A group that anybody may be in may act in another's namespace",
  ],
  [
    'the group of all students on data',
    inResource(
      `shard-1-01/${ada.handle}/Cloud/Data/Users`,
      put('members > 99', `group:${plan.groups!.students}`),
    ),
    'iam: All students hold roles/storage.objectUser on the bucket of a tenant',
  ],
  [
    "another's group on images",
    inResource(
      `shard-1-01/${ada.handle}/Cloud/Images/Writers`,
      put('members > 99', `group:${bo.members[0]!}`),
    ),
    'iam: A student holds roles/artifactregistry.writer on the repository of a tenant',
  ],
  [
    'an account on data',
    inResource(`shard-1-01/${ada.handle}/Cloud/Data/Users`, put('members > 99', `user:${ada.members[0]!}`)),
    'iam: An account that is in no list of the cohort holds roles/storage.objectUser on the bucket of a tenant',
  ],
  [
    'a cluster that asks no group',
    inResource('cell-1/Cluster/Resource', drop('authenticator_groups_config')),
    'clusters: RBAC does not know the groups that stand for people',
  ],
  [
    'a cluster that asks another group',
    inResource(
      'cell-1/Cluster/Resource',
      put('authenticator_groups_config > security_group', 'gke-security-groups@other.example'),
    ),
    'clusters: RBAC does not know the groups that stand for people',
  ],
])('%s is found', (_, change, sentence) => {
  expect(found(change)).toContain(sentence);
});
