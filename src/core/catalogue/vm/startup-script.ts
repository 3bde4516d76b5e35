/**
 * What a machine does at each start, as root: Docker is there after the first one. It says nothing of whose the machine is, so that
 * all machines have the same.
 */
export const STARTUP_SCRIPT = `#!/bin/sh
# Written by Practicum, run as root at each start; what is there already is not installed again.
set -eu
command -v docker > /dev/null && exit 0
export DEBIAN_FRONTEND=noninteractive
# The way out may take a while to stand after the very first start.
for attempt in 1 2 3 4 5 6 7 8 9 10; do
  apt-get update && apt-get install --yes --no-install-recommends docker.io && exit 0
  sleep 15
done
echo "Docker could not be installed: restart the machine, or run: sudo apt-get install docker.io" >&2
exit 1
`;
