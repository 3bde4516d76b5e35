import { proofOfPlan } from '../../src/app/prove/proof-of-plan';
import { TOOLKIT_SIZES } from '../../src/core/catalogue/allowance';
import { TOOLKITS } from '../../src/core/catalogue/catalogue';
import { SHARED_CHARTS } from '../../src/core/catalogue/shared/shared-charts';
import { packedArchives } from '../app/charts/packed-archives';
import { allToolkitsPlan } from '../core/all-toolkits';
import { tenantsOf } from '../core/plan/a-plan';

const ARCHIVES = packedArchives(SHARED_CHARTS);

test.each(TOOLKIT_SIZES)(
  'With every toolkit of the catalogue on, as %s, no tenant reaches another',
  (size) => {
    const plan = allToolkitsPlan(size);
    expect(tenantsOf(plan).map(({ toolkits }) => toolkits.length)).toEqual([
      TOOLKITS.length,
      TOOLKITS.length,
    ]);
    const { findings } = proofOfPlan(plan, () => undefined, ARCHIVES);
    expect(findings).toEqual([]);
  },
);
