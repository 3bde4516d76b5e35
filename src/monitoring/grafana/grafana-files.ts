import { stringify } from 'yaml';
import { NAMESPACE_HEADER } from '../endpoints';

/** Where the sidecar answers Grafana: loopback, so that nobody borrows its token. */
const SIDECAR = '127.0.0.1:9090';

const yaml = (content: object): string => stringify(content, { lineWidth: 0, aliasDuplicateObjects: false });

export interface GrafanaFilesOptions {
  /** Host and port that metrics are asked from. */
  readonly metrics: string;
  /** Namespace whose metrics are asked for; without it those of all, for staff. */
  readonly namespace?: string;
  /** Seconds between two scrapes. */
  readonly scrapeSeconds: number;
}

/** Files of a Grafana pod, by name. */
export function grafanaFiles(options: GrafanaFilesOptions): Readonly<Record<string, string>> {
  return {
    'boards.yaml': BOARDS,
    'datasources.yaml': datasources(options),
    'nginx.conf': nginxConf(options),
    'prepare.sh': PREPARE,
    'token.js': TOKEN_SCRIPT,
  };
}

function datasources({ scrapeSeconds }: GrafanaFilesOptions): string {
  return yaml({
    apiVersion: 1,
    prune: true,
    datasources: [
      {
        name: 'Metrics',
        uid: 'metrics',
        type: 'prometheus',
        access: 'proxy',
        url: `http://${SIDECAR}`,
        isDefault: true,
        editable: false,
        jsonData: {
          httpMethod: 'POST',
          timeInterval: `${scrapeSeconds}s`,
          prometheusType: 'Prometheus',
          disableRecordingRules: true,
        },
      },
    ],
  });
}

/** The course's boards come from files; what people make themselves is in Grafana's database, on the disk. */
const BOARDS = yaml({
  apiVersion: 1,
  providers: [
    {
      name: 'practicum',
      folder: 'Course',
      type: 'file',
      disableDeletion: true,
      allowUiUpdates: false,
      updateIntervalSeconds: 300,
      options: { path: '/var/lib/practicum/dashboards' },
    },
  ],
});

/**
 * The token is read for every question: Kubernetes renews it in its file each hour.
 * @see https://nginx.org/en/docs/njs/reference.html
 */
const TOKEN_SCRIPT = `import fs from 'fs';
function bearer() {
  return 'Bearer ' + fs.readFileSync('/var/run/secrets/practicum/token').toString().trim();
}
export default { bearer };
`;

/** The certificate is made anew whenever the proxy starts; the token is of use to nobody but that proxy. */
function nginxConf({ metrics, namespace }: GrafanaFilesOptions): string {
  const header = namespace === undefined ? '""' : namespace;
  return `load_module modules/ngx_http_js_module.so;
pid /tmp/nginx.pid;
error_log stderr warn;
worker_processes 1;
events { worker_connections 64; }
http {
  js_path /etc/practicum/;
  js_import token from token.js;
  js_set $bearer token.bearer;
  access_log off;
  client_body_temp_path /tmp/body;
  proxy_temp_path /tmp/proxy;
  fastcgi_temp_path /tmp/fastcgi;
  uwsgi_temp_path /tmp/uwsgi;
  scgi_temp_path /tmp/scgi;
  server {
    listen ${SIDECAR};
    location / {
      proxy_pass https://${metrics};
      proxy_http_version 1.1;
      proxy_ssl_verify off;
      proxy_read_timeout 30s;
      proxy_set_header Host $proxy_host;
      proxy_set_header Connection "";
      proxy_set_header Authorization $bearer;
      proxy_set_header ${NAMESPACE_HEADER} ${header};
    }
  }
}
`;
}

/**
 * Twenty letters and digits from the kernel's randomness, once; then the boards. Without an answer the pod starts
 * with those that it has: none are better than no Grafana.
 */
const PREPARE = `set -eu
umask 077
if [ ! -s "$HOME_FOLDER/password" ]; then
  tr -dc 'A-HJ-NP-Za-km-z2-9' < /dev/urandom | head -c 20 > "$HOME_FOLDER/password.new"
  mv "$HOME_FOLDER/password.new" "$HOME_FOLDER/password"
fi
for board in $BOARDS; do
  for attempt in 1 2 3; do
    if wget -q -T 10 -O "$BOARDS_FOLDER/$board.part" "$BOARDS_URL/$board"; then
      mv "$BOARDS_FOLDER/$board.part" "$BOARDS_FOLDER/$board"
      continue 2
    fi
    rm -f "$BOARDS_FOLDER/$board.part"
    sleep "$attempt"
  done
  echo "No $board from $BOARDS_URL; Grafana starts without it" >&2
done
`;
