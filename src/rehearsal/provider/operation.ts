import type { Asset, AssetName } from '../cloud/asset';
import type { Cloud } from '../cloud/cloud';
import type { Attributes } from '../values/value';

/** What one call of Terraform may do: the cloud, and how the provider is configured that makes the call. */
export interface Operation {
  readonly cloud: Cloud;
  /** Configuration of the provider instance, such as `region` or `billing_project`; aliases differ. */
  readonly provider: Attributes;
  /** The asset, which the call waits for and cannot do without; 404 with `what` if it is not there. */
  need(name: AssetName, what: string): Asset;
  /** Says that the call needs an API switched on in a project; 403 if it is not, 403 if the project is not there. */
  needApi(project: string, api: string): void;
  /** Says that the call takes `seconds` of the real cloud's time beyond its kind's usual latency. */
  wait(seconds: number, why: string): void;
}
