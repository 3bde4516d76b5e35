/** A digest that ends in these digits. */
export const digest = (end: string): string => `sha256:${end.padStart(64, '0')}`;

/** Registry of a place of the sample cohort, or of the example that names all tiers. */
export const registryOf = (handle: string, project = 'mlops-fall27-c1'): string =>
  `us-west1-docker.pkg.dev/${project}/${handle}`;

/** An image as gcloud lists it. */
export const image = (registry: string, name: string, end: string, more: object = {}): object => ({
  package: `${registry}/${name}`,
  version: digest(end),
  tags: ['v1'],
  createTime: '2027-01-19T10:00:00Z',
  metadata: { imageSizeBytes: '52428800', name: 'projects/…' },
  ...more,
});

/** That an image was looked through, as Artifact Analysis says it. */
export const scan = (registry: string, name: string, end: string, discovery: object = {}): object => ({
  name: `projects/p/occurrences/scan-${end}`,
  resourceUri: `https://${registry}/${name}@${digest(end)}`,
  noteName: 'projects/goog-analysis/notes/PACKAGE_VULNERABILITY',
  kind: 'DISCOVERY',
  createTime: '2027-01-19T10:00:20.123456Z',
  updateTime: '2027-01-19T10:01:00.123456Z',
  discovery: {
    continuousAnalysis: 'ACTIVE',
    analysisStatus: 'FINISHED_SUCCESS',
    lastScanTime: '2027-01-20T04:00:00.123456Z',
    ...discovery,
  },
});

export interface Vulnerability {
  readonly id: string;
  readonly severity?: string;
  readonly score?: number;
  readonly package?: string;
  readonly fixed?: string;
}

/** One vulnerability of an image, as Artifact Analysis says it. */
export const vulnerability = (registry: string, name: string, end: string, of: Vulnerability): object => ({
  name: `projects/p/occurrences/${of.id}-${end}`,
  resourceUri: `https://${registry}/${name}@${digest(end)}`,
  noteName: `projects/goog-vulnz/notes/${of.id}`,
  kind: 'VULNERABILITY',
  createTime: '2027-01-19T10:00:40.123456Z',
  updateTime: '2027-01-19T10:00:40.123456Z',
  vulnerability: {
    severity: of.severity ?? 'HIGH',
    effectiveSeverity: of.severity ?? 'HIGH',
    cvssScore: of.score ?? 7.5,
    packageIssue: [
      {
        affectedCpeUri: 'cpe:/o:debian:debian_linux:12',
        affectedPackage: of.package ?? 'openssl',
        affectedVersion: { name: '3.0.14', revision: '1', kind: 'NORMAL', fullName: '3.0.14-1' },
        fixedPackage: of.package ?? 'openssl',
        fixedVersion:
          of.fixed === undefined
            ? { kind: 'MAXIMUM' }
            : { name: of.fixed, kind: 'NORMAL', fullName: of.fixed },
        packageType: 'OS',
      },
    ],
    shortDescription: of.id,
    fixAvailable: of.fixed !== undefined,
  },
});
