import type { ArtifactRegistryRepositoryCleanupPolicies } from '@cdktf/provider-google/lib/artifact-registry-repository';
import { ArtifactRegistryRepository } from '@cdktf/provider-google/lib/artifact-registry-repository';
import { ArtifactRegistryRepositoryIamBinding } from '@cdktf/provider-google/lib/artifact-registry-repository-iam-binding';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { iamMembers } from './iam-members';
import type { ProjectRef } from './refs';

const SECONDS_PER_DAY = 86_400;

export interface ImageRepositoryProps {
  readonly project: ProjectRef;
  readonly location: string;
  readonly repositoryId: string;
  readonly labels: Readonly<Record<string, string>>;
  /** IAM members who may push and pull; none means no binding. */
  readonly writers: readonly string[];
  /** IAM members who may pull; none means no binding. */
  readonly readers: readonly string[];
  /**
   * Newest versions of each image that no policy deletes.
   *
   * @default 10
   */
  readonly keepRecent?: number;
  /**
   * Age at which an image without a tag is deleted.
   *
   * @default 7
   */
  readonly deleteUntaggedAfterDays?: number;
  /**
   * Whether images are scanned as the project says, or not at all; each scanned image is billed.
   *
   * @default 'DISABLED'
   */
  readonly vulnerabilityScanning?: 'INHERITED' | 'DISABLED';
  /** @default - nothing but the project itself */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** A Docker repository in Artifact Registry that cleans up after its tenant. */
export class ImageRepository extends Construct {
  /** The one thing to depend on before pushing. */
  readonly ready: ITerraformDependable;

  private readonly repository: ArtifactRegistryRepository;

  constructor(scope: Construct, id: string, props: ImageRepositoryProps) {
    super(scope, id);
    this.repository = new ArtifactRegistryRepository(this, 'Resource', {
      project: props.project,
      location: props.location,
      repositoryId: props.repositoryId,
      format: 'DOCKER',
      mode: 'STANDARD_REPOSITORY',
      labels: props.labels,
      cleanupPolicies: cleanupPolicies(props.keepRecent ?? 10, props.deleteUntaggedAfterDays ?? 7),
      cleanupPolicyDryRun: false,
      vulnerabilityScanningConfig: { enablementConfig: props.vulnerabilityScanning ?? 'DISABLED' },
      ...(props.dependsOn && { dependsOn: [...props.dependsOn] }),
    });
    this.ready = this.repository;
    this.bind('Writers', 'roles/artifactregistry.writer', props.writers);
    this.bind('Readers', 'roles/artifactregistry.reader', props.readers);
  }

  /** Without a condition: Artifact Registry ignores conditions, so one would promise an end that never comes. */
  private bind(id: string, role: string, members: readonly string[]): void {
    if (members.length === 0) return;
    new ArtifactRegistryRepositoryIamBinding(this, id, {
      project: this.repository.project,
      location: this.repository.location,
      repository: this.repository.name,
      role,
      members: iamMembers(this, members),
    });
  }
}

function cleanupPolicies(keepRecent: number, days: number): ArtifactRegistryRepositoryCleanupPolicies[] {
  return [
    {
      id: 'delete-untagged',
      action: 'DELETE',
      condition: { tagState: 'UNTAGGED', olderThan: `${days * SECONDS_PER_DAY}s` },
    },
    { id: 'keep-recent', action: 'KEEP', mostRecentVersions: { keepCount: keepRecent } },
  ];
}
