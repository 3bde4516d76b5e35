import { runExercise, torchExercise } from '../build/torch-exercise';
import type { Toolkit } from '../toolkit';

const ID = 'caffe2';

const PREDICTOR = `"""What Caffe2 was for, with PyTorch: train here, and run elsewhere what no longer needs the training code.

Caffe2 kept two nets in files, init_net for the weights and predict_net for the operators, and a Predictor ran them.
PyTorch, into which it was merged, keeps both in one file.
"""
import torch
from torch import nn

# The regression of Caffe2's first tutorial: two weights and an offset are to be found again.
torch.manual_seed(7)
features = torch.randn(512, 2)
targets = features @ torch.tensor([[2.0], [1.5]]) + 0.5 + 0.01 * torch.randn(512, 1)

model = nn.Linear(2, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for step in range(101):
    optimizer.zero_grad()
    loss = nn.functional.mse_loss(model(features), targets)
    loss.backward()
    optimizer.step()
    if step % 25 == 0:
        print(f"step {step}: loss {loss.item():.5f}")
print("weights:", [round(w, 2) for w in model.weight[0].tolist()], "offset:", round(model.bias.item(), 2))

# init_net and predict_net in one file; C++ and phones read it too.
torch.jit.trace(model, features[:1]).save("predictor.pt")
predictor = torch.jit.load("predictor.pt")
print("the file alone answers:", [round(value, 2) for value in predictor(features[:3]).flatten().tolist()])
assert torch.equal(predictor(features), model(features))
`;

const EXERCISE = { toolkit: ID, name: 'predictor', script: PREDICTOR };

/** A row that says what became of Caffe2. */
export const caffe2: Toolkit = {
  id: ID,
  title: 'Caffe2',
  area: 'frameworks',
  gives: 'An exercise of Caffe2, a model that runs without the code it was trained by, with PyTorch.',
  licence: 'Apache-2.0',
  homepage: 'https://github.com/facebookarchive/caffe2',
  ...torchExercise(EXERCISE),
  handout: () =>
    [
      'Caffe2 was merged into PyTorch in March 2018, which dropped its code later; the last image of its own, `docker.io/caffe2ai/caffe2:c2v0.8.1.cpu.min.ubuntu16.04`, is of 2017. The exercise is its first tutorial and its two nets, written with PyTorch:',
      '',
      ...runExercise(EXERCISE),
      '',
      'Models of Caffe2 that you still have move by ONNX: ONNX Runtime serves them.',
    ].join('\n'),
  retired: {
    since: '2018-03',
    source:
      'github.com/facebookarchive/caffe2, issue 2439: merged into PyTorch; the repository was archived 2023-02-07',
    instead: ['pytorch', 'onnx-runtime'],
    says: 'Merged into PyTorch in March 2018; the last image is docker.io/caffe2ai/caffe2:c2v0.8.1.cpu.min.ubuntu16.04 of 2017. Labs use PyTorch, and ONNX Runtime for models that were exported.',
  },
};
