"""Chapter 4 in PyTorch: the network that the chapter computes by hand."""

# ANCHOR: network
import torch
from torch import nn

hidden, output = nn.Linear(2, 3, bias=False), nn.Linear(3, 1, bias=False)
with torch.no_grad():
    hidden.weight.copy_(torch.tensor([[1.0, 2.0], [-1.0, 1.0], [1.0, -1.0]]))  # W1
    output.weight.copy_(torch.tensor([[2.0, 4.0, -3.0]]))                      # W2

network = nn.Sequential(hidden, nn.ReLU(), output)
print(network(torch.tensor([[3.0, 1.0], [1.0, 2.0]])))           # task 4
print(sum(p.numel() for p in nn.Linear(64, 32).parameters()))    # task 5
# ANCHOR_END: network
