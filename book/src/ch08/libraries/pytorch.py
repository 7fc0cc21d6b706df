"""Chapter 8 in PyTorch: two steps of each optimiser."""

import torch


# ANCHOR: optimisers
def two_steps(optimiser, **settings):
    w = torch.tensor([1.0], dtype=torch.float64, requires_grad=True)
    optimiser = optimiser([w], **settings)
    for _ in range(2):
        w.grad = torch.tensor([4.0], dtype=torch.float64)  # in training: error.backward()
        optimiser.step()
    return w.item()


print(f"{two_steps(torch.optim.SGD, lr=0.1, momentum=0.9):.6f}")  # task 4
print(f"{two_steps(torch.optim.RMSprop, lr=0.1, alpha=0.75):.6f}")  # task 5
print(f"{two_steps(torch.optim.Adam, lr=0.1):.6f}")  # task 5
print(f"{two_steps(torch.optim.SGD, lr=0.1, weight_decay=0.5):.6f}")  # task 7
print(f"{two_steps(torch.optim.AdamW, lr=0.1, weight_decay=0.5):.6f}")  # task 7
# ANCHOR_END: optimisers
