import { projectIamAuditConfigKind as kind } from '../../../src/rehearsal/google/iam-audit-config-kind';
import { projectName } from '../../../src/rehearsal/provider/cloud-names';
import {
  change,
  destroy,
  foundationCloud,
  importOf,
  make,
  projectCloud,
  read,
  refusal,
} from './foundation-cloud';

const AUDIT = {
  project: 'w255-c1',
  service: 'allServices',
  audit_log_config: [{ log_type: 'ADMIN_READ', exempted_members: [] }],
};
const refused = (attributes: object, cloud = projectCloud()) =>
  refusal(() => make(cloud, kind, { ...AUDIT, ...attributes }));

test('An audit configuration is written to the policy of its project', () => {
  const cloud = projectCloud();
  const state = make(cloud, kind, AUDIT);
  const { auditConfigs, etag } = cloud.find(projectName('w255-c1')).policy!;
  expect(state).toEqual({ ...AUDIT, id: 'w255-c1/audit_config/allServices', etag });
  expect(auditConfigs).toEqual([{ service: 'allServices', logs: [{ type: 'ADMIN_READ', exempted: [] }] }]);
  expect(read(cloud, kind, state)).toEqual({ audit_log_config: AUDIT.audit_log_config, etag });
  expect(importOf(cloud, kind, 'w255-c1 allServices')).toEqual(state);
});

test('Its logs change in place, and it goes alone', () => {
  const cloud = projectCloud();
  make(cloud, kind, { ...AUDIT, service: 'storage.googleapis.com' });
  const state = make(cloud, kind, AUDIT);
  change(cloud, kind, state, { audit_log_config: [{ log_type: 'DATA_WRITE' }] });
  expect(read(cloud, kind, state)!['audit_log_config']).toEqual([
    { log_type: 'DATA_WRITE', exempted_members: [] },
  ]);
  destroy(cloud, kind, state);
  expect(read(cloud, kind, state)).toBeUndefined();
  expect(cloud.find(projectName('w255-c1')).policy!.auditConfigs.map(({ service }) => service)).toEqual([
    'storage.googleapis.com',
  ]);
});

test('Project, service, log types and exempted members are known ones', () => {
  const said = 'Error applying IAM policy for project "w255-c1"';
  expect(refused({}, foundationCloud())).toBe(`404 ${said}: it does not exist`);
  expect(refused({ service: 'storage' })).toBe(
    `400 ${said}: "storage" is no service to audit: write allServices or a name such as storage.googleapis.com`,
  );
  expect(refused({ audit_log_config: [{ log_type: 'READ' }] })).toBe(
    `400 ${said}: "READ" is no log type: write one of ADMIN_READ, DATA_READ, DATA_WRITE`,
  );
  expect(refused({ audit_log_config: [{ log_type: 'DATA_READ', exempted_members: ['ada'] }] })).toBe(
    `400 ${said}: The member ada is of an unknown type or form: write user:, group: or serviceAccount: with an address, ` +
      'domain:, principal:// or principalSet://',
  );
});

test('An import names a project and a service', () => {
  expect(refusal(() => importOf(projectCloud(), kind, 'w255-c1'))).toBe(
    "400 Wrong number of parts to AuditConfig id w255-c1; expected 'project service'",
  );
});
