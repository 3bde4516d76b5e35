import { runAccountId, runServiceName } from '../../domain/names';
import type { Handle } from '../../domain/ids';
import { PYTHON_IMAGE } from '../build/python-image';
import type { ToolkitPlace } from '../toolkit';

/** Cloud Run says by `PORT` where it will ask. */
export const SERVICE_SOURCE = `import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

# Read once, when an instance starts: the first request after a quiet time waits for this.
MODEL = {"slope": 0.42, "intercept": 0.1}


class Service(BaseHTTPRequestHandler):
    def do_GET(self):
        url = urlsplit(self.path)
        if url.path == "/health":
            return self.answer(200, {"ok": True})
        try:
            x = float(parse_qs(url.query)["x"][0])
        except (KeyError, ValueError):
            return self.answer(400, {"error": "ask with a number: /predict?x=2"})
        self.answer(200, {"y": MODEL["slope"] * x + MODEL["intercept"]})

    def answer(self, status, body):
        text = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)


ThreadingHTTPServer(("", int(os.environ.get("PORT", "8080"))), Service).serve_forever()
`;

export const DOCKERFILE = `FROM ${PYTHON_IMAGE.ref}
WORKDIR /app
COPY service.py .
USER 65532
ENV PYTHONUNBUFFERED=1
CMD ["python3", "service.py"]
`;

/** Builds the folder, deploys it to the one service of the place, and asks it. */
export function deployScript({ namespace, registryPath, servicesProject }: ToolkitPlace): string {
  const [registry = '', ownProject = ''] = registryPath.split('/');
  const handle = namespace as Handle;
  const project = servicesProject ?? ownProject;
  return `#!/bin/sh
# sh deploy.sh, in the folder with the Dockerfile
set -eu

project=${project}
region=${registry.replace('-docker.pkg.dev', '')}
service=${runServiceName(handle)}
# A version of its own for each deploy, so that you can go back to one.
image=${registryPath}/service:$(date -u +%Y%m%d-%H%M%S)

gcloud auth configure-docker ${registry} --quiet
docker build --platform linux/amd64 --tag "$image" .
docker push "$image"
gcloud run deploy "$service" --project "$project" --region "$region" --image "$image" \\
  --service-account "${runAccountId(handle)}@$project.iam.gserviceaccount.com" --max-instances 2 --quiet

url=$(gcloud run services describe "$service" --project "$project" --region "$region" --format 'value(status.url)')
curl --fail --header "Authorization: Bearer $(gcloud auth print-identity-token)" "$url/predict?x=2"
`;
}
