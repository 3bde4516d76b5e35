import type { AuditedService, AuditLogProps } from '../../../constructs/gcp/audit-log';
import { AuditLog } from '../../../constructs/gcp/audit-log';
import { aProject, standing, synthConstruct } from './synth-construct';

const synth = (services?: readonly AuditedService[]) =>
  synthConstruct((stack) => {
    new AuditLog(stack, 'audit', { project: aProject(stack), ...(services && { services }) });
  });

test('By default reads of configuration are recorded everywhere, writes of data where tenants work', () => {
  const out = synth();
  expect(out.counts()).toEqual({
    google_project_iam_audit_config: 4,
    google_logging_project_bucket_config: 1,
  });
  const audited = (service: string, logType: string) => ({
    project: '${local.given_project}',
    service,
    audit_log_config: [{ log_type: logType }],
  });
  expect(out.all('google_project_iam_audit_config')).toEqual([
    audited('allServices', 'ADMIN_READ'),
    audited('artifactregistry.googleapis.com', 'DATA_WRITE'),
    audited('container.googleapis.com', 'DATA_WRITE'),
    audited('storage.googleapis.com', 'DATA_WRITE'),
  ]);
});

test('By default logs are kept for the 30 days that cost nothing', () => {
  expect(synth().one('google_logging_project_bucket_config')).toEqual({
    project: '${local.given_project}',
    location: 'global',
    bucket_id: '_Default',
    retention_days: 30,
  });
});

test('Every prop is passed on', () => {
  const out = synthConstruct((stack) => {
    const props: Required<AuditLogProps> = {
      project: aProject(stack),
      services: [
        { service: 'allServices', logTypes: ['DATA_WRITE', 'ADMIN_READ', 'DATA_READ', 'DATA_READ'] },
      ],
      retentionDays: 90,
      dependsOn: [standing(stack)],
    };
    new AuditLog(stack, 'audit', props);
  });
  expect(out.one('google_project_iam_audit_config')).toEqual({
    project: '${local.given_project}',
    service: 'allServices',
    audit_log_config: [{ log_type: 'ADMIN_READ' }, { log_type: 'DATA_READ' }, { log_type: 'DATA_WRITE' }],
    depends_on: ['terraform_data.standing'],
  });
  expect(out.one('google_logging_project_bucket_config')).toMatchObject({
    retention_days: 90,
    depends_on: ['terraform_data.standing'],
  });
});

test('The order of services makes no difference', () => {
  const services: AuditedService[] = [
    { service: 'b.googleapis.com', logTypes: ['DATA_READ'] },
    { service: 'a.googleapis.com', logTypes: ['DATA_READ'] },
  ];
  expect(synth([...services].reverse()).text).toBe(synth(services).text);
});
