import { ComputeGlobalAddress } from '@cdktf/provider-google/lib/compute-global-address';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { gatewayAddressName } from '../../src/core/domain/names';
import type { AddressRef, ProjectRef } from './refs';
import { addressRef } from './refs';

export interface GatewayAddressProps {
  readonly project: ProjectRef;
  readonly labels: Readonly<Record<string, string>>;
  /** @default - nothing but the project itself */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** The global IPv4 address that all hosts of a cell share; without a description, which would replace it. */
export class GatewayAddress extends Construct {
  /** Name of the address, known now: what a Gateway asks for as `NamedAddress`. */
  readonly name = gatewayAddressName();
  readonly address: AddressRef;

  constructor(scope: Construct, id: string, props: GatewayAddressProps) {
    super(scope, id);
    const address = new ComputeGlobalAddress(this, 'Resource', {
      project: props.project,
      name: this.name,
      addressType: 'EXTERNAL',
      ipVersion: 'IPV4',
      labels: props.labels,
      ...(props.dependsOn && { dependsOn: [...props.dependsOn] }),
    });
    this.address = addressRef(address.address);
  }
}
