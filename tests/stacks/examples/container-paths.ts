/** Where an object names a path in a container: of a command, a mount, or a question to its own server. */
const IN_CONTAINER =
  /^spec\.(jobTemplate\.spec\.)?template\.spec\.(initC|c)ontainers\.\d+\.(workingDir|command\.\d+|args\.\d+|env\.\d+\.value|volumeMounts\.\d+\.mountPath|(readiness|liveness|startup)Probe\.httpGet\.path)$/;

/** Where an object names a path of a web address. */
const OF_HOST: Readonly<Record<string, RegExp>> = {
  HTTPRoute: /^spec\.rules\.\d+\.matches\.\d+\.path\.value$/,
  HealthCheckPolicy: /^spec\.default\.config\.httpHealthCheck\.requestPath$/,
};

/** True where an absolute path is none of a machine that the program runs on. */
export function isOfContainer(kind: string | undefined, keys: readonly string[]): boolean {
  const path = keys.join('.');
  const holdsPods = kind !== undefined && /^(StatefulSet|Deployment|CronJob)$/.test(kind);
  return (holdsPods && IN_CONTAINER.test(path)) || (OF_HOST[kind ?? '']?.test(path) ?? false);
}
