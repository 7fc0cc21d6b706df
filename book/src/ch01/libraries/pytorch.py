"""Chapter 1 in PyTorch: three samples in closed form, and the gradient of the error."""

# ANCHOR: gradient
import torch

x = torch.tensor([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]])  # column 0 holds ones
y = torch.tensor([1.0, 1.0, 4.0])

print(torch.linalg.lstsq(x, y[:, None]).solution)       # task 8

w = torch.tensor([0.0, 1.0], requires_grad=True)
error = torch.mean((x @ w - y) ** 2)                    # tasks 4 and 6
error.backward()
print(w.grad)                                           # task 7
# ANCHOR_END: gradient
