"""Descent on a parabola, without zero_grad."""

# ANCHOR: descent
import torch

w = torch.tensor(0.0, requires_grad=True)
optimiser = torch.optim.SGD([w], lr=0.1)
errors = []
for _ in range(12):
    error = (w - 1.0) ** 2
    error.backward()
    optimiser.step()
    errors.append(f"{error.item():.2f}")
print(*errors)
# ANCHOR_END: descent
