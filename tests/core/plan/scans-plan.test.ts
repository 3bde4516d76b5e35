import { aConfig, aRoster, aStudent } from '../sample-cohort';
import { aPlan, tenantsOf } from './a-plan';

const roster = aRoster([aStudent('ada'), aStudent('pia')]);
const PIA = 'places:\n  - { student: pia@example.edu, tier: project }\n';
const planOf = (yaml: string) => aPlan({ config: aConfig(yaml), roster });

test('Images are scanned in every project with registries where the cohort says so', () => {
  const plan = planOf(`registry: { scan: true }\n${PIA}`);
  const projects = [plan.cells[0]!.project, tenantsOf(plan)[1]!.project!];
  for (const { apis } of projects) expect(apis).toContain('containerscanning.googleapis.com');
  expect(tenantsOf(plan).map(({ registry }) => registry.scanned)).toEqual([true, true]);
  expect(plan.notices).toContain(
    'images are scanned: each new image that is pushed costs $0.26, and nothing bounds how many',
  );
});

test('Nobody pays for scans unless the cohort says so', () => {
  const plan = planOf(PIA);
  expect(JSON.stringify(plan)).not.toContain('scan');
});
