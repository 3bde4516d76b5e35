import { Construct } from 'constructs';
import type { AllowedImages } from '../../src/core/domain/allowed-images';
import type { NamedExpression } from './admission-policy';
import { AdmissionPolicy } from './admission-policy';
import { celList } from './cel-list';
import { CONTAINERS, POD_MAKERS, POD_SPEC, VOLUMES } from './pod-spec';
import { REGISTRY_ANNOTATION } from './tenant-namespace';

/** Policy that holds images to the tenant's own registry and to what the course allows. */
export const IMAGE_POLICY = 'practicum-images';

/** Path of the tenant's registry; empty where there is none. */
const REGISTRY: NamedExpression = {
  name: 'registry',
  expression: `namespaceObject.metadata.?annotations[?'${REGISTRY_ANNOTATION}'].orValue('')`,
};

/** Images as they are written, those that volumes are made from among them. */
const IMAGES: NamedExpression = {
  name: 'images',
  expression:
    "variables.containers.map(c, c.?image.orValue('')) + " +
    "variables.volumes.filter(v, has(v.image)).map(v, v.image.?reference.orValue(''))",
};

/**
 * Images by their whole name: short ones are Docker Hub's.
 * @see https://github.com/distribution/reference/blob/main/normalize.go
 */
const NAMES: NamedExpression = {
  name: 'names',
  expression:
    "variables.images.map(i, !i.contains('/') ? 'docker.io/library/' + i : " +
    "i.startsWith('docker.io/') && i.split('/').size() == 2 ? 'docker.io/library/' + i.split('/')[1] : " +
    "i.split('/')[0].contains('.') || i.split('/')[0].contains(':') || i.split('/')[0] == 'localhost' ? i : " +
    "'docker.io/' + i)",
};

/** CEL that is true for the name `image`, in any version, and for names that lie under it. */
const isOrUnder = (image: string): string =>
  `n.startsWith(${image}) && !n.substring(${image}.size()).matches('^[A-Za-z0-9._-]')`;

/** CEL that is true for a name whose path leads nowhere but down. */
const LEADS_DOWN = "!n.split('/').exists(part, part in ['', '.', '..'])";

/** Names that are neither the tenant's own, nor of a registry or among the images that the course allows. */
const strays = ({ registries, images }: AllowedImages): NamedExpression => ({
  name: 'strays',
  expression:
    `variables.names.filter(n, !(${LEADS_DOWN} && (n.startsWith(variables.registry + '/') || ` +
    `${celList(registries)}.exists(r, n.startsWith(r + '/')) || ` +
    `${celList(images)}.exists(i, ${isOrUnder('i')}))))`,
});

/**
 * Admission policy of a cell for images: own registry, the course's list, and registries named in the cohort.
 *
 * The nodes of a cell pull with one account that reads every tenant's registry. This policy is what keeps a
 * tenant from starting a pod with another's image and reading the work in it.
 */
export class ImagePolicy extends Construct {
  constructor(scope: Construct, id: string, props: AllowedImages) {
    super(scope, id);
    const allowed = [...props.images, ...props.registries.map((registry) => `${registry}/…`)];
    const others = allowed.length === 0 ? '' : `, and ${allowed.join(', ')}`;

    new AdmissionPolicy(this, 'Policy', {
      name: IMAGE_POLICY,
      resources: POD_MAKERS,
      variables: [REGISTRY, POD_SPEC, CONTAINERS, VOLUMES, IMAGES, NAMES, strays(props)],
      validations: [
        {
          expression: "variables.registry != ''",
          message: `this namespace has no registry: its annotation ${REGISTRY_ANNOTATION} is missing`,
        },
        {
          expression: 'variables.strays.size() == 0',
          message: `image: only images from the registry of this namespace${others}`,
          messageExpression:
            "'image: ' + variables.strays.join(', ') + ' is not allowed here; push to ' + variables.registry + " +
            `'/… and use that${others}'`,
        },
      ],
    });
  }
}
