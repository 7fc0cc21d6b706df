"""Chapter 5 in PyTorch: descent to the line of least squares through three samples."""

# ANCHOR: descent
import torch

x = torch.tensor([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]])
y = torch.tensor([1.0, 1.0, 4.0])
w = torch.zeros(2, requires_grad=True)
optimiser = torch.optim.SGD([w], lr=0.2)    # lr, the learning rate, is η

for _ in range(200):
    optimiser.zero_grad()                   # forget the last gradient
    error = torch.mean((x @ w - y) ** 2)
    error.backward()                        # the gradient
    optimiser.step()                        # task 1
print(w)
# ANCHOR_END: descent
