"""The same kinds of checks as those of chapter 3: values by hand, numeric gradients, extremes."""

import numpy as np
import pytest

from activations import *

POINTS = np.random.default_rng(3).uniform(-4.0, 4.0, 20)
EPS = 1e-5


def central(f, a):
    return (f(a + EPS) - f(a - EPS)) / (2.0 * EPS)


def test_relu_by_hand():
    assert np.allclose(relu(np.array([-2.0, 0.0, 3.0])), [0.0, 0.0, 3.0])
    assert relu_derivative(np.array(0.0)) == 0.0


def test_leaky_relu_by_hand():
    assert np.allclose(leaky_relu(np.array([-2.0, 3.0]), 0.1), [-0.2, 3.0])


def test_sigmoid_of_zero_is_one_half():
    assert sigmoid(np.array(0.0)) == 0.5


@pytest.mark.parametrize("a", [-800.0, -40.0, 40.0, 800.0])
def test_extremes_do_not_overflow(a):
    assert np.isfinite([sigmoid(np.array(a)), softplus(np.array(a)), silu(np.array(a))]).all()


@pytest.mark.parametrize(
    "f, derivative",
    [
        (relu, relu_derivative),
        (sigmoid, sigmoid_derivative),
        (np.tanh, tanh_derivative),
        (softplus, sigmoid),
        (silu, silu_derivative),
    ],
)
def test_derivatives_are_the_measured_slopes(f, derivative):
    assert np.allclose(derivative(POINTS), central(f, POINTS), rtol=1e-6, atol=1e-8)


def test_a_leaky_slope_is_the_measured_one():
    assert np.allclose(leaky_relu_derivative(POINTS, 0.1), central(lambda a: leaky_relu(a, 0.1), POINTS))


def test_softmax_rows_are_probabilities():
    p = softmax(POINTS.reshape(4, 5) * 300.0)
    assert np.isfinite(p).all() and np.allclose(p.sum(axis=1), 1.0)


def test_softmax_backward_is_the_measured_gradient():
    a, upstream = POINTS.reshape(4, 5), np.random.default_rng(4).normal(size=(4, 5))
    numeric = np.zeros_like(a)
    for i in range(4):
        for j in range(5):
            step = np.zeros_like(a)
            step[i, j] = EPS
            numeric[i, j] = ((softmax(a + step) - softmax(a - step)) * upstream).sum() / (2.0 * EPS)
    assert np.allclose(softmax_backward(softmax(a), upstream), numeric, rtol=1e-6, atol=1e-9)
