"""Chapter 6 in PyTorch: the error and the slopes of the case on paper, and one step."""

# ANCHOR: on_paper
import torch
from math import log

x = torch.tensor([[1.0, 1.0], [1.0, -1.0]], dtype=torch.float64)
y = torch.tensor([[1.0], [2.0]], dtype=torch.float64)
w1 = [[log(3) / 2, log(3) / 2], [0.0, log(2)]]
w1 = torch.tensor(w1, dtype=torch.float64, requires_grad=True)
w2 = torch.tensor([[1.0, 2.0, -1.0]], dtype=torch.float64, requires_grad=True)

h = torch.cat([torch.ones(2, 1), torch.tanh(x @ w1.T)], dim=1)  # task 4
error = torch.mean((h @ w2.T - y) ** 2)                         # task 5
error.backward()                                                # tasks 6 to 8
print(error.item(), w1.grad, w2.grad, sep="\n")

torch.optim.SGD([w1, w2], lr=0.1).step()                        # task 9
print(w2.detach())
# ANCHOR_END: on_paper
