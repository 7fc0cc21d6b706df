"""Chapter 3 in PyTorch: activation functions and their slopes, far from 0 too."""

# ANCHOR: activations
import torch
from torch.nn.functional import leaky_relu, silu, softmax, softplus

a = torch.tensor([-2.0, 0.0, 3.0], requires_grad=True)
torch.relu(a).sum().backward()
print(a.grad)                                  # task 1: 0 at the kink

x = torch.tensor([-800.0, -1.0, 800.0])
for f in leaky_relu, torch.sigmoid, torch.tanh, softplus, silu:
    print(f(x))                                # tasks 2 and 4 to 7
print(softmax(x, dim=0))                       # task 8

first = torch.tensor(1.0, requires_grad=True)
h = first
for _ in range(10):
    h = torch.sigmoid(h)
h.backward()
print(first.grad)                              # task 9
# ANCHOR_END: activations
