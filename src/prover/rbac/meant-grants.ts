import type { PlaceRecord } from '../cohort-record';
import { NAMES } from '../expected-names';
import { textAt } from '../json-value';
import { kindOf, nameOf } from '../kubernetes/cluster-objects';
import { PROGRAM_RIGHTS } from '../monitoring/program-rights';
import type { Grant } from './bindings';

/** Whether a service account holds exactly what it is meant to: by that binding, under that role, there. */
export function isMeantForProgram(grant: Grant, place: PlaceRecord | undefined): boolean {
  const { binding, subject } = grant;
  const isRole = (name: string): boolean =>
    textAt(binding.object, 'roleRef', 'kind') === 'ClusterRole' &&
    textAt(binding.object, 'roleRef', 'name') === name;
  if (subject.kind !== 'ServiceAccount') return false;
  const isOfGrafana =
    place?.hasGrafana === true &&
    nameOf(binding) === NAMES.grafana &&
    subject.name === NAMES.grafana &&
    subject.namespace === place.namespace &&
    isRole(NAMES.metricsReaderRole);
  if (kindOf(binding) === 'RoleBinding' && isOfGrafana) return true;
  return PROGRAM_RIGHTS.some(
    ({ binding: name, account, role, only }) =>
      (kindOf(binding) === 'RoleBinding') === (only !== undefined) &&
      (only !== 'at home' || grant.namespace === NAMES.monitoringNamespace) &&
      (only !== 'in sleeping places' || place?.sleeps === true) &&
      (only !== 'where secrets are drawn' || place?.drawsSecrets === true) &&
      nameOf(binding) === name &&
      subject.name === account &&
      subject.namespace === NAMES.monitoringNamespace &&
      isRole(role),
  );
}
