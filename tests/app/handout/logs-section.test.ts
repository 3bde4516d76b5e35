import { cohortFacts, handout } from '../../../src/app/handout/handout';
import { aPlan, tenant } from '../../core/plan/a-plan';
import { aConfig, aRoster, aStudent } from '../../core/sample-cohort';

const LOGS = 'logs: { perPlace: true }\n';
const TIERS =
  'places:\n  - { student: pia@example.edu, tier: project }\n  - { student: cleo@example.edu, tier: cluster }\n';
const roster = aRoster([aStudent('ada'), aStudent('cleo'), aStudent('pia')]);

function pageOf(handle: string, yaml: string): string {
  const plan = aPlan({ config: aConfig(yaml + TIERS), roster });
  return handout(cohortFacts(plan), tenant(plan, handle), []).page;
}

const sectionOf = (page: string): string =>
  (page.split('## What your pods printed')[1] ?? '').split('\n## ')[0]!;

test('A page has the command and the link to the log of its place', () => {
  const section = sectionOf(pageOf('ada', LOGS));
  expect(section).toContain(`kept for 30 days`);
  expect(section)
    .toContain(`gcloud logging read 'severity>=ERROR' --project mlops-fall27-c1-logs --location us-west1 \\
  --bucket ada --view ada --freshness 1d --limit 50 \\
  --format='value(timestamp,resource.labels.pod_name,textPayload,jsonPayload)'`);
  expect(section).toContain(
    '(https://console.cloud.google.com/logs/query;storageScope=storage,projects%2Fmlops-fall27-c1-logs%2Flocations%2Fus-west1%2Fbuckets%2Fada%2Fviews%2Fada?project=mlops-fall27-c1)',
  );
});

test('Whoever has a project opens the link there; whoever has a cluster reads the project’s own logs', () => {
  expect(sectionOf(pageOf('pia', LOGS))).toContain('views%2Fpia?project=mlops-fall27-pia)');
  const section = sectionOf(pageOf('cleo', LOGS));
  expect(section).toContain('namespace_name="cleo"');
  expect(section).toContain('--project mlops-fall27-cleo ');
  expect(section).not.toContain('--bucket');
});

test('Nothing is said of logs where none are kept', () => {
  for (const handle of ['ada', 'pia', 'cleo']) expect(sectionOf(pageOf(handle, ''))).toBe('');
});
