import * as units from '@grafana/grafana-foundation-sdk/units';

/** What the values of a panel are measured in, in Grafana's words. */
export const UNIT = {
  bytes: units.BytesIEC,
  /** Of processors; Grafana has no unit for them. */
  cores: 'suffix: cores',
  count: units.Short,
  dollars: units.Dollars,
  operationsPerSecond: units.OpsPerSecond,
  /** 0 to 1, shown as a percentage. */
  ratio: units.PercentUnit,
  requestsPerSecond: units.RequestsPerSecond,
  seconds: units.Seconds,
} as const;

export type Unit = (typeof UNIT)[keyof typeof UNIT];
