"""The same step in PyTorch: prints how many seconds it takes, the least of several rounds."""

import sys
from time import perf_counter
import torch
from torch import nn

n, k, d, m, rounds = map(int, sys.argv[1:6])
seconds = float(sys.argv[6])
torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
x = torch.sin(torch.arange(n * k) * 12.9898).reshape(n, k)
y = (torch.arange(n * m) % 3 == 0).double().reshape(n, m)
network = nn.Sequential(nn.Linear(k, d), nn.Tanh(), nn.Linear(d, m))
mean_error = nn.BCEWithLogitsLoss()
optimiser = torch.optim.SGD(network.parameters(), lr=0.01)

least = float("inf")
for _ in range(rounds):
    start, count = perf_counter(), 0
    while perf_counter() - start < seconds:
        optimiser.zero_grad()
        mean_error(network(x), y).backward()
        optimiser.step()
        count += 1
    least = min(least, (perf_counter() - start) / count)
print(least)
