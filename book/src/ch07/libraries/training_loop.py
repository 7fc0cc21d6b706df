"""XOR, learned: a whole program."""

# ANCHOR: xor
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.set_default_dtype(torch.float64)

x = torch.tensor([[0.0, 0.0], [0.0, 1.0],
                  [1.0, 0.0], [1.0, 1.0]])
y = torch.tensor([[0.0], [1.0], [1.0], [0.0]])
batches = DataLoader(TensorDataset(x, y), batch_size=4)

network = nn.Sequential(
    nn.Linear(2, 4), nn.Tanh(), nn.Linear(4, 1))
# a start that anyone can repeat
with torch.no_grad():
    for p in network.parameters():
        steps = torch.linspace(-1, 1, p.numel())
        p.copy_(steps.reshape(p.shape))

# sigmoid and cross-entropy in one
mean_error = nn.BCEWithLogitsLoss()
optimiser = torch.optim.SGD(network.parameters(), lr=0.5)

for epoch in range(3000):
    for xs, ys in batches:
        optimiser.zero_grad()
        error = mean_error(network(xs), ys)
        error.backward()
        optimiser.step()
    if epoch % 1000 == 0:
        print(f"epoch {epoch}: {error.item():.6f}")

with torch.no_grad():
    print(torch.sigmoid(network(x)))
# ANCHOR_END: xor
