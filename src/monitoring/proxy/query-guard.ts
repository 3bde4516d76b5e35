import { LABEL_ENFORCER_PORT } from '../endpoints';

/** Port on which the guard takes questions that are allowed, on loopback. */
export const QUERY_GUARD_PORT = 9092;

/** Folder in which the guard finds its files. */
export const QUERY_GUARD_FOLDER = '/etc/query-guard';

/** Longest question that is read, in KiB. */
const LONGEST_QUESTION = 64;

/**
 * Files of the guard, an nginx with njs, by name.
 *
 * prom-label-proxy 0.11.1 writes the namespace into what an aggregation is over, and not into its parameter:
 * `quantile(scalar(x{namespace="another"}) / 1e9, …)` would tell another's value. In PromQL a parameter can depend on
 * series by the function `scalar` alone, whose name is neither quoted nor escaped. So whatever holds this word is
 * refused, wherever it stands in the address or the body; to look once through their decoded text finds more than any
 * program behind could read as a query.
 *
 * @see https://github.com/prometheus-community/prom-label-proxy/blob/v0.11.1/injectproxy/enforce.go
 */
export const queryGuardFiles = (): Readonly<Record<string, string>> => ({
  'guard.js': SCRIPT,
  'nginx.conf': CONFIG,
});

const SCRIPT = `const FORBIDDEN = /scalar/i;
const ANSWER = JSON.stringify({
  status: 'error',
  errorType: 'bad_data',
  error: 'The function scalar is not available here. Compare vectors with "on ()" and "group_left ()" instead.',
});
function decoded(text) {
  return text.replace(/%([0-9a-fA-F]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
}
function check(r) {
  if (FORBIDDEN.test(decoded(r.variables.request_uri)) || FORBIDDEN.test(decoded(r.requestText || ''))) {
    r.headersOut['Content-Type'] = 'application/json';
    r.return(400, ANSWER);
    return;
  }
  r.internalRedirect('@enforcer');
}
export default { check };
`;

const CONFIG = `load_module modules/ngx_http_js_module.so;
pid /tmp/nginx.pid;
error_log stderr warn;
worker_processes 1;
events { worker_connections 256; }
http {
  js_path ${QUERY_GUARD_FOLDER}/;
  js_import guard from guard.js;
  access_log off;
  client_max_body_size ${LONGEST_QUESTION}k;
  client_body_buffer_size ${LONGEST_QUESTION}k;
  client_body_temp_path /tmp/body;
  proxy_temp_path /tmp/proxy;
  fastcgi_temp_path /tmp/fastcgi;
  uwsgi_temp_path /tmp/uwsgi;
  scgi_temp_path /tmp/scgi;
  server {
    listen 127.0.0.1:${QUERY_GUARD_PORT};
    merge_slashes off;
    location / { js_content guard.check; }
    location @enforcer {
      proxy_pass http://127.0.0.1:${LABEL_ENFORCER_PORT};
      proxy_http_version 1.1;
      proxy_set_header Connection "";
    }
  }
}
`;
