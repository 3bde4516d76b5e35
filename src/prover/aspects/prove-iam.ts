import type { AspectProof } from '../finding';
import { machineFaults } from '../iam/machine-faults';
import { serviceFaults } from '../iam/service-faults';
import { repositoryFaults } from '../iam/repository-faults';
import { iamDifferences } from '../iam/iam-differences';
import type { World } from '../world';

/**
 * IAM of Google Cloud: that every role is held by exactly those who should hold it, on exactly what, and until
 * exactly when, as it follows from who is who.
 */
export function proveIam(world: World): AspectProof {
  return {
    aspect: 'iam',
    about: 'IAM on projects, registries, buckets and all else: each role, member and condition that is meant',
    objects: new Set(world.iam.map(({ resource }) => resource)).size,
    classes: new Set(world.iam.map(({ role, target }) => `${role} ${target.split(' ')[0]}`)).size,
    findings: [
      ...iamDifferences(world, 'iam'),
      ...serviceFaults(world),
      ...repositoryFaults(world),
      ...machineFaults(world),
    ],
  };
}
