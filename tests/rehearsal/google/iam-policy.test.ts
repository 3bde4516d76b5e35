import type { IamBinding, IamPolicy } from '../../../src/rehearsal/cloud/asset';
import {
  countPrincipals,
  policyBreach,
  policyOf,
  tryFindBinding,
  withAuditConfig,
  withBinding,
  withoutBinding,
} from '../../../src/rehearsal/google/iam-policy';
import { projectName } from '../../../src/rehearsal/provider/cloud-names';
import { projectCloud } from './foundation-cloud'; // prettier-ignore

const EMPTY: IamPolicy = policyOf(projectCloud().find(projectName('w255-c1')));

const people = (count: number, kind = 'user'): string[] =>
  Array.from({ length: count }, (_, index) => `${kind}:p${index}@example.edu`);

const until = (day: string): IamBinding['condition'] & object => ({
  title: 'until-term-end',
  description: '',
  expression: `request.time < timestamp("${day}T07:00:00Z")`,
});

test('A new binding takes the place of the one with the same role and condition', () => {
  const one = withBinding(EMPTY, {
    role: 'roles/a',
    members: ['user:ada@example.edu', 'user:bo@example.edu'],
  });
  const ending = withBinding(one, {
    role: 'roles/a',
    members: ['user:ada@example.edu'],
    condition: until('2027-05-01'),
  });
  const two = withBinding(ending, { role: 'roles/a', members: ['user:cy@example.edu'] });
  expect(two.bindings).toEqual([
    { role: 'roles/a', members: ['user:cy@example.edu'] },
    { role: 'roles/a', members: ['user:ada@example.edu'], condition: until('2027-05-01') },
  ]);
  expect(tryFindBinding(two, { role: 'roles/a', condition: until('2027-05-02') })).toBeUndefined();
  expect(withoutBinding(two, { role: 'roles/a' }).bindings).toEqual([
    { role: 'roles/a', members: ['user:ada@example.edu'], condition: until('2027-05-01') },
  ]);
});

test('Each write gives a new etag, and the same writes the same', () => {
  const one = withBinding(EMPTY, { role: 'roles/a', members: ['user:ada@example.edu'] });
  const same = withBinding(EMPTY, { role: 'roles/a', members: ['user:ada@example.edu'] });
  const back = withoutBinding(one, { role: 'roles/a' });
  const audited = withAuditConfig(one, {
    service: 'allServices',
    logs: [{ type: 'ADMIN_READ', exempted: [] }],
  });
  expect(same.etag).toBe(one.etag);
  expect(new Set([EMPTY.etag, one.etag, back.etag, audited.etag]).size).toBe(4);
  expect(one.etag).toMatch(/^[A-Za-z0-9+/]{11}=$/);
});

test('A policy holds 1,500 principals and no more, each appearance counted', () => {
  const full = withBinding(withBinding(EMPTY, { role: 'roles/a', members: people(1499) }), {
    role: 'roles/b',
    members: people(1),
  });
  expect(countPrincipals(full)).toBe(1500);
  expect(policyBreach(full, 'project "w255-c1"')).toBeUndefined();
  const exempt = [{ type: 'DATA_READ', exempted: ['user:p0@example.edu'] }];
  expect(
    policyBreach(withAuditConfig(full, { service: 'allServices', logs: exempt }), 'project "w255-c1"'),
  ).toBe(
    'The IAM policy of project "w255-c1" would hold 1501 principals (each appearance counts) and Google allows 1500: ' +
      'move tenants to another cell, or grant the role to a group',
  );
});

test('A policy holds 250 groups, each counted once, and domains each time', () => {
  const groups = withBinding(EMPTY, { role: 'roles/a', members: people(249, 'group') });
  const twice = withBinding(groups, { role: 'roles/b', members: people(249, 'group') });
  const domain = withBinding(twice, { role: 'roles/c', members: ['domain:example.edu'] });
  expect(policyBreach(domain, 'project "w255-c1"')).toBeUndefined();
  expect(policyBreach(withBinding(domain, { role: 'roles/d', members: ['domain:example.edu'] }), 'project "w255-c1"')).toBe(
    'The IAM policy of project "w255-c1" would hold 251 groups and domains and Google allows 250: ' +
      'put groups into one group',
  );
}); // prettier-ignore

test('A principal has a role under at most 20 conditions', () => {
  const days = Array.from({ length: 21 }, (_, index) => `2027-05-${String(index + 1).padStart(2, '0')}`);
  const policies = days.reduce<IamPolicy[]>(
    (all, day) => [
      ...all,
      withBinding(all.at(-1)!, { role: 'roles/a', members: ['user:ada@example.edu'], condition: until(day) }),
    ],
    [withBinding(EMPTY, { role: 'roles/a', members: ['user:ada@example.edu'] })],
  );
  expect(policyBreach(policies[20]!, 'project "w255-c1"')).toBeUndefined();
  expect(policyBreach(policies[21]!, 'project "w255-c1"')).toBe(
    'The IAM policy of project "w255-c1" would give roles/a to user:ada@example.edu under 21 conditions ' +
      'and Google allows 20: join conditions with ||',
  );
});

test('A service is audited in one way', () => {
  const one = withAuditConfig(EMPTY, {
    service: 'storage.googleapis.com',
    logs: [{ type: 'DATA_WRITE', exempted: [] }],
  });
  const two = withAuditConfig(one, { service: 'allServices', logs: [{ type: 'ADMIN_READ', exempted: [] }] });
  expect(two.auditConfigs.map(({ service }) => service)).toEqual(['allServices', 'storage.googleapis.com']);
  expect(withAuditConfig(two, { service: 'allServices', logs: [] }).auditConfigs).toEqual(one.auditConfigs);
});
