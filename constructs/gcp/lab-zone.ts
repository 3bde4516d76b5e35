import { DnsManagedZone } from '@cdktf/provider-google/lib/dns-managed-zone';
import { DnsRecordSet } from '@cdktf/provider-google/lib/dns-record-set';
import type { ITerraformDependable } from 'cdktf';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { dnsName, dnsZoneName } from '../../src/core/domain/names';
import type { AddressRef, ProjectRef } from './refs';

const TTL_SECONDS = 300;

export interface LabZoneProps {
  readonly project: ProjectRef;
  /** Domain of the labs, without a trailing dot. */
  readonly domain: string;
  readonly labels: Readonly<Record<string, string>>;
  /** @default - nothing but the project itself */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** The public, signed DNS zone of the labs' domain. */
export class LabZone extends Construct {
  private readonly zone: DnsManagedZone;
  private readonly domain: string;

  constructor(scope: Construct, id: string, props: LabZoneProps) {
    super(scope, id);
    this.domain = props.domain;
    this.zone = new DnsManagedZone(this, 'Resource', {
      project: props.project,
      name: dnsZoneName(),
      dnsName: dnsName(props.domain),
      visibility: 'public',
      dnssecConfig: { state: 'on', nonExistence: 'nsec3' },
      labels: props.labels,
      // Teardown takes the zone with records that controllers left in it.
      forceDestroy: true,
      ...(props.dependsOn && { dependsOn: [...props.dependsOn] }),
    });
  }

  /** Servers that the parent zone has to delegate the domain to. */
  get nameServers(): string[] {
    return this.zone.nameServers;
  }

  /** Adds an A record: `host` is the domain, a name under it, or `*.` and the domain. */
  addAddress(id: string, host: string, address: AddressRef): void {
    this.addRecord(id, 'A', this.recordName(host), address);
  }

  /** Adds a CNAME record; a name or target that is a reference is taken as it is, with its trailing dot. */
  addCname(id: string, host: string, target: string): void {
    this.addRecord(id, 'CNAME', this.recordName(host), Token.isUnresolved(target) ? target : dnsName(target));
  }

  private addRecord(id: string, type: string, name: string, data: string): void {
    new DnsRecordSet(this, id, {
      project: this.zone.project,
      managedZone: this.zone.name,
      name,
      type,
      ttl: TTL_SECONDS,
      rrdatas: [data],
    });
  }

  private recordName(host: string): string {
    if (Token.isUnresolved(host)) return host;
    if (host !== this.domain && !host.endsWith(`.${this.domain}`)) {
      throw new Error(
        `${this.node.path}: host "${host}" is not in the zone: write ${this.domain} or a name that ends with .${this.domain}`,
      );
    }
    return `${host}.`;
  }
}
