import type { Handle } from '../../domain/ids';
import { machineName } from '../../domain/names';
import type { ToolkitPlace } from '../toolkit';
import { machineZone } from './machine-shapes';

/** Where a machine is, as `gcloud` asks for it. */
export interface MachineAddress {
  readonly name: string;
  readonly project: string;
  readonly zone: string;
}

export function machineAddress({ namespace, registryPath, machinesProject }: ToolkitPlace): MachineAddress {
  const [registry = '', ownProject = ''] = registryPath.split('/');
  return {
    name: machineName(namespace as Handle),
    project: machinesProject ?? ownProject,
    zone: machineZone(registry.replace('-docker.pkg.dev', '')),
  };
}

/** The toy application: it answers on a port that tunnels lead to, and writes down what it was asked. */
export const APP_SOURCE = `import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

# The disk stays when the machine sleeps: what is written here is there again when it wakes.
ASKED = os.path.join(os.environ.get("STATE_DIRECTORY", "."), "asked.jsonl")
MODEL = {"slope": 0.42, "intercept": 0.1}


class App(BaseHTTPRequestHandler):
    def do_GET(self):
        url = urlsplit(self.path)
        if url.path == "/":
            return self.answer(200, {"asked": asked()})
        try:
            x = float(parse_qs(url.query)["x"][0])
        except (KeyError, ValueError):
            return self.answer(400, {"error": "ask with a number: /predict?x=2"})
        with open(ASKED, "a") as file:
            file.write(json.dumps({"x": x}) + "\\n")
        self.answer(200, {"y": MODEL["slope"] * x + MODEL["intercept"]})

    def answer(self, status, body):
        text = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)


def asked():
    if not os.path.exists(ASKED):
        return 0
    with open(ASKED) as file:
        return sum(1 for _ in file)


# Only tunnels get here: nothing else is let into the machine.
ThreadingHTTPServer(("", int(os.environ.get("PORT", "8000"))), App).serve_forever()
`;

/** Starts the application with the machine, as nobody in particular, and again if it dies. */
export const APP_UNIT = `[Unit]
Description=My application
After=network-online.target
Wants=network-online.target

[Service]
ExecStart=/usr/bin/python3 -u /opt/app/app.py
Environment=PORT=8000
DynamicUser=yes
StateDirectory=app
Restart=on-failure

[Install]
WantedBy=multi-user.target
`;

/** Wakes the machine if it sleeps, puts the application there and asks it. */
export function deployScript(place: ToolkitPlace): string {
  const { name, project, zone } = machineAddress(place);
  return `#!/bin/sh
# sh deploy.sh, in the folder with app.py and app.service
set -eu

machine=${name}
place="--project ${project} --zone ${zone}"

on_machine() {
  # shellcheck disable=SC2086
  gcloud compute ssh "$machine" $place --tunnel-through-iap --quiet --command "$1"
}

# shellcheck disable=SC2086
if [ "$(gcloud compute instances describe "$machine" $place --format 'value(status)')" != RUNNING ]; then
  gcloud compute instances start "$machine" $place
fi
# It answers half a minute after it was started.
tries=0
until on_machine true; do
  tries=$((tries + 1))
  [ "$tries" -lt 10 ] || exit 1
  sleep 6
done

# shellcheck disable=SC2086
gcloud compute scp app.py app.service "$machine:" $place --tunnel-through-iap --quiet
on_machine 'sudo install -D -m 644 app.py /opt/app/app.py &&
  sudo install -m 644 app.service /etc/systemd/system/app.service &&
  sudo systemctl daemon-reload && sudo systemctl enable --quiet app && sudo systemctl restart app &&
  curl --fail --silent --show-error --retry 10 --retry-connrefused "http://localhost:8000/predict?x=2"'
`;
}
