import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { PlacedObject } from '../../src/core/kubernetes/placed-object';
import { managedMetadata } from './managed-metadata';

export interface TenantToolkitsProps {
  readonly namespace: string;
  /** Objects of all toolkits of the place, as they are to stand. */
  readonly objects: readonly PlacedObject[];
}

/** What the toolkits of a tenant have in its place, asleep until a lab that uses them opens. */
export class TenantToolkits extends Construct {
  constructor(scope: Construct, id: string, { namespace, objects }: TenantToolkitsProps) {
    super(scope, id);
    for (const { metadata, ...object } of objects)
      new ApiObject(this, `${object.kind}-${metadata.name}`, {
        ...object,
        metadata: managedMetadata({ ...metadata, namespace }),
      });
  }
}
