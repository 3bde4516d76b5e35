import { CertificateManagerCertificate } from '@cdktf/provider-google/lib/certificate-manager-certificate';
import { CertificateManagerCertificateMap } from '@cdktf/provider-google/lib/certificate-manager-certificate-map';
import { CertificateManagerCertificateMapEntry } from '@cdktf/provider-google/lib/certificate-manager-certificate-map-entry';
import { CertificateManagerDnsAuthorization } from '@cdktf/provider-google/lib/certificate-manager-dns-authorization';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { certificateEntryName, certificateName } from '../../src/core/domain/names';
import type { ProjectRef } from './refs';

/** A zone that a proof of ownership can be written to. */
export interface ICnameZone {
  addCname(id: string, host: string, target: string): void;
}

export interface HostCertificateProps {
  readonly project: ProjectRef;
  /** Domain that Google asks DNS about; it vouches for itself and for `*.` and itself. */
  readonly authorizationDomain: string;
  /** Domains of the certificate: the authorized domain, `*.` and that domain, or both. */
  readonly domains: readonly string[];
  /** Zone that the proof of ownership is written to. */
  readonly zone: ICnameZone;
  readonly labels: Readonly<Record<string, string>>;
  /** @default - nothing but the project itself */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** A TLS certificate that Google issues and renews, with the certificate map that a Gateway names. */
export class HostCertificate extends Construct {
  /** Name of the map, known now: value of the Gateway annotation `networking.gke.io/certmap`. */
  readonly mapName = certificateName();

  constructor(
    scope: Construct,
    id: string,
    private readonly props: HostCertificateProps,
  ) {
    super(scope, id);
    this.check();
    const certificate = this.addCertificate(this.addAuthorization());
    const map = new CertificateManagerCertificateMap(this, 'Map', {
      project: props.project,
      name: this.mapName,
      labels: props.labels,
      ...(props.dependsOn && { dependsOn: [...props.dependsOn] }),
    });
    for (const domain of this.domains) this.addEntry(domain, certificate, map);
  }

  private get domains(): string[] {
    return [...new Set(this.props.domains)].sort();
  }

  private check(): void {
    const { authorizationDomain, domains } = this.props;
    if (domains.length === 0)
      throw new Error(`${this.node.path}: no domains: a certificate needs at least one`);
    const allowed = [authorizationDomain, `*.${authorizationDomain}`];
    const refused = domains.find((domain) => !allowed.includes(domain));
    if (refused !== undefined) {
      throw new Error(
        `${this.node.path}: domain "${refused}" is not authorized: write ${allowed.join(' or ')}`,
      );
    }
  }

  private addAuthorization(): CertificateManagerDnsAuthorization {
    const { project, authorizationDomain, zone, labels, dependsOn } = this.props;
    const authorization = new CertificateManagerDnsAuthorization(this, 'Authorization', {
      project,
      name: certificateName(),
      domain: authorizationDomain,
      labels,
      ...(dependsOn && { dependsOn: [...dependsOn] }),
    });
    const record = authorization.dnsResourceRecord.get(0);
    zone.addCname(`authorization-${authorizationDomain}`, record.name, record.data);
    return authorization;
  }

  private addCertificate(authorization: CertificateManagerDnsAuthorization): CertificateManagerCertificate {
    return new CertificateManagerCertificate(this, 'Resource', {
      project: this.props.project,
      name: certificateName(),
      scope: 'DEFAULT',
      managed: { domains: this.domains, dnsAuthorizations: [authorization.id] },
      labels: this.props.labels,
    });
  }

  private addEntry(
    domain: string,
    certificate: CertificateManagerCertificate,
    map: CertificateManagerCertificateMap,
  ): void {
    new CertificateManagerCertificateMapEntry(this, `Entry ${domain}`, {
      project: this.props.project,
      name: certificateEntryName(domain),
      map: map.name,
      hostname: domain,
      certificates: [certificate.id],
      labels: this.props.labels,
    });
  }
}
