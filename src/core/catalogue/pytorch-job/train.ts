/** Data-parallel training with PyTorch: every worker has the whole model and a part of the data. */
export const PYTORCH_TRAIN = `"""Train one model on several workers: each has all of the model and its own part of the data.

After each step the workers average their gradients, so that all copies stay the same.
Compare the time with one worker and with two, and say where it is lost.
"""
import os
import time

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel
from torch.utils.data import DataLoader, DistributedSampler, TensorDataset

# With NCCL every worker needs a GPU for itself; gloo also works where two share one, and on processors.
dist.init_process_group(os.environ.get("BACKEND", "gloo"))
rank, workers = dist.get_rank(), dist.get_world_size()
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
torch.manual_seed(0)

inputs = torch.randn(20_000, 20)
targets = (inputs[:, :5].sum(dim=1, keepdim=True) + inputs[:, 5:6] * inputs[:, 6:7] > 0).float()
data = TensorDataset(inputs, targets)
sampler = DistributedSampler(data, num_replicas=workers, rank=rank, seed=0)
batches = DataLoader(data, batch_size=256, sampler=sampler)

model = DistributedDataParallel(nn.Sequential(nn.Linear(20, 128), nn.ReLU(), nn.Linear(128, 1)).to(device))
loss_of = nn.BCEWithLogitsLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3 * workers)

began = time.time()
for epoch in range(5):
    sampler.set_epoch(epoch)
    total = torch.zeros(1)
    for x, y in batches:
        optimizer.zero_grad()
        loss = loss_of(model(x.to(device)), y.to(device))
        loss.backward()
        optimizer.step()
        total += loss.detach().cpu()
    dist.all_reduce(total)
    if rank == 0:
        print(f"epoch {epoch}: loss {total.item() / len(batches) / workers:.4f}", flush=True)

print(f"worker {rank} of {workers} on {device}: {time.time() - began:.1f} s", flush=True)
dist.destroy_process_group()
`;
