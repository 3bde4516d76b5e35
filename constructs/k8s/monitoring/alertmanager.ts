import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { contentHash } from '../../../src/core/domain/content-hash';
import { MONITORING_NAMESPACE } from '../../../src/core/domain/names';
import { Bytes, Cpu } from '../../../src/core/domain/quantity';
import { managedMetadata } from '../managed-metadata';
import { CONTAINER_SECURITY, type Fields, resources } from '../../../src/core/kubernetes/hardened-pod';
import { MonitoringProgram } from './monitoring-program';
import { ANYWHERE, program, tcp } from './peers';

/** Secret that staff make for the mail server; its key "password" is read, and nothing if there is none. */
export const SMTP_SECRET = 'alertmanager-smtp';

export interface AlertmanagerProps {
  readonly image: string;
  /** `alertmanager.yml`. */
  readonly config: string;
  /** Port of the mail server, if there is one. */
  readonly smtpPort?: number;
  readonly placement: Fields;
}

/** Alertmanager: who hears of which alert, and how often. What it forgets when it restarts is said once more. */
export class Alertmanager extends Construct {
  constructor(scope: Construct, id: string, { image, config, smtpPort, placement }: AlertmanagerProps) {
    super(scope, id);
    const name = 'alertmanager';
    new ApiObject(this, 'Config', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: managedMetadata({ name, namespace: MONITORING_NAMESPACE }),
      data: { 'alertmanager.yml': config },
    });
    new MonitoringProgram(this, 'Program', {
      name,
      user: 65_534,
      placement,
      filesHash: contentHash(config),
      disk: { name, size: '1Gi' },
      containers: [
        {
          name,
          image,
          args: [
            '--config.file=/etc/alertmanager/config/alertmanager.yml',
            '--storage.path=/alertmanager',
            '--web.listen-address=:9093',
            '--cluster.listen-address=',
          ],
          ports: [{ name: 'http', containerPort: 9093 }],
          readinessProbe: { httpGet: { path: '/-/ready', port: 9093 }, periodSeconds: 10 },
          resources: resources({ cpu: Cpu.millis(10), memory: Bytes.mebi(64), memoryLimit: Bytes.mebi(192) }),
          securityContext: CONTAINER_SECURITY,
          volumeMounts: [
            { name: 'config', mountPath: '/etc/alertmanager/config', readOnly: true },
            { name: 'smtp', mountPath: '/etc/alertmanager/smtp', readOnly: true },
            { name, mountPath: '/alertmanager' },
          ],
        },
      ],
      volumes: [
        { name: 'config', configMap: { name } },
        { name: 'smtp', secret: { secretName: SMTP_SECRET, optional: true } },
      ],
      ports: [{ name: 'http', port: 9093 }],
      network: {
        ingress: [{ from: [program('prometheus')], ports: tcp(9093) }],
        egress: smtpPort === undefined ? [] : [{ to: [ANYWHERE], ports: tcp(smtpPort) }],
      },
    });
  }
}
