import { WEB_CONTAINER, WEB_SERVICE } from '../../domain/names';
import type { PlacedObject } from '../../kubernetes/placed-object';
import type { ToolkitSize } from '../allowance';
import type { PodGroup } from '../build/pods';
import { allowanceOf, pods, sizesOf } from '../build/pods';
import { ANY_USER } from '../build/python-image';
import { passingVolume } from '../build/python-packages';
import { LAST_REQUESTS, SCRAPED, SERVICE_PORT, httpProbes } from '../build/python-service';
import { PODS_SHOWN, REQUESTS_SHOWN, REQUEST_METRICS } from '../build/shown-on';
import { amountsOf, deployment, environment } from '../build/standing';
import type { CatalogueImage, Toolkit, ToolkitPlace } from '../toolkit';
import { FLEET_SOURCE, MACHINE_SOURCE } from './actor-sources';
import { METRICS_SOURCE } from './metrics-source';
import { pomFile } from './project';
import { MAIN_SOURCE } from './service-sources';

const ID = 'pekko';

const IMAGE: CatalogueImage = {
  ref: 'docker.io/library/eclipse-temurin:21.0.12_8-jre-noble@sha256:7739f0ffce786528961eea6bf46d9610ee968ac6127c9b2e93494757bdecce9f',
  source: 'manifests of several public projects that pin it; https://hub.docker.com/_/eclipse-temurin',
  date: '2026-09',
};

/** The service was seen to take 170 MB; half of the limit is its heap. */
const AMOUNTS: Readonly<Record<ToolkitSize, PodGroup>> = {
  small: pods(1, ['100m', '1'], ['256Mi', '512Mi']),
  normal: pods(1, ['250m', '2'], ['512Mi', '1Gi']),
  large: pods(1, ['500m', '4'], ['1Gi', '2Gi']),
};

/** How the program is started. It asks for its share of the container's memory by itself. */
export const JAVA_COMMAND = [
  'java',
  '-XX:MaxRAMPercentage=50',
  // It would write its numbers for other programs into /tmp.
  '-XX:-UsePerfData',
  '-cp',
  '/app/machines.jar:/app/lib/*',
  'example.Main',
] as const;

const DOCKERFILE = `FROM ${IMAGE.ref}
# What others made changes less often than what you make: it is a layer of its own.
COPY target/lib /app/lib
COPY target/machines.jar /app/
# A number and not a name: Kubernetes has to see that it is not root.
USER ${ANY_USER}
EXPOSE ${SERVICE_PORT}
CMD [${JAVA_COMMAND.map((word) => `"${word}"`).join(', ')}]
`;

/** One copy: what an actor knows is in its memory, and another copy would know something else. */
const service = ({ registryPath, size }: ToolkitPlace): PlacedObject =>
  deployment({
    toolkit: ID,
    name: WEB_SERVICE,
    user: ANY_USER,
    labels: { app: WEB_SERVICE, ...SCRAPED },
    containers: [
      {
        name: WEB_CONTAINER,
        image: `${registryPath}/${ID}:1`,
        env: environment({ HOME: '/tmp' }),
        ports: [{ name: 'metrics', containerPort: SERVICE_PORT }],
        ...httpProbes(SERVICE_PORT, '/health', '/health'),
        lifecycle: LAST_REQUESTS,
        resources: amountsOf(AMOUNTS[size]),
        volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
      },
    ],
    volumes: [passingVolume('tmp', '64Mi')],
  });

/** Actors, by Akka's open successor. */
export const pekko: Toolkit = {
  id: ID,
  title: 'Apache Pekko',
  area: 'actors',
  gives: 'A sample service of actors with metrics, in Java, that you build and run.',
  licence: 'Apache-2.0',
  homepage: 'https://pekko.apache.org',
  sizes: sizesOf(AMOUNTS, (group) => allowanceOf([group])),
  images: [IMAGE],
  examples: (place) => [
    { name: 'pom.xml', text: pomFile() },
    { name: 'src/main/java/example/Main.java', text: MAIN_SOURCE },
    { name: 'src/main/java/example/Fleet.java', text: FLEET_SOURCE },
    { name: 'src/main/java/example/Machine.java', text: MACHINE_SOURCE },
    { name: 'src/main/java/example/Metrics.java', text: METRICS_SOURCE },
    { name: 'Dockerfile', text: DOCKERFILE },
    { name: 'service.yaml', objects: [service(place)] },
  ],
  handout: ({ host, registryPath }) =>
    [
      'Pekko is what Akka was until its licence changed in 2022, kept open by Apache. In the sample, each machine that sends measurements has an actor of its own, which learns what is usual for it and says how unusual a value is. It needs Java 17 and Maven. Build it, push it to your registry and run it as `web`:',
      '',
      '```sh',
      'mvn package',
      `docker build --platform linux/amd64 --tag ${registryPath}/${ID}:1 .`,
      `docker push ${registryPath}/${ID}:1`,
      'kubectl apply -f service.yaml',
      'kubectl rollout status deployment/web',
      `for value in 20 21 19 20.5 35; do curl -d $value https://${host}/machines/press-1; echo; done`,
      '```',
      '',
      'The last answer ends with `"unusual":17.42`. Begin with `Machine.java`. `machine_actors` in its metrics is how many actors there are.',
    ].join('\n'),
  dashboards: [PODS_SHOWN, REQUESTS_SHOWN],
  metrics: REQUEST_METRICS,
  shown: {
    how: 'run',
    what: 'the sample, compiled and asked as its hand-out says; its metrics are those that the board asks for',
  },
};
