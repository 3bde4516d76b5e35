/**
 * File that points a stack at the rehearsal's state backend. Terraform merges it over what was synthesised,
 * which stays as it is.
 * @see https://developer.hashicorp.com/terraform/language/files/override (read 2026-11)
 */
export const OVERRIDE_FILE = 'practicum_rehearsal_override.tf.json';

/**
 * Text of that file for a stack. Locking is by the methods `LOCK` and `UNLOCK`, terraform's defaults. Nothing is
 * tried twice: on loopback only a fault that was asked for fails, and a second try would hide it.
 * @see https://developer.hashicorp.com/terraform/language/backend/http (read 2026-11)
 */
export function backendOverride(address: string, stack: string): string {
  const state = `${address}/state/${stack}`;
  const http = { address: state, lock_address: state, unlock_address: state, retry_max: 0 };
  return `${JSON.stringify({ terraform: { backend: { http } } }, undefined, 2)}\n`;
}
