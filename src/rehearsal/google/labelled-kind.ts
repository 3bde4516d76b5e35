import { assetKind } from '../provider/asset-kind';
import type { AssetKindProps } from '../provider/asset-kind';
import type { ResourceKind } from '../provider/resource-kind';
import { LABELS_OF_TERRAFORM, checkLabels, labelAttributes, labelsNow } from './effective-labels';

/** A type of resource that is one asset and has `labels`, which the provider adds its own to. */
export function labelledKind(props: AssetKindProps): ResourceKind {
  const kind = assetKind({
    ...props,
    terraformOnly: [...(props.terraformOnly ?? []), ...LABELS_OF_TERRAFORM],
    afterImport: { labels: null, terraform_labels: null, ...props.afterImport },
    plan: (planned, provider) => ({
      ...props.plan?.(planned, provider),
      ...labelAttributes(planned, provider),
    }),
    check: (attributes, operation, prior) => {
      checkLabels(attributes);
      props.check?.(attributes, operation, prior);
    },
    computed: (attributes, operation) => ({
      ...props.computed(attributes, operation),
      ...labelAttributes(attributes, operation.provider),
    }),
  });
  return {
    ...kind,
    read: (state, { cloud, provider }) => {
      const asset = cloud.tryFind(props.name(state, provider));
      return asset && { ...asset.data, ...labelsNow(state, asset.data) };
    },
  };
}
