import { parse } from 'yaml';
import { TOOLKIT_SIZES } from '../../../src/core/catalogue/allowance';
import { argoSettings } from '../../../src/core/catalogue/argo-workflows/settings';
import { argoWorkflows } from '../../../src/core/catalogue/argo-workflows/toolkit';
import { Bytes } from '../../../src/core/domain/quantity';

interface Settings {
  readonly parallelism: number;
  readonly executor: Amounts;
  readonly mainContainer: Amounts;
}
interface Amounts {
  readonly resources: { readonly limits: { readonly 'ephemeral-storage': string } };
}

const scratchOf = ({ resources }: Amounts): Bytes => Bytes.parse(resources.limits['ephemeral-storage']);

test.each(TOOLKIT_SIZES)(
  'As %s there is scratch space for all steps at once, and not for twice as many',
  (size) => {
    const { parallelism, executor, mainContainer } = parse(argoSettings(size)) as Settings;
    // A step's own container, and one of Argo's beside it.
    const steps = scratchOf(mainContainer).plus(scratchOf(executor)).times(parallelism);
    const { ephemeralStorage } = argoWorkflows.sizes[size];
    expect(ephemeralStorage.bytes).toBeGreaterThan(steps.bytes);
    expect(ephemeralStorage.bytes).toBeLessThan(steps.times(2).bytes);
  },
);
