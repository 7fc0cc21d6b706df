"""Three predictions that are right, as a column, and the answers as a row."""

# ANCHOR: shapes
import torch
from torch import nn

predictions = torch.tensor([[1.0], [2.0], [3.0]])
answers = torch.tensor([1.0, 2.0, 3.0])

print((predictions - answers).shape)
print(((predictions - answers) ** 2).mean())
print(nn.MSELoss()(predictions, answers))
# ANCHOR_END: shapes
