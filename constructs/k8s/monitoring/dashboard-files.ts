import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { contentHash } from '../../../src/core/domain/content-hash';
import { MONITORING_NAMESPACE } from '../../../src/core/domain/names';
import { Bytes, Cpu } from '../../../src/core/domain/quantity';
import { managedMetadata } from '../managed-metadata';
import { CONTAINER_SECURITY, type Fields, resources } from '../../../src/core/kubernetes/hardened-pod';
import { MonitoringProgram } from './monitoring-program';
import { TENANTS, program, tcp } from './peers';

/** Name of the program that gives out dashboards. */
export const DASHBOARDS = 'dashboards';

const CONF = `pid /tmp/nginx.pid;
error_log stderr warn;
worker_processes 1;
events { worker_connections 256; }
http {
  access_log off;
  default_type application/json;
  client_body_temp_path /tmp/body;
  proxy_temp_path /tmp/proxy;
  fastcgi_temp_path /tmp/fastcgi;
  uwsgi_temp_path /tmp/uwsgi;
  scgi_temp_path /tmp/scgi;
  server {
    listen 8080;
    root /srv;
    autoindex off;
    location = /healthz { return 200 "{}"; }
    location / { limit_except GET { deny all; } }
  }
}
`;

export interface DashboardFilesProps {
  readonly image: string;
  /** Dashboards by the name of their file. */
  readonly files: Readonly<Record<string, string>>;
  readonly placement: Fields;
}

/**
 * The course's dashboards, given out to the Grafanas of all tenants: they are the same for everyone, so a change of one
 * is a change of one object and not of a thousand places.
 */
export class DashboardFiles extends Construct {
  constructor(scope: Construct, id: string, { image, files, placement }: DashboardFilesProps) {
    super(scope, id);
    const addFiles = (name: string, data: Readonly<Record<string, string>>): ApiObject =>
      new ApiObject(this, name, {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: managedMetadata({ name, namespace: MONITORING_NAMESPACE }),
        data,
      });
    addFiles(DASHBOARDS, files);
    addFiles('dashboards-server', { 'nginx.conf': CONF });
    new MonitoringProgram(this, 'Program', {
      name: DASHBOARDS,
      user: 101,
      placement,
      filesHash: contentHash(CONF, ...Object.values(files)),
      containers: [
        {
          name: 'nginx',
          image,
          command: ['nginx', '-c', '/etc/practicum/nginx.conf', '-g', 'daemon off;'],
          ports: [{ name: 'http', containerPort: 8080 }],
          readinessProbe: { httpGet: { path: '/healthz', port: 8080 }, periodSeconds: 10 },
          resources: resources({ cpu: Cpu.millis(10), memory: Bytes.mebi(32) }),
          securityContext: CONTAINER_SECURITY,
          volumeMounts: [
            { name: 'server', mountPath: '/etc/practicum', readOnly: true },
            { name: 'files', mountPath: '/srv', readOnly: true },
            { name: 'tmp', mountPath: '/tmp' },
          ],
        },
      ],
      volumes: [
        { name: 'server', configMap: { name: 'dashboards-server' } },
        { name: 'files', configMap: { name: DASHBOARDS } },
        { name: 'tmp', emptyDir: { sizeLimit: '16Mi' } },
      ],
      ports: [{ name: 'http', port: 8080 }],
      network: {
        ingress: [{ from: [TENANTS, program('grafana')], ports: tcp(8080) }],
        egress: [],
      },
    });
  }
}
