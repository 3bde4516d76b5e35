import type { SecretNeed, Workload } from '../catalogue/toolkit';
import type { Email, ToolkitId } from '../domain/ids';
import type { TaggedImages } from '../domain/pinned-images';
import type { Bytes, Cpu } from '../domain/quantity';
import type { Instant } from '../domain/time';
import type { PriceList } from '../prices/price-list';

/** How one cell is watched: what is collected, how long it is kept, and who hears of trouble. */
export interface MonitoringPlan {
  /** Who scrapes and stores: a Prometheus of our own in the cluster, or Managed Service for Prometheus. */
  readonly collector: 'in-cluster' | 'google-managed';
  /** What runs by digest only where the cohort's lock holds one. */
  readonly images: TaggedImages;
  /** What the tenants' hosts are below. */
  readonly domain: string;
  readonly scrape: ScrapePlan;
  readonly retention: RetentionPlan;
  /** What the Prometheus container may use. */
  readonly prometheus: { readonly cpu: Cpu; readonly memory: Bytes };
  readonly prices: PriceList;
  /** Hours from the first day of the term to the end of the last. */
  readonly termHours: number;
  /** What a place may cost in the whole term; exactly one entry is for the rest. */
  readonly budgets: readonly BudgetShare[];
  /** Node pools of the cell, with the most nodes that each may have. */
  readonly pools: readonly { readonly name: string; readonly maxNodes: number }[];
  readonly alerts: AlertsPlan;
  /** What wakes and sleeps with the labs; in the order of toolkits. */
  readonly toolkits: readonly StandingToolkit[];
}

/** A toolkit in all places that have it alike: when it runs there, and what runs. */
export interface StandingToolkit {
  readonly toolkit: ToolkitId;
  readonly workloads: readonly Workload[];
  /** Drawn in a place before its workloads first wake there. */
  readonly secrets: readonly SecretNeed[];
  readonly namespaces: readonly string[];
  /** When it runs; it sleeps at all other times. */
  readonly awake: readonly OpenSpan[];
}

/** From one instant up to another. */
export interface OpenSpan {
  readonly opens: Instant;
  readonly closes: Instant;
}

/** How a tenant's pods are scraped: a pod beyond a limit is not read at all, so that it costs nobody else. */
export interface ScrapePlan {
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  /** Most samples of one pod in one scrape. */
  readonly samplesPerPod: number;
  /** Largest answer of one pod, uncompressed. */
  readonly bodyBytes: Bytes;
  readonly labelsPerSample: number;
  /** In characters. */
  readonly labelNameLength: number;
  /** In characters. */
  readonly labelValueLength: number;
}

/** How long samples are kept: until they are this old, or the disk is this full. */
export interface RetentionPlan {
  readonly days: number;
  readonly disk: Bytes;
  /** Part of the disk that samples may fill; the rest is for what is not yet written together. */
  readonly blocks: Bytes;
}

/** A budget that several places have alike, each for itself. */
export interface BudgetShare {
  /** US dollars for the whole term. */
  readonly usd: number;
  /** Namespaces with this budget; `rest` are all that no other entry names. */
  readonly namespaces: readonly string[] | 'rest';
}

/** Who hears of trouble, and how. */
export interface AlertsPlan {
  readonly staff: readonly Email[];
  /** Every place, with those who work in it: none while it is held for somebody. */
  readonly tenants: readonly TenantAlerts[];
  /** Relay for e-mail; without one alerts are seen in Grafana only. */
  readonly smtp?: SmtpPlan;
}

/** People who hear of one place. */
export interface TenantAlerts {
  readonly namespace: string;
  readonly members: readonly Email[];
}

/** Relay that takes alerts by e-mail, over TLS only. */
export interface SmtpPlan {
  /** Host and port: `smtp.example.edu:587`. */
  readonly smarthost: string;
  readonly from: Email;
  /** Who logs in at the relay; its password comes from a mounted Secret. @default - the relay asks for none */
  readonly username?: string | undefined;
}
