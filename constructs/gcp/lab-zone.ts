import { DnsManagedZone } from '@cdktf/provider-google/lib/dns-managed-zone';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { dnsName, dnsZoneName } from '../../src/core/domain/names';
import type { AddressRef, ProjectRef } from './refs';
import { ZoneRecords } from './zone-records';

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
  private readonly records: ZoneRecords;

  constructor(scope: Construct, id: string, props: LabZoneProps) {
    super(scope, id);
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
    this.records = new ZoneRecords(this, 'Records', {
      project: this.zone.project,
      zone: this.zone.name,
      domain: props.domain,
    });
  }

  /** Servers that the parent zone has to delegate the domain to. */
  get nameServers(): string[] {
    return this.zone.nameServers;
  }

  /** Adds an A record: `host` is the domain, a name under it, or `*.` and the domain. */
  addAddress(id: string, host: string, address: AddressRef): void {
    this.records.addAddress(id, host, address);
  }

  /** Adds a CNAME record; a name or target that is a reference is taken as it is, with its trailing dot. */
  addCname(id: string, host: string, target: string): void {
    this.records.addCname(id, host, target);
  }
}
