import type { CohortMarks, Owner } from './cohort-marks';
import type { InventoryItem } from './inventory-item';
import { isProject } from './inventory-item';
import type { KubernetesOrigin } from './kubernetes-origin';
import { tryFindOrigin } from './kubernetes-origin';

/** Whether a thing is the cohort's; `doubtful` where a name says so and neither ledger nor label does. */
export type Belonging =
  | {
      readonly is: 'ours';
      readonly owner: Owner;
      /** Only the cohort's domain says so. */
      readonly by?: 'domain';
    }
  | { readonly is: 'doubtful' }
  | { readonly is: 'stranger' };

const STRANGER: Belonging = { is: 'stranger' };
const OUR_DOMAIN: Belonging = { is: 'ours', owner: {}, by: 'domain' };

/** Judges whose things are: by project, by label, by name. */
export class Ownership {
  private readonly projects: ReadonlyMap<string, Belonging>;

  /** `items` are all that the inventories list: projects may say by label what their contents do not. */
  constructor(
    private readonly marks: CohortMarks,
    items: readonly InventoryItem[],
  ) {
    this.projects = new Map(
      items.filter(isProject).map((item) => [item.name.name, this.ofProject(item.name.name, item.labels)]),
    );
  }

  /** Whose `item` is. */
  of(item: InventoryItem): Belonging {
    const { name, labels } = item;
    if (isProject(item)) return this.projects.get(name.name) ?? this.ofProject(name.name, labels);
    const labelled = this.ofLabels(labels);
    const project = name.project === undefined ? undefined : this.ofProjectNamed(name.project);
    // A project that is ours holds only what is ours, whoever made it.
    if (project?.is === 'ours') return { is: 'ours', owner: this.closest(item, project.owner) };
    if (labelled !== undefined) return labelled;
    return this.ofName(item) ?? project ?? STRANGER;
  }

  /** Whose the project with this id is. */
  ofProjectNamed(id: string): Belonging {
    return this.projects.get(id) ?? this.ofProject(id, {});
  }

  private ofProject(id: string, labels: Readonly<Record<string, string>>): Belonging {
    const owner = this.marks.projects.get(id) ?? this.ofCellProject(id);
    const cohort = labels['practicum-cohort'];
    if (cohort !== undefined && cohort !== this.marks.cohort) return STRANGER;
    if (owner !== undefined) return { is: 'ours', owner };
    return this.ofLabels(labels) ?? this.byPrefix(id);
  }

  /** A cell that the ledger does not know any more is still the cohort's: nobody else may have its name. */
  private ofCellProject(id: string): Owner | undefined {
    const match = /^-c([1-9]\d?)(?:-run|-vm|-logs)?$/.exec(this.afterPrefix(id) ?? '');
    return match ? { cell: Number(match[1]) } : undefined;
  }

  private ofLabels(labels: Readonly<Record<string, string>>): Belonging | undefined {
    const cohort = labels['practicum-cohort'];
    if (cohort === undefined) return undefined;
    if (cohort !== this.marks.cohort) return STRANGER;
    const cell = /^c([1-9]\d?)$/.exec(labels['practicum-cell'] ?? '')?.[1];
    const tenant = this.marks.tenants.get(labels['practicum-tenant'] ?? '');
    return { is: 'ours', owner: tenant ?? (cell === undefined ? {} : { cell: Number(cell) }) };
  }

  /** What stands outside the cohort's projects and carries its name. */
  private ofName({ name, facts, labels }: InventoryItem): Belonging | undefined {
    const ours = (owner: Owner | undefined): Belonging | undefined => owner && { is: 'ours', owner };
    switch (`${name.service}/${name.collection}`) {
      case 'storage/buckets':
        if (name.name === this.marks.stateBucket) return { is: 'ours', owner: {} };
        return ours(this.marks.buckets.get(name.name)) ?? this.byPrefix(name.name);
      case 'billingbudgets/budgets': {
        const about = /^Practicum (.+)$/.exec(facts.displayName ?? '')?.[1] ?? '';
        const owner = this.marks.budgets.get(facts.displayName ?? '');
        return ours(owner) ?? this.ofProjectNamed(about);
      }
      case 'dns/managedZones':
        return this.isOurDomain(facts.dnsName ?? '') ? OUR_DOMAIN : undefined;
      case 'dns/rrsets':
        return this.isOurDomain(name.name.split('/')[0]!) ? OUR_DOMAIN : undefined;
      default:
        return ours(this.ofCluster(labels['goog-k8s-cluster-name'], name.name));
    }
  }

  /** What a cluster made in a network or project of others, such as a shared VPC. */
  private ofCluster(label: string | undefined, name: string): Owner | undefined {
    if (label !== undefined) return this.marks.clusters.get(label);
    const cluster = /^gke-(.+)-[0-9a-f]{8}-[a-z0-9-]+$/.exec(name)?.[1];
    return cluster === undefined ? undefined : this.marks.clusters.get(cluster);
  }

  private isOurDomain(written: string): boolean {
    const domain = written.replace(/\.$/, '').toLowerCase();
    return domain === this.marks.domain || domain.endsWith(`.${this.marks.domain}`);
  }

  private byPrefix(name: string): Belonging {
    return this.afterPrefix(name) === undefined ? STRANGER : { is: 'doubtful' };
  }

  private afterPrefix(name: string): string | undefined {
    const { prefix } = this.marks;
    return name.startsWith(`${prefix}-`) ? name.slice(prefix.length) : undefined;
  }

  /** The tenant whose a thing in a project of ours is; the project's own owner where nothing says more. */
  private closest(item: InventoryItem, owner: Owner): Owner {
    if (owner.tenant !== undefined) return owner;
    const { name, labels } = item;
    const { tenants, buckets } = this.marks;
    const origin = tryFindOrigin(item);
    return (
      tenants.get(labels['practicum-tenant'] ?? '') ??
      (name.collection === 'repositories' ? tenants.get(name.name) : undefined) ??
      (name.collection === 'buckets' ? buckets.get(name.name) : undefined) ??
      (origin === undefined ? undefined : this.tenantOf(origin, name.name)) ??
      owner
    );
  }

  private tenantOf({ namespace }: KubernetesOrigin, name: string): Owner | undefined {
    if (namespace !== undefined) return this.marks.tenants.get(namespace);
    // k8s1-<cluster>-<namespace>-<service>-<port>-<sum>: a handle may hold hyphens, so the longest that fits.
    const words = /^k8s1-(?:[0-9a-f]{8}-)?(.+)$/.exec(name)?.[1]?.split('-') ?? [];
    for (let length = words.length - 1; length > 0; length -= 1) {
      const owner = this.marks.tenants.get(words.slice(0, length).join('-'));
      if (owner !== undefined) return owner;
    }
    return undefined;
  }
}
