import type { Cloud } from '../cloud/cloud';
import { forbidden, notFound } from '../cloud/cloud-error';
import type { Attributes } from '../values/value';
import { projectName, serviceName } from './cloud-names';
import type { Operation } from './operation';

/** An operation that takes no time: for what the rehearsal itself does to the cloud. */
export function directOperation(cloud: Cloud, provider: Attributes = {}): Operation {
  return {
    cloud,
    provider,
    need: (name, what) => {
      const asset = cloud.tryFind(name);
      if (asset === undefined) throw notFound(what);
      return asset;
    },
    needApi: (project, api) => needApi(cloud, project, api),
    wait: () => undefined,
  };
}

/** Refuses as Google does when an API is off or a project is not there. */
export function needApi(cloud: Cloud, project: string, api: string): void {
  if (cloud.tryFind(projectName(project)) === undefined) {
    throw forbidden(`Permission denied on resource project ${project} (or it may not exist)`);
  }
  if (cloud.tryFind(serviceName(project, api)) !== undefined) return;
  throw forbidden(
    `${api} has not been used in project ${project} before or it is disabled; ` +
      `enable it with a google_project_service and let this resource depend on it (SERVICE_DISABLED)`,
  );
}
