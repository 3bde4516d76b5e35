import { runExercise, torchExercise } from '../build/torch-exercise';
import type { Toolkit } from '../toolkit';

const ID = 'mxnet';

const GLUON = `"""What Gluon of MXNet was for, with PyTorch: a network that is run as it is written, and also as a fixed graph.

gluon.nn.HybridSequential      torch.nn.Sequential
net.initialize()               parameters are there when a layer is made
net.hybridize()                torch.jit.trace, torch.compile or torch.export
autograd.record()              every operation is recorded unless torch.no_grad()
gluon.Trainer(...).step(n)     optimizer.step(), on the mean of a batch
kvstore="dist_sync"            torchrun and DistributedDataParallel: the toolkit pytorch-job
"""
import torch
from torch import nn

torch.manual_seed(7)
images = torch.randn(1000, 1, 12, 12)
labels = (images[:, 0, 3:9, 3:9].mean(dim=(1, 2)) > 0).long()

network = nn.Sequential(
    nn.Conv2d(1, 8, kernel_size=3, padding=1),
    nn.ReLU(),
    nn.MaxPool2d(2),
    nn.Flatten(),
    nn.Linear(8 * 6 * 6, 2),
)
optimizer = torch.optim.Adam(network.parameters(), lr=0.003)
for epoch in range(1, 6):
    for batch in torch.randperm(1000).split(50):
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(network(images[batch]), labels[batch])
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        right = (network(images).argmax(dim=1) == labels).float().mean().item()
    print(f"epoch {epoch}: loss {loss.item():.3f}, {right:.1%} right")

network.eval()
fixed = torch.jit.trace(network, images[:1])
assert torch.allclose(fixed(images[:8]), network(images[:8]), atol=1e-5)
print("the fixed graph answers the same, without Python:", len(list(fixed.graph.nodes())), "nodes")
`;

const EXERCISE = { toolkit: ID, name: 'gluon', script: GLUON };

/** A row that says what became of MXNet. */
export const mxnet: Toolkit = {
  id: ID,
  title: 'Apache MXNet',
  area: 'frameworks',
  gives: 'An exercise of MXNet, a network that is written and then fixed, with PyTorch.',
  licence: 'Apache-2.0',
  homepage: 'https://attic.apache.org/projects/mxnet.html',
  ...torchExercise(EXERCISE),
  handout: () =>
    [
      'MXNet went to the Apache Attic in 2023; its last release, 1.9.1, and the image `docker.io/mxnet/python:1.9.1_cpu_py3` are of May 2022 and get no fixes. The exercise is what Gluon was liked for, written with PyTorch, and says which name became which:',
      '',
      ...runExercise(EXERCISE),
      '',
      'A model that you have in MXNet moves by ONNX: `mxnet.onnx.export_model` there, ONNX Runtime here.',
    ].join('\n'),
  retired: {
    since: '2023-11',
    source:
      'attic.apache.org/projects/mxnet.html; the banner of github.com/apache/mxnet, archived 2023-11-17',
    instead: ['pytorch', 'onnx-runtime'],
    says: 'In the Apache Attic since 2023; the last image is docker.io/mxnet/python:1.9.1_cpu_py3 of May 2022. Labs use PyTorch, and ONNX Runtime for models that were exported.',
  },
};
