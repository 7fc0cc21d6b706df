"""A network as a module, and the parameters that PyTorch finds in it."""

# ANCHOR: module
import torch
from torch import nn

class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(2, 4)
        self.output = nn.Linear(4, 1)

    def forward(self, x):
        return self.output(torch.tanh(self.hidden(x)))

network = Network()
for name, parameter in network.named_parameters():
    print(name, tuple(parameter.shape))
# ANCHOR_END: module
