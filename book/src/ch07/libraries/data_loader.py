"""Four samples in batches of three."""

# ANCHOR: data_loader
import torch
from torch.utils.data import DataLoader, TensorDataset

x = torch.tensor([[0.0, 0.0], [0.0, 1.0],
                  [1.0, 0.0], [1.0, 1.0]])
y = torch.tensor([[0.0], [1.0], [1.0], [0.0]])

samples = TensorDataset(x, y)
for xs, ys in DataLoader(samples, batch_size=3, shuffle=True):
    print(xs.shape, ys.shape)
# ANCHOR_END: data_loader
