"""The slope of a² at 3, three times, without zero_grad."""

# ANCHOR: zero_grad
import torch

a = torch.tensor(3.0, requires_grad=True)
for _ in range(3):
    error = a ** 2
    error.backward()
    print(a.grad)
# ANCHOR_END: zero_grad
