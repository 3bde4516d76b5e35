import type { Asset, IamPolicy } from './asset';
import { isoInstant } from './iso-instant';

/** An asset as Cloud Asset Inventory lists it. */
export interface InventoryItem {
  readonly name: string;
  readonly assetType: string;
  readonly updateTime: string;
  /** From the nearest to the furthest, as far as they are known: `projects/p`. */
  readonly ancestors: readonly string[];
  readonly resource: { readonly parent?: string; readonly data: object };
  readonly iamPolicy?: object;
}

/**
 * Assets in the form of `gcloud asset export`, sorted by name.
 * @see https://docs.cloud.google.com/asset-inventory/docs/reference/rest/v1/Asset (2026-11)
 */
export function assetInventory(assets: readonly Asset[]): readonly InventoryItem[] {
  return assets.map(({ name, type, project, parent, data, policy, created }) => ({
    name,
    assetType: type,
    updateTime: isoInstant(created),
    ancestors: project === undefined ? [] : [`projects/${project}`],
    resource: { ...(parent === undefined ? {} : { parent }), data },
    ...(policy === undefined ? {} : { iamPolicy: policyOf(policy) }),
  }));
}

function policyOf({ etag, bindings, auditConfigs }: IamPolicy): object {
  return {
    etag,
    bindings,
    ...(auditConfigs.length === 0
      ? {}
      : {
          auditConfigs: auditConfigs.map(({ service, logs }) => ({
            service,
            auditLogConfigs: logs.map(({ type, exempted }) => ({ logType: type, exemptedMembers: exempted })),
          })),
        }),
  };
}
