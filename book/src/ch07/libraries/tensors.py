"""A batch, weights and a bias as tensors."""

# ANCHOR: tensors
import torch

x = torch.tensor([[0.0, 0.0], [0.0, 1.0],
                  [1.0, 0.0], [1.0, 1.0]])
w = torch.tensor([[1.0, 1.0], [1.0, -1.0], [0.0, 2.0]])
b = torch.tensor([0.5, 0.0, -1.0])

print(x.shape, x.dtype)
h = torch.tanh(x @ w.T + b)     # b is added to every row
print(h)
print(h.mean())
# ANCHOR_END: tensors
