import { RECORDED } from '../../../src/monitoring/rules/recorded';
import type { Series } from './promtool';

const SYSTEM_JOB = /\bjob="(?!tenants")[a-z-]+"/;

/**
 * `series` beside a tenant who exports each of the system's under the same name. Prometheus stamps job and namespace;
 * the namespace that the forger wrote is kept under another name.
 */
export function forged(series: Series): Series {
  const copies = Object.keys(series)
    .filter((name) => SYSTEM_JOB.test(name))
    .map((name): [string, string] => [
      name
        .replace(/\bnamespace="/, 'exported_namespace="')
        .replace(/\bpod="/, 'exported_pod="')
        .replace(SYSTEM_JOB, 'job="tenants",namespace="eve",pod="forger"'),
      '666+777x2000',
    ]);
  const recorded = RECORDED.map((name): [string, string] => [
    `${name}{job="tenants",namespace="eve",pod="forger",reason="CrashLoopBackOff",resource="pods"}`,
    '666+777x2000',
  ]);
  return { ...series, ...Object.fromEntries([...copies, ...recorded]) };
}

/** `series` with all that kube-state-metrics tells told by a second pod of it too, as while one replaces the other. */
export const twice = (series: Series): Series => ({
  ...series,
  ...Object.fromEntries(
    Object.entries(series)
      .filter(([name]) => name.includes('job="kube-state-metrics"') && !name.startsWith('up{'))
      .map(([name, values]) => [name.replace('job=', 'instance="second",job='), values]),
  ),
});
