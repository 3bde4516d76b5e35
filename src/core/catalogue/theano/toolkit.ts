import { runExercise, torchExercise } from '../build/torch-exercise';
import type { Toolkit } from '../toolkit';

const ID = 'theano';

const GRADIENTS = `"""What Theano was for, with PyTorch: an expression, its gradient, and a compiled function of both.

In Theano one wrote x = T.dmatrix(), cost = ..., T.grad(cost, [w, b]) and theano.function([x, y], cost, updates=...).
The graph was built first and run later. Here the function is plain Python, and grad makes another function of it.
"""
import torch
from torch.func import functional_call, grad_and_value

torch.manual_seed(7)
x = torch.randn(400, 784)
truth = torch.randn(784)
y = (x @ truth > 0).float()

model = torch.nn.Linear(784, 1)
weights = {name: value.detach() for name, value in model.named_parameters()}


def cost(weights, x, y):
    """Cross-entropy of a logistic regression, and a little of the square of its weights."""
    score = functional_call(model, weights, (x,)).squeeze(1)
    cross_entropy = torch.nn.functional.binary_cross_entropy_with_logits(score, y)
    return cross_entropy + 0.01 * weights["weight"].pow(2).sum()


gradient = grad_and_value(cost)
for step in range(201):
    slopes, value = gradient(weights, x, y)
    weights = {name: each - 0.1 * slopes[name] for name, each in weights.items()}
    if step % 50 == 0:
        print(f"step {step}: cost {value.item():.4f}")

score = functional_call(model, weights, (x,)).squeeze(1)
print(f"right: {((score > 0).float() == y).float().mean().item():.1%}")
`;

const EXERCISE = { toolkit: ID, name: 'gradients', script: GRADIENTS };

/** A row that says what became of Theano. */
export const theano: Toolkit = {
  id: ID,
  title: 'Theano',
  area: 'frameworks',
  gives: 'An exercise of Theano, a gradient of an expression, written with PyTorch.',
  licence: 'BSD-3-Clause',
  homepage: 'https://github.com/Theano/Theano',
  ...torchExercise(EXERCISE),
  handout: () =>
    [
      'Its makers ended Theano in 2017; the last release is of July 2020, and no image of theirs exists. PyTensor goes on with its graphs, for PyMC. The exercise is what Theano was used for, the gradient of an expression, written with PyTorch:',
      '',
      ...runExercise(EXERCISE),
    ].join('\n'),
  retired: {
    since: '2020-07',
    source: 'github.com/Theano/Theano: release 1.0.5, and the notice of its makers of September 2017',
    instead: ['pytorch', 'tensorflow'],
    says: 'Ended by its makers in 2017, last released in July 2020; there never was an official image. PyTensor is the successor that the repository names; labs use PyTorch.',
  },
};
