import { textAt } from '../json-value';
import type { ClusterWorld } from '../world';
import type { MonitoringFault } from './monitoring-fault';
import { unguarded } from './monitoring-fault';
import { tryFindFiles } from './parsed-file';

/** Each thing that the file says of this kind must be the one that is meant. */
const MEANT: readonly (readonly [file: string, what: RegExp, meant: string])[] = [
  ['nginx.conf', /\blisten\s+([^;]*);/g, '127.0.0.1:9092'],
  ['nginx.conf', /\bproxy_pass\s+([^;]*);/g, 'http://127.0.0.1:9091'],
  // Only the script leads to the location whose name begins with @.
  ['nginx.conf', /\blocation\s+([^{]*?)\s*\{/g, '/,@enforcer'],
  ['nginx.conf', /\bjs_content\s+([^;]*);/g, 'guard.check'],
  ['nginx.conf', /\bjs_import\s+([^;]*);/g, 'guard from guard.js'],
  ['guard.js', /\bFORBIDDEN = (.*);/g, '/scalar/i'],
  ['guard.js', /FORBIDDEN\.test\(decoded\(([a-zA-Z._]+)/g, 'r.variables.request_uri,r.requestText'],
];
const REFUSES = /if \(FORBIDDEN\.test\(.*\) \|\| FORBIDDEN\.test\(.*\)\) \{[^}]*r\.return\(4\d\d/s;

/**
 * What is wrong with what looks at questions before a namespace is written into them. A parameter of an aggregation is left
 * as it is by the program behind, and depends on series by the one function that is refused here.
 */
export function queryGuardFaults(cluster: ClusterWorld): readonly MonitoringFault[] {
  const files = tryFindFiles(cluster, 'query-guard');
  if (files === undefined) return [];
  const textOf = (file: string): string => textAt(files.object, 'data', file) ?? '';
  const sentence = "A question may depend on another's metrics";
  return [
    ...MEANT.flatMap(([file, what, meant]): readonly MonitoringFault[] => {
      const said = [...textOf(file).matchAll(what)].map(([, value = '']) => value).join();
      const says = `${file} says ${said === '' ? 'nothing' : said}; it should say ${meant}`;
      return said === meant ? [] : [unguarded(files, sentence, says)];
    }),
    ...(REFUSES.test(textOf('guard.js'))
      ? []
      : [unguarded(files, sentence, 'guard.js does not refuse what it finds')]),
  ];
}
