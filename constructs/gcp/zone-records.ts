import { DnsRecordSet } from '@cdktf/provider-google/lib/dns-record-set';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { dnsName } from '../../src/core/domain/names';
import type { AddressRef } from './refs';

const TTL_SECONDS = 300;

export interface ZoneRecordsProps {
  /** Project of the zone, as a name or as a reference that orders the records after the zone. */
  readonly project: string;
  /** Name of the zone, likewise. */
  readonly zone: string;
  /** Domain of the zone, without a trailing dot. */
  readonly domain: string;
}

/** Records of a DNS zone, each of one type for one name. */
export class ZoneRecords extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: ZoneRecordsProps,
  ) {
    super(scope, id);
  }

  /** Adds an A record: `host` is the domain, a name under it, or `*.` and the domain. */
  addAddress(id: string, host: string, address: AddressRef): void {
    this.addRecord(id, 'A', this.recordName(host), [address]);
  }

  /** Adds a CNAME record; a name or target that is a reference is taken as it is, with its trailing dot. */
  addCname(id: string, host: string, target: string): void {
    this.addRecord(id, 'CNAME', this.recordName(host), [
      Token.isUnresolved(target) ? target : dnsName(target),
    ]);
  }

  /** Hands a part of the domain over to another zone's servers. */
  addDelegation(id: string, domain: string, nameServers: readonly string[]): void {
    this.addRecord(id, 'NS', this.recordName(domain), [...nameServers]);
  }

  private addRecord(id: string, type: string, name: string, rrdatas: string[]): void {
    const { project, zone } = this.props;
    new DnsRecordSet(this, id, { project, managedZone: zone, name, type, ttl: TTL_SECONDS, rrdatas });
  }

  private recordName(host: string): string {
    if (Token.isUnresolved(host)) return host;
    const { domain } = this.props;
    if (host !== domain && !host.endsWith(`.${domain}`)) {
      throw new Error(
        `${this.node.path}: host "${host}" is not in the zone: write ${domain} or a name that ends with .${domain}`,
      );
    }
    return `${host}.`;
  }
}
