import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DEBIAN_BUNDLES } from '../../../scripts/monitoring-programs/wanted-programs';
import { temporaryFolder } from '../../app/temporary-folder';

/** Shell scripts in the place of the programs that a machine has, by their names. */
export type Scripts = Readonly<Record<string, string>>;

const PATHS = Object.assign({}, ...DEBIAN_BUNDLES.map(({ programs }) => programs)) as Readonly<
  Record<string, string>
>;
const PACKAGE_OF: Readonly<Record<string, string>> = {
  prometheus: 'prometheus',
  promtool: 'prometheus',
  amtool: 'prometheus-alertmanager',
  'redis-server': 'redis-tools',
  'redis-cli': 'redis-tools',
  nginx: 'nginx',
  'ngx_http_js_module.so': 'libnginx-mod-http-js',
};

/** An apt-get that has every package it is asked for, with a library and a page of documentation each. */
export const APT = `
case "$1" in
  --print-uris) for name in "$@"; do case "$name" in -*|install) ;; *)
    echo "'file:/$name' \${name}_5%3a1.2-3+b4_amd64.deb 100 SHA256:00"
    echo "'file:/$name-doc' \${name}-doc_1.2_all.deb 100 SHA256:00" ;; esac; done ;;
  -qq) shift 2; for name in "$@"; do touch "$name.deb"; done ;;
esac`;

/** An apt-get that knows nothing before its update, which it notes in the file. */
export const aptWithoutLists = (notes: string): string => `
if [ "$1" = update ]; then echo updated >> ${notes}; exit 0; fi
if [ ! -e ${notes} ]; then echo 'E: Unable to locate package prometheus' >&2; exit 100; fi
${APT}`;

/** A dpkg that unpacks from a package what the tests know to be in it. */
export const DPKG = `
package=$(basename "$2"); package=\${package%%=*}; root=$3
${Object.entries(PATHS)
  .map(([name, path]) => `[ "$package" = ${PACKAGE_OF[name]} ] && install -D /dev/null "$root/${path}"`)
  .join('\n')}
[ "$package" = redis-tools ] && mkdir -p "$root/usr/lib/x86_64-linux-gnu"
exit 0`;

/** A go that puts a program named after its module into GOBIN. */
export const GO = `
module=\${!#}; program=\${module%@*}; touch "$GOBIN/$(basename "$program")"`;

/** A PATH that has these programs, and those of a system beside apt-get, dpkg and go. */
export function pathWith(scripts: Scripts): string {
  const folder = temporaryFolder();
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), `#!/bin/bash\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

/** A root of a file system in which nothing is installed, with a name and release of its system. */
export function bareRoot(release = 'ID=debian\nVERSION_ID="12"\n'): string {
  const root = temporaryFolder();
  putFile(join(root, 'etc/os-release'), release);
  return root;
}

/** Writes a file, and the folders that it stands in. */
export function putFile(path: string, text = ''): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
