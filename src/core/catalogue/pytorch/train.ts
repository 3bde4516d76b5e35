/** Training with PyTorch, from made-up data to weights in the bucket. */
export const TORCH_TRAIN = `"""Train a small network with PyTorch, keep its weights, and see that they load again.

The data is drawn here, so that nothing has to be downloaded: two measurements of a machine, and whether it
failed. Put your own in its place.
"""
import os

import torch
from torch import nn

torch.manual_seed(7)
heat, load = 60 + 8 * torch.randn(4000), torch.rand(4000)
features = torch.stack([heat, load], dim=1)
failed = ((heat - 60) / 8 + 4 * load - 2 + 0.5 * torch.randn(4000) > 0).float().unsqueeze(1)
training, test = slice(0, 3200), slice(3200, None)


class Risk(nn.Module):
    """What scales the input is a part of the model: whoever asks it sends what was measured."""

    def __init__(self):
        super().__init__()
        self.register_buffer("mean", torch.zeros(2))
        self.register_buffer("deviation", torch.ones(2))
        self.layers = nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 1))

    def forward(self, features):
        return self.layers((features - self.mean) / self.deviation)


device = "cuda" if torch.cuda.is_available() else "cpu"
model = Risk().to(device)
model.mean.copy_(features[training].mean(dim=0))
model.deviation.copy_(features[training].std(dim=0))
features, failed = features.to(device), failed.to(device)
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
loss_of = nn.BCEWithLogitsLoss()

for epoch in range(1, 6):
    order = torch.randperm(3200)
    for batch in order.split(64):
        optimizer.zero_grad()
        loss = loss_of(model(features[batch]), failed[batch])
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        right = ((model(features[test]) > 0).float() == failed[test]).float().mean()
    print(f"epoch {epoch}: loss {loss.item():.3f}, {right.item():.1%} right on {device}")

torch.save(model.state_dict(), "model.pt")
again = Risk().to(device)
again.load_state_dict(torch.load("model.pt", map_location=device))
assert torch.equal(again(features[:5]), model(features[:5]))

if "BUCKET" in os.environ:
    import bucket

    bucket.put("model.pt", "models/pytorch/my-model/1/model.pt")
`;
