"""Cross-entropy of pre-activations, and of what softmax has made of them already."""

# ANCHOR: softmax_twice
import torch
from torch import nn

error = nn.CrossEntropyLoss()
a = torch.tensor([[10.0, 0.0, 0.0]], dtype=torch.float64)    # sure of class 0
truth = torch.tensor([0])                                     # and right

print(error(a, truth))
print(error(torch.softmax(a, dim=1), truth))
# ANCHOR_END: softmax_twice
