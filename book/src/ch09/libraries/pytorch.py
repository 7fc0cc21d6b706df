"""Chapter 9 in PyTorch: five steps of the network that reads digits."""

import torch
from torch import nn

# Each line has 64 pixels, from 0 to g for 16, a space, and the digit.
lines = open("exercises/datasets/digits/train.txt").read().splitlines()[:160]
x = torch.tensor([[int(ink, 17) for ink in line[:64]] for line in lines])
x = x.double() / 16
labels = torch.tensor([int(line[65]) for line in lines])


def initial(rows, columns, scale):
    numbers = torch.arange(1, rows * columns + 1, dtype=torch.float64)
    return nn.Parameter(scale * torch.sin(numbers).reshape(rows, columns))


# ANCHOR: network
network = nn.Sequential(
    nn.Linear(64, 32), nn.Tanh(), nn.Linear(32, 10)
).double()                                         # f64
hidden, _, output = network
hidden.weight = initial(32, 64, 0.2)
output.weight = initial(10, 32, 0.3)
for layer in (hidden, output):
    nn.init.zeros_(layer.bias)

error_of = nn.CrossEntropyLoss()                   # task 2
optimiser = torch.optim.SGD(
    network.parameters(), lr=0.05, momentum=0.9
)
for i in range(0, 160, 32):                        # task 6
    batch = slice(i, i + 32)
    error = error_of(network(x[batch]), labels[batch])
    optimiser.zero_grad()
    error.backward()
    optimiser.step()
    print(round(error.item(), 6))
# ANCHOR_END: network
