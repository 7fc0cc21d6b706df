"""A number taken out of the graph on the way to the error."""

# ANCHOR: item
import torch
from math import log

w1 = torch.tensor(1.0, requires_grad=True)
w2 = torch.tensor(2.0, requires_grad=True)

h = torch.tanh(w1 * log(2)).item()      # a Python number: 0.6
error = (w2 * h - 1.0) ** 2
error.backward()
print(w1.grad)
print(w2.grad)
# ANCHOR_END: item

# ANCHOR: number
total = 0.0
total += ((w2 * 0.6 - 1.0) ** 2).item()
total.backward()
# ANCHOR_END: number
