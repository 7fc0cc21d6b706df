"""An epoch over the digits in NumPy, scikit-learn or PyTorch, for `ch09_peers.rs`: prints the least seconds of an epoch, and
the mean error of the last one. Arguments: library, file of samples and weights, file of orders, batch, step, momentum, hidden."""

import sys
import time

import numpy as np

library, data, orders, size, eta, mu, hidden = sys.argv[1:]
size, eta, mu, hidden = int(size), float(eta), float(mu), int(hidden)
lines = open(data).read().splitlines()
samples = np.array([line.split() for line in lines[:-2]], dtype=float)
x, y = np.ascontiguousarray(samples[:, :65]), np.ascontiguousarray(samples[:, 65:])
w1 = np.array(lines[-2].split(), dtype=float).reshape(hidden, 65)
w2 = np.array(lines[-1].split(), dtype=float).reshape(10, hidden + 1)
orders = [np.array(line.split(), dtype=int) for line in open(orders)]
n = len(x)


def in_numpy():
    v1, v2 = np.zeros_like(w1), np.zeros_like(w2)

    def epoch(order):
        total = 0.0
        for start in range(0, n, size):
            batch = order[start : start + size]
            xb, yb = x[batch], y[batch]
            h = np.ones((len(batch), hidden + 1))
            np.tanh(xb @ w1.T, out=h[:, 1:])
            a = h @ w2.T
            a -= a.max(axis=1, keepdims=True)
            powers = np.exp(a)
            sums = powers.sum(axis=1, keepdims=True)
            total += (np.log(sums).sum() - (yb * a).sum())
            delta2 = (powers / sums - yb) / len(batch)
            delta1 = (delta2 @ w2[:, 1:]) * (1 - h[:, 1:] ** 2)
            for w, v, gradient in ((w1, v1, delta1.T @ xb), (w2, v2, delta2.T @ h)):
                v *= mu
                v += gradient
                w -= eta * v
        return total / n

    return epoch


def in_scikit_learn():
    from sklearn.neural_network import MLPClassifier

    network = MLPClassifier(
        (hidden,), activation="tanh", solver="sgd", alpha=0, batch_size=size, learning_rate_init=eta, momentum=mu,
        nesterovs_momentum=False,
    )
    labels = y.argmax(axis=1)
    network.partial_fit(x[:size, 1:], labels[:size], classes=range(10))

    def epoch(order):
        network.partial_fit(x[:, 1:], labels)
        return network.loss_

    return epoch


def in_pytorch():
    import torch
    from torch import nn

    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    network = nn.Sequential(nn.Linear(64, hidden), nn.Tanh(), nn.Linear(hidden, 10))
    with torch.no_grad():
        for layer, w in ((network[0], w1), (network[2], w2)):
            layer.bias.copy_(torch.from_numpy(w[:, 0].copy()))
            layer.weight.copy_(torch.from_numpy(w[:, 1:].copy()))
    optimiser = torch.optim.SGD(network.parameters(), lr=eta, momentum=mu)
    images, labels = torch.from_numpy(x[:, 1:].copy()), torch.from_numpy(y.argmax(axis=1))

    def epoch(order):
        order, total = torch.from_numpy(order), 0.0
        for batch in order.split(size):
            loss = nn.functional.cross_entropy(network(images[batch]), labels[batch])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            total += loss.item() * len(batch)
        return total / n

    return epoch


epoch = {"NumPy": in_numpy, "scikit-learn": in_scikit_learn, "PyTorch": in_pytorch}[library]()
least, error = float("inf"), 0.0
for order in orders:
    start = time.perf_counter()
    error = epoch(order)
    least = min(least, time.perf_counter() - start)
print(least, error)
