"""A network with dropout, asked twice for its prediction."""

# ANCHOR: evaluation
import torch
from torch import nn

network = nn.Sequential(nn.Linear(2, 32), nn.Tanh(),
                        nn.Dropout(0.5), nn.Linear(32, 1))
x = torch.tensor([[0.0, 1.0]])

print(torch.equal(network(x), network(x)))
network.eval()
print(torch.equal(network(x), network(x)))

print(network(x).requires_grad)
with torch.no_grad():
    print(network(x).requires_grad)
# ANCHOR_END: evaluation
