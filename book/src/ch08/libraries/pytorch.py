"""Chapter 8 in PyTorch: two steps of each optimiser."""

# ANCHOR: optimisers
import torch
from torch.optim import SGD, Adam, AdamW, RMSprop


def two_steps(optimiser, **settings):
    w = torch.tensor([1.0], dtype=torch.float64, requires_grad=True)
    optimiser = optimiser([w], lr=0.1, **settings)
    for _ in range(2):
        # In training, error.backward() does this.
        w.grad = torch.tensor([4.0], dtype=torch.float64)
        optimiser.step()
    return round(w.item(), 6)


print(two_steps(SGD, momentum=0.9))        # task 4
print(two_steps(RMSprop, alpha=0.75))      # task 5
print(two_steps(Adam))                     # task 5
print(two_steps(SGD, weight_decay=0.5))    # task 7
print(two_steps(AdamW, weight_decay=0.5))  # task 7
# ANCHOR_END: optimisers
