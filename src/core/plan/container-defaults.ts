import { Bytes, Cpu } from '../domain/quantity';
import type { ContainerDefaults } from './quota-plan';

/**
 * What a container gets that asks for nothing, init containers too: small enough that ten of them fit the
 * smallest place, large enough for a Python web service to start.
 */
export const CONTAINER_DEFAULTS: ContainerDefaults = {
  request: { cpu: Cpu.millis(25), memory: Bytes.mebi(64), ephemeralStorage: Bytes.mebi(128) },
  limit: { cpu: Cpu.millis(250), memory: Bytes.mebi(256), ephemeralStorage: Bytes.gibi(1) },
};
