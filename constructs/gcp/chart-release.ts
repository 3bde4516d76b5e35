import { Release } from '@cdktf/provider-helm/lib/release';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { ReleaseProps } from './release-settings';
import { releaseSettings } from './release-settings';

export interface ChartReleaseProps extends ReleaseProps {
  /** Namespace that holds the release's own record; the chart's objects name theirs. */
  readonly namespace: string;
  /** Path of the chart's directory, relative to where Terraform runs: `./charts/amara-okafor`. */
  readonly chart: string;
  /** Hash of all files of the chart: Terraform does not look into them. */
  readonly contentHash: string;
  /** @default false */
  readonly createNamespace?: boolean;
}

/** A Helm release of a chart that lies beside the stack, installed and removed by Terraform. */
export class ChartRelease extends Construct {
  /** The one thing to depend on before relying on the chart's objects. */
  readonly ready: ITerraformDependable;

  constructor(scope: Construct, id: string, props: ChartReleaseProps) {
    super(scope, id);
    if (!/^\.{1,2}\//.test(props.chart)) {
      throw new Error(
        `${this.node.path}: chart "${props.chart}" is not a relative path: begin it with ./ or ../`,
      );
    }
    this.ready = new Release(this, 'Resource', {
      ...releaseSettings(props),
      namespace: props.namespace,
      createNamespace: props.createNamespace ?? false,
      chart: props.chart,
      values: [JSON.stringify({ contentHash: props.contentHash })],
    });
  }
}
