import type { PlacedObject } from '../../kubernetes/placed-object';
import type { ToolkitSize } from '../allowance';
import { job } from '../build/job';
import type { PodGroup } from '../build/pods';
import { allowanceOf, pods, sizesOf } from '../build/pods';
import { PACKAGES_FOLDER, installPackages, passingVolume, requirementsOf } from '../build/python-packages';
import { ANY_USER, PYTHON_IMAGE } from '../build/python-image';
import { PODS_SHOWN } from '../build/shown-on';
import { amountsOf, configMap, environment } from '../build/standing';
import type { Toolkit, ToolkitPlace } from '../toolkit';
import { WANDB_PACKAGES } from './packages';

const ID = 'wandb';
const JOB = 'wandb-track';

const RUN: Readonly<Record<ToolkitSize, PodGroup>> = {
  small: pods(1, ['100m', '1'], ['256Mi', '512Mi'], '1Gi'),
  normal: pods(1, ['250m', '1'], ['512Mi', '1Gi'], '1Gi'),
  large: pods(1, ['500m', '2'], ['1Gi', '2Gi'], '2Gi'),
};

export const WANDB_EXAMPLE = `"""Tell Weights & Biases how a training goes, and give the model a version.

With WANDB_API_KEY in the environment the run is in your account at once; without it, it is written
to the folder wandb and sent later: wandb sync wandb/offline-run-*
"""
import json
import os
import random
from pathlib import Path

import wandb

mode = "online" if os.environ.get("WANDB_API_KEY") else "offline"
settings = {"rate": 0.1, "rounds": 20, "seed": 7}

draw = random.Random(settings["seed"])
points = [(x / 50, 3 * x / 50 + 1 + draw.gauss(0, 0.1)) for x in range(100)]
slope = offset = 0.0

with wandb.init(project="first-steps", config=settings, mode=mode) as run:
    for number in range(settings["rounds"]):
        errors = [(slope * x + offset - y, x) for x, y in points]
        slope -= settings["rate"] * 2 * sum(e * x for e, x in errors) / len(errors)
        offset -= settings["rate"] * 2 * sum(e for e, _ in errors) / len(errors)
        run.log({"round": number, "mean_squared_error": sum(e * e for e, _ in errors) / len(errors)})

    Path("model.json").write_text(json.dumps({"slope": slope, "offset": offset}))
    model = wandb.Artifact("line", type="model", metadata={"slope": slope, "offset": offset})
    model.add_file("model.json")
    run.log_artifact(model)

print(f"{mode}: slope {slope:.2f}, offset {offset:.2f}")
`;

function objects({ size }: ToolkitPlace): readonly PlacedObject[] {
  const amounts = RUN[size];
  const files = { 'requirements.txt': requirementsOf(WANDB_PACKAGES), 'track.py': WANDB_EXAMPLE };
  const key = { name: ID, key: 'api-key', optional: true };
  return [
    configMap(ID, files, JOB),
    job({
      toolkit: ID,
      name: JOB,
      user: ANY_USER,
      initContainers: [installPackages(PYTHON_IMAGE.ref, amounts, { name: 'files', mountPath: '/files' })],
      containers: [
        {
          name: 'track',
          image: PYTHON_IMAGE.ref,
          command: ['python3', '/files/track.py'],
          env: [
            ...environment({ HOME: '/tmp', PYTHONPATH: PACKAGES_FOLDER }),
            { name: 'WANDB_API_KEY', valueFrom: { secretKeyRef: key } },
          ],
          workingDir: '/tmp',
          resources: amountsOf(amounts),
          volumeMounts: [
            { name: 'files', mountPath: '/files', readOnly: true },
            { name: 'packages', mountPath: PACKAGES_FOLDER, readOnly: true },
            { name: 'tmp', mountPath: '/tmp' },
          ],
        },
      ],
      volumes: [
        { name: 'files', configMap: { name: JOB } },
        passingVolume('packages', '512Mi'),
        passingVolume('tmp', '256Mi'),
      ],
    }),
  ];
}

/** Weights & Biases: the service of somebody else, reached with a key that is the student's own. */
export const wandb: Toolkit = {
  id: ID,
  title: 'Weights & Biases',
  area: 'experiments',
  gives: 'A way to tell your account at Weights & Biases of your runs, or to keep them in files.',
  licence: 'MIT',
  homepage: 'https://wandb.ai',
  sizes: sizesOf(RUN, (group) => allowanceOf([group])),
  images: [PYTHON_IMAGE],
  examples: (place) => [
    { name: 'track-job.yaml', objects: objects(place) },
    { name: 'track.py', text: WANDB_EXAMPLE },
  ],
  handout: () =>
    [
      'Nothing runs for it in your place. Without a key, runs are written to files, and those of the Job are gone with its pod: run `track.py` on your own machine or in a notebook then. With a key of your own account, put it into a Secret that you make yourself; nobody else needs it, and it stands in no file:',
      '',
      '```sh',
      'read -rs KEY && kubectl create secret generic wandb --from-literal=api-key="$KEY"; unset KEY',
      'kubectl replace --force -f track-job.yaml',
      `kubectl logs -f job/${JOB}`,
      '```',
      '',
      'In a notebook: `pip install --user wandb==0.31.0`, then `wandb.login()`. An account belongs to you and not to the course: what you send there is subject to the terms of wandb.ai.',
    ].join('\n'),
  dashboards: [PODS_SHOWN],
  alsoCosts: {
    says: () =>
      'nothing for personal and academic accounts by the terms of wandb.ai; it is no part of this bill',
  },
  shown: {
    how: 'run',
    what: 'the example with the pinned packages and without a key: it writes a run and a model',
  },
};
