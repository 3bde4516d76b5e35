import type { Bytes, Cpu } from '../domain/quantity';

/** What one container gets. */
export interface ContainerAmounts {
  readonly cpu: Cpu;
  readonly memory: Bytes;
  readonly ephemeralStorage: Bytes;
}

/** What a container gets that asks for nothing. */
export interface ContainerDefaults {
  readonly request: ContainerAmounts;
  readonly limit: ContainerAmounts;
}

/** The most that a tenant's namespace may hold. */
export interface QuotaPlan {
  readonly cpu: Cpu;
  readonly cpuLimit: Cpu;
  readonly memory: Bytes;
  readonly memoryLimit: Bytes;
  readonly storage: Bytes;
  readonly ephemeralStorage: Bytes;
  readonly pods: number;
  readonly volumes: number;
  readonly services: number;
  readonly loadBalancers: number;
  readonly gpus: number;
}
