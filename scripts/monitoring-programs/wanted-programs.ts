/** Packages of Debian that come together, because what one has loads what another has. */
export interface DebianBundle {
  readonly name: string;
  readonly packages: readonly string[];
  /** Where each program is below the root of a file system, by the name that tests know it by. */
  readonly programs: Readonly<Record<string, string>>;
}

/** A program that is built from a Go module. */
export interface GoProgram {
  readonly name: 'alertmanager' | 'prom-label-proxy' | 'stackdriver_exporter' | 'k6';
  /** Path of its main package. */
  readonly module: string;
  readonly version: string;
  /** Whether it is built only for whoever asks for it: it takes minutes, and few tests run it. */
  readonly isOnRequest: boolean;
}

/** What Debian and its kin package. */
export const DEBIAN_BUNDLES = [
  {
    name: 'prometheus',
    packages: ['prometheus'],
    programs: { prometheus: 'usr/bin/prometheus', promtool: 'usr/bin/promtool' },
  },
  {
    name: 'amtool',
    // The server of this package looks for its template in /usr/share and starts nowhere else.
    packages: ['prometheus-alertmanager'],
    programs: { amtool: 'usr/bin/amtool' },
  },
  {
    name: 'redis',
    // The server is a link to a program of the tools.
    packages: ['redis-server', 'redis-tools'],
    programs: { 'redis-server': 'usr/bin/redis-server', 'redis-cli': 'usr/bin/redis-cli' },
  },
  {
    name: 'nginx',
    packages: ['nginx', 'libnginx-mod-http-js'],
    programs: {
      nginx: 'usr/sbin/nginx',
      'ngx_http_js_module.so': 'usr/lib/nginx/modules/ngx_http_js_module.so',
    },
  },
] as const satisfies readonly DebianBundle[];

/** What nobody packages; their modules are pinned by version, and Go checks their content. */
export const GO_PROGRAMS = [
  {
    name: 'alertmanager',
    module: 'github.com/prometheus/alertmanager/cmd/alertmanager',
    version: 'v0.28.1',
    isOnRequest: false,
  },
  {
    name: 'prom-label-proxy',
    module: 'github.com/prometheus-community/prom-label-proxy',
    version: 'v0.11.1',
    isOnRequest: false,
  },
  {
    name: 'stackdriver_exporter',
    module: 'github.com/prometheus-community/stackdriver_exporter',
    version: 'v0.18.0',
    isOnRequest: false,
  },
  { name: 'k6', module: 'go.k6.io/k6', version: 'v1.8.1', isOnRequest: true },
] as const satisfies readonly GoProgram[];

type KeysOf<Bundle> = Bundle extends { readonly programs: infer Programs } ? keyof Programs : never;

/** Name of a program, or of the module that nginx loads for scripts. */
export type MonitoringProgram =
  KeysOf<(typeof DEBIAN_BUNDLES)[number]> | (typeof GO_PROGRAMS)[number]['name'];
