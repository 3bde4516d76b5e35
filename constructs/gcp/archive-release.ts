import { Release } from '@cdktf/provider-helm/lib/release';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { ReleaseProps } from './release-settings';
import { releaseSettings } from './release-settings';

export interface ArchiveReleaseProps extends ReleaseProps {
  /** Namespace of the staff's that the chart's objects go to, and that holds the release's own record; made if need be. */
  readonly namespace: string;
  /** Path of the archive, relative to where Terraform runs: `./charts/istio-base-1.30.5.tgz`. */
  readonly archive: string;
  /** Of the archive, hexadecimal. */
  readonly sha256: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * A Helm release of a chart that somebody else packed, from an archive that lies beside the stack.
 *
 * The provider takes no chart by digest from a registry. The digest stands in the release's description: Terraform
 * does not look into archives, and notices a changed one by that. It is no value, since a chart may refuse values that it
 * does not know.
 *
 * @see https://github.com/hashicorp/terraform-provider-helm/issues/1596
 */
export class ArchiveRelease extends Construct {
  /** The one thing to depend on before relying on what the chart brings. */
  readonly ready: ITerraformDependable;

  constructor(scope: Construct, id: string, props: ArchiveReleaseProps) {
    super(scope, id);
    const { namespace, archive, sha256, values } = props;
    if (!/^\.\/[^/].*\.tgz$/.test(archive))
      throw new Error(
        `${this.node.path}: archive "${archive}" is no relative path of a .tgz: begin it with ./`,
      );
    if (!/^[0-9a-f]{64}$/.test(sha256))
      throw new Error(`${this.node.path}: "${sha256}" is no SHA-256: 64 hexadecimal digits`);
    this.ready = new Release(this, 'Resource', {
      ...releaseSettings(props),
      namespace,
      createNamespace: true,
      chart: archive,
      description: `sha256:${sha256}`,
      values: [JSON.stringify(values)],
    });
  }
}
