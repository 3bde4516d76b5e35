import { Construct } from 'constructs';
import type { ProjectId } from '../../src/core/domain/ids';
import { dnsZoneName } from '../../src/core/domain/names';
import type { AddressRef } from './refs';
import { ZoneRecords } from './zone-records';

export interface KnownZoneProps {
  readonly projectId: ProjectId;
  /** Domain of the zone, without a trailing dot. */
  readonly domain: string;
}

/** A DNS zone that another stack made, known by its name: records can be added, the zone stays that stack's. */
export class KnownZone extends Construct {
  readonly domain: string;
  private readonly records: ZoneRecords;

  constructor(scope: Construct, id: string, { projectId, domain }: KnownZoneProps) {
    super(scope, id);
    this.domain = domain;
    this.records = new ZoneRecords(this, 'Records', { project: projectId, zone: dnsZoneName(), domain });
  }

  /** Adds an A record: `host` is the domain, a name under it, or `*.` and the domain. */
  addAddress(id: string, host: string, address: AddressRef): void {
    this.records.addAddress(id, host, address);
  }

  /** Adds a CNAME record. */
  addCname(id: string, host: string, target: string): void {
    this.records.addCname(id, host, target);
  }

  /** Hands a part of the domain over to another zone's servers. */
  addDelegation(id: string, domain: string, nameServers: readonly string[]): void {
    this.records.addDelegation(id, domain, nameServers);
  }
}
