"""The tape of PyTorch: a value that is used twice, and the error of a neuron."""

# ANCHOR: autograd
import torch

a = torch.tensor(1.0, requires_grad=True)
b = a + a
c = b + b
c.backward()
print(a.grad)                               # task 3

w = torch.tensor([-1.0, 1.0], requires_grad=True)
x = torch.tensor([1.0, 2.0])
error = (torch.sigmoid(w @ x) - 0.0) ** 2   # task 4
error.backward()
print(error)
print(w.grad)
# ANCHOR_END: autograd
