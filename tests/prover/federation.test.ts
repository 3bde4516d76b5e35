import { proofOfPlan } from '../../src/app/prove/proof-of-plan';
import { aPlan, after } from '../core/plan/a-plan';
import { COURSE, aConfig, aCourse, aRoster, aStudent, changed, enrolled } from '../core/sample-cohort';

const course = aCourse(changed(COURSE, '[{ id: redis, setUp: student }]', '[{ id: github-actions }]'));
const roster = aRoster([aStudent('ada'), aStudent('pia')]);

test.each([
  ['nobody is left', '', ['ada@example.edu', 'pia@example.edu']],
  [
    'all who are left push elsewhere',
    'places:\n  - { student: pia@example.edu, tier: project }\n',
    ['ada@example.edu'],
  ],
])(
  'An organisation stays known to the project of a cell where %s, and that is no finding',
  (_, places, gone) => {
    const config = aConfig(`github: { organisation: example-w255, organisationId: "9919" }\n${places}`);
    const ledger = gone.reduce(
      (each, who) => after(each, 'destroyed', who),
      enrolled(config, roster, course),
    );
    const plan = aPlan({ config, course, roster, ledger });
    expect(plan.cells[0]!.github?.organisationId).toBe('9919');
    expect(proofOfPlan(plan, () => undefined).findings).toEqual([]);
  },
);
