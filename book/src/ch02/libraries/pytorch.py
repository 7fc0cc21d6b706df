"""Chapter 2 in PyTorch: the neuron that is the gate “x₁ and not x₂”, and a layer of two."""

# ANCHOR: neuron
import torch

x = torch.tensor([[1.0, -1.0, -1.0], [1.0, -1.0, 1.0],
                  [1.0, 1.0, -1.0], [1.0, 1.0, 1.0]])
w = torch.tensor([-1.0, 1.0, -1.0])

a = x @ w                       # task 1, for a whole batch
print(torch.sign(a))            # task 2; torch.sign(0) is 0, as ours
print(torch.sigmoid(a))         # task 3
layer = torch.nn.Linear(2, 2)   # task 5; the bias is kept separately
print(torch.sigmoid(layer(x[:, 1:])).shape)
# ANCHOR_END: neuron
