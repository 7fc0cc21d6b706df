"""Cross-entropy of pre-activations, and of what softmax has made of them already."""

# ANCHOR: softmax_twice
import torch
from torch import nn

error = nn.CrossEntropyLoss()
# sure of class 0, and right
a = torch.tensor([[10.0, 0.0, 0.0]], dtype=torch.float64)
truth = torch.tensor([0])

print(error(a, truth))
print(error(torch.softmax(a, dim=1), truth))
# ANCHOR_END: softmax_twice
