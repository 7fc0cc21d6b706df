"""One step of gradient descent by an optimiser."""

# ANCHOR: optimiser
import torch

w = torch.tensor([-1.0, 1.0], requires_grad=True)
x = torch.tensor([1.0, 2.0])
optimiser = torch.optim.SGD([w], lr=0.5)

optimiser.zero_grad()               # forget the old gradient
error = torch.sigmoid(w @ x) ** 2
error.backward()                    # w.grad is the new one
optimiser.step()                    # w ← w − 0.5 w.grad
print(w)
# ANCHOR_END: optimiser
