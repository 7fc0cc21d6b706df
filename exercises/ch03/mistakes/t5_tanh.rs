//! Spoilers: wrong ways to write `tanh` and its derivative, and the inputs that tell them apart. The tests use them to
//! name a mistake.

use checks::{Answer, Diagnosis, Random};

type Curve = fn(f64) -> f64;
/// The function and its derivative.
pub type Tanh = (Curve, Curve);

pub static TANH: Diagnosis<Tanh, Curve, f64> = Diagnosis {
    function: "tanh",
    slot: |f| &mut f.0,
    right: f64::tanh,
    mistakes: &[
        ("this is 2σ(a) − 1: the argument of σ is doubled too, 2σ(2a) − 1", |a| 2.0 * sigma(a) - 1.0),
        ("this is σ(2a), from 0 to 1: stretch it to reach from −1 to 1", |a| sigma(2.0 * a)),
        ("this is 2σ(2a): subtract 1", |a| 2.0 * sigma(2.0 * a)),
        ("this is σ(2a) − 1: stretch by 2 before the 1 is subtracted", |a| sigma(2.0 * a) - 1.0),
        ("this is 2(σ(2a) − 1): the 1 is subtracted after the doubling, without brackets", |a| {
            2.0 * (sigma(2.0 * a) - 1.0)
        }),
        ("this is 2(σ(a) − 1): double the argument, and subtract the 1 after the doubling", |a| {
            2.0 * (sigma(a) - 1.0)
        }),
        ("this is 2σ(2a) + 1: subtract the 1", |a| 2.0 * sigma(2.0 * a) + 1.0),
        ("this is σ(a) alone: tanh is 2σ(2a) − 1", sigma),
        ("this is σ(a) − ½: tanh is 2σ(2a) − 1", |a| sigma(a) - 0.5),
        ("this is 2σ(a): double the argument, and subtract 1", |a| 2.0 * sigma(a)),
        ("this is σ(a) − 1: tanh is 2σ(2a) − 1", |a| sigma(a) - 1.0),
        ("this is tanh(2a): one doubling of the argument is enough, 2σ(2a) − 1", |a| (2.0 * a).tanh()),
        ("the 2 outside is squared or used twice: tanh is 2σ(2a) − 1", |a| 4.0 * sigma(2.0 * a) - 1.0),
        ("this is half of tanh: stretch σ(2a) by 2 before the 1 is subtracted", |a| 0.5 * a.tanh()),
        ("this is twice tanh: it goes from −1 to 1", |a| 2.0 * a.tanh()),
        ("the sign is the other way round: tanh(a) has the sign of a", |a| -a.tanh()),
        ("the fraction stands upside down: the difference is above, the sum below", |a| 1.0 / a.tanh()),
        ("the fraction stands upside down: the difference is above, the sum below", |a| {
            (a.exp() + (-a).exp()) / (a.exp() - (-a).exp())
        }),
        ("this is the hyperbolic sine: divide by eᵃ + e⁻ᵃ, not by 2", |a| (a.exp() - (-a).exp()) / 2.0),
        ("this is the difference eᵃ − e⁻ᵃ alone: divide it by eᵃ + e⁻ᵃ", |a| a.exp() - (-a).exp()),
        ("the denominator is not in brackets: (eᵃ − e⁻ᵃ) / (eᵃ + e⁻ᵃ) divides by the whole sum", |a| {
            (a.exp() - (-a).exp()) / a.exp() + (-a).exp()
        }),
        (
            "the brackets are missing: (eᵃ − e⁻ᵃ) / (eᵃ + e⁻ᵃ) divides the whole difference by the whole sum",
            |a| a.exp() - (-a).exp() / a.exp() + (-a).exp(),
        ),
        ("`-a.exp()` is −(eᵃ), since a method binds more tightly than the minus: write `(-a).exp()`", |a| {
            (a.exp() + a.exp()) / (a.exp() - a.exp())
        }),
        (
            "it is NaN far from 0: exp(1000) is infinite, and ∞/∞ is NaN; use 2σ(2a) − 1, with a σ that holds for ±2000",
            |a| (a.exp() - (-a).exp()) / (a.exp() + (-a).exp()),
        ),
        (
            "it is NaN far from 0: exp(1000) is infinite, and ∞/∞ is NaN; use 2σ(2a) − 1, with a σ that holds for ±2000",
            |a| a.sinh() / a.cosh(),
        ),
        (
            "it is NaN far to the right: exp(1000) is infinite, and ∞/∞ is NaN; use 2σ(2a) − 1, with a σ that holds for ±2000",
            |a| {
                let e = (2.0 * a).exp();
                (e - 1.0) / (e + 1.0)
            },
        ),
        (
            "it is NaN far to the left: exp(1000) is infinite, and ∞/∞ is NaN; use 2σ(2a) − 1, with a σ that holds for ±2000",
            |a| {
                let e = (-2.0 * a).exp();
                (1.0 - e) / (1.0 + e)
            },
        ),
        (
            "the twos are missing in the exponents: (eᵃ − 1)/(eᵃ + 1) is tanh(a/2), and NaN for large a; use 2σ(2a) − 1",
            |a| (a.exp() - 1.0) / (a.exp() + 1.0),
        ),
        ("the sign of a is lost: tanh(−a) is −tanh(a)", |a| a.tanh().abs()),
        ("negative a become 0: tanh(−a) is −tanh(a)", |a| a.tanh().max(0.0)),
        ("this is the slope 1 − tanh²(a): tanh itself is 2σ(2a) − 1", |a| 1.0 - a.tanh().powi(2)),
        ("tanh is applied twice: once is enough", |a| a.tanh().tanh()),
        ("this is tanh²(a): leave the square out", |a| a.tanh().powi(2)),
        ("a is squared inside: the argument of σ is 2a", |a| 2.0 * sigma(a * a) - 1.0),
        ("this is the hyperbolic cosine, or its reciprocal: tanh is 2σ(2a) − 1", f64::cosh),
        ("this is the hyperbolic cosine, or its reciprocal: tanh is 2σ(2a) − 1", |a| 1.0 / a.cosh()),
        ("this is the tangent of an angle: the hyperbolic tangent is 2σ(2a) − 1", f64::tan),
        ("this is the arc tangent of an angle: the hyperbolic tangent is 2σ(2a) − 1", f64::atan),
        ("this is the inverse function: it leads from tanh(a) back to a", f64::atanh),
        ("this is a straight line between two flat ends: tanh is 2σ(2a) − 1", |a| a.clamp(-1.0, 1.0)),
        ("this is a / (1 + |a|): tanh is 2σ(2a) − 1", |a| a / (1.0 + a.abs())),
        ("this is the sign of a: tanh rises gradually, 2σ(2a) − 1", |a| if a == 0.0 { 0.0 } else { a.signum() }),
        ("this is the sign of a: tanh rises gradually, 2σ(2a) − 1", f64::signum),
        ("the digits after the point are lost: keep the numbers as `f64`", |a| a.tanh().trunc()),
        ("this is only the beginning of a series, a − a³/3: far from 0 it is wrong; use 2σ(2a) − 1", |a| {
            a - a.powi(3) / 3.0
        }),
        ("this is a itself, which is near tanh(a) only for small a: use 2σ(2a) − 1", |a| a),
        ("this is the same number for every a: tanh is 2σ(2a) − 1", |_| 0.0),
        ("this is the same number for every a: tanh is 2σ(2a) − 1", |_| 1.0),
        (CUT_OFF, |a| cut(a, 2.0)),
        (CUT_OFF, |a| cut(a, 3.5)),
        (CUT_RIGHT, |a| if a > 3.5 { 1.0 } else { a.tanh() }),
        (CUT_RIGHT, |a| if a > 5.5 { 1.0 } else { a.tanh() }),
        (CUT_LEFT, |a| if a < -3.5 { -1.0 } else { a.tanh() }),
        (CUT_LEFT, |a| if a < -5.5 { -1.0 } else { a.tanh() }),
        (CLAMPED, |a| a.clamp(-3.5, 3.5).tanh()),
        (CLAMPED, |a| a.clamp(-5.0, 5.0).tanh()),
        (KEPT_FROM_1, |a| a.tanh().clamp(-1.0 + 1e-6, 1.0 - 1e-6)),
        (KEPT_FROM_1, |a| a.tanh().clamp(-1.0 + 1e-7, 1.0 - 1e-7)),
        (SMALL_NUMBER, |a| a.tanh() + 1e-8),
        (SMALL_NUMBER, |a| a.sinh() / (a.cosh() + 1e-8)),
        ("only seven digits are right: keep the numbers as `f64`, without `f32`", |a| a.tanh() as f32 as f64),
    ],
    inputs,
    // Far from 0, what is missing from ±1 is compared, to twelve decimals.
    call: |tanh, &a| {
        let value = tanh(a);
        Answer::from(if a.abs() > 7.0 { decimals(value - a.signum()) } else { value }).derived()
    },
    properties: PROPERTIES,
};

pub static TANH_DERIVATIVE: Diagnosis<Tanh, Curve, f64> = Diagnosis {
    function: "tanh_derivative",
    slot: |f| &mut f.1,
    right: slope,
    mistakes: &[
        ("this is 1 − a²: the argument is the pre-activation, so compute t = tanh(a) first, then 1 − t²", |a| {
            1.0 - a * a
        }),
        ("this is t(1 − t), the formula of the sigmoid: for tanh it is 1 − t²", |a| a.tanh() * (1.0 - a.tanh())),
        ("this is 1 − tanh(a): square tanh(a) first", |a| 1.0 - a.tanh()),
        ("this is 1 − |tanh(a)|: square tanh(a)", |a| 1.0 - a.tanh().abs()),
        ("this is 1 + tanh²(a): the slope is 1 − tanh²(a)", |a| 1.0 + a.tanh().powi(2)),
        ("this is 1 + tanh(a): the slope is 1 − tanh²(a)", |a| 1.0 + a.tanh()),
        ("this is tanh²(a): subtract it from 1", |a| a.tanh().powi(2)),
        ("this is tanh(a) itself: its slope is 1 − tanh²(a)", f64::tanh),
        ("the sign is the other way round: it is 1 − t², not t² − 1", |a| -slope(a)),
        ("this is (1 − t)²: square t first, then subtract it from 1", |a| (1.0 - a.tanh()).powi(2)),
        ("this is 1 − t³ or a higher power: multiply t by itself once, 1 − t²", |a| 1.0 - a.tanh().powi(3)),
        ("this is 1 − t³ or a higher power: multiply t by itself once, 1 − t²", |a| 1.0 - a.tanh().powi(4)),
        ("this is the square of the slope: it is 1 − t²", |a| slope(a).powi(2)),
        ("this is the root of the slope, 1/cosh(a): it is 1 − t²", |a| 1.0 / a.cosh()),
        ("this is 1 − 2t: squared is not doubled, write `t * t`", |a| 1.0 - 2.0 * a.tanh()),
        ("this is 1 − t·a: square t, the activation", |a| 1.0 - a * a.tanh()),
        ("this is 2σ'(2a): the inner derivative brings another 2, so 4σ'(2a)", |a| 2.0 * sigma_slope(2.0 * a)),
        ("this is σ'(2a): both twos of 2σ(2a) come out as factors, so 4σ'(2a)", |a| sigma_slope(2.0 * a)),
        ("this is σ'(a), the slope of the sigmoid: for tanh it is 1 − tanh²(a)", sigma_slope),
        ("this is 4σ'(a): the argument is doubled too, 4σ'(2a)", |a| 4.0 * sigma_slope(a)),
        ("this is 2σ'(a): it is 4σ'(2a), or 1 − tanh²(a)", |a| 2.0 * sigma_slope(a)),
        (
            "this is −t², which is 1 less than the slope: it is 1 − t², and as 4σ'(2a) it has no − 1 behind it",
            |a| slope(a) - 1.0,
        ),
        (
            "this is 2σ'(2a) − 1: the 1 is a constant and has slope 0, and the inner derivative brings another 2",
            |a| 2.0 * sigma_slope(2.0 * a) - 1.0,
        ),
        ("this is 1 − σ²(a): compute t = tanh(a) first, then 1 − t²", |a| 1.0 - sigma(a).powi(2)),
        ("this is 1 − σ²(2a): compute t = tanh(a) first, then 1 − t²", |a| 1.0 - sigma(2.0 * a).powi(2)),
        ("tanh is applied twice: t = tanh(a) once, then 1 − t²", |a| slope(a.tanh())),
        ("this is the slope at 2a: compute t = tanh(a)", |a| slope(2.0 * a)),
        ("this is 1 − tanh(a²): square tanh(a), not a", |a| 1.0 - (a * a).tanh()),
        ("this is twice the slope: it is 1 − t²", |a| 2.0 * slope(a)),
        ("there is a factor a too many: the slope is 1 − t²", |a| a * slope(a)),
        ("there is a factor t too many: the slope is 1 − t²", |a| a.tanh() * slope(a)),
        ("this is the second derivative −2t(1 − t²), or its opposite: the slope is 1 − t²", |a| {
            -2.0 * a.tanh() * slope(a)
        }),
        ("this is the second derivative −2t(1 − t²), or its opposite: the slope is 1 − t²", |a| {
            2.0 * a.tanh() * slope(a)
        }),
        ("this is −2t: the slope of tanh is 1 − t², which is no power to be differentiated", |a| -2.0 * a.tanh()),
        ("this is 1 / (1 − t²), the slope of the inverse function: it is 1 − t²", |a| 1.0 / slope(a)),
        ("this is 1 / (1 + a²), the slope of the arc tangent: compute t = tanh(a) first, then 1 − t²", |a| {
            1.0 / (1.0 + a * a)
        }),
        (
            "it is NaN far from 0: exp(1000) is infinite, and ∞/∞ is NaN; compute t = tanh(a) first, then 1 − t². If you do, repair `tanh` first",
            |a| {
                let (plus, minus) = (a.exp() + (-a).exp(), a.exp() - (-a).exp());
                1.0 - (minus / plus).powi(2)
            },
        ),
        (
            "it is NaN far from 0: exp(1000) is infinite, and ∞/∞ is NaN; compute t = tanh(a) first, then 1 − t². If you do, repair `tanh` first",
            |a| {
                let (plus, minus) = (a.exp() + (-a).exp(), a.exp() - (-a).exp());
                (plus.powi(2) - minus.powi(2)) / plus.powi(2)
            },
        ),
        (
            "it is NaN far to the right: exp(1000) is infinite, and ∞/∞ is NaN; compute t = tanh(a) first, then 1 − t². If you do, repair `tanh` or `sigmoid` first",
            |a| {
                if a > 354.9 { f64::NAN } else { slope(a) }
            },
        ),
        (
            "it is NaN far to the left: exp(1000) is infinite, and ∞/∞ is NaN; compute t = tanh(a) first, then 1 − t². If you do, repair `tanh` or `sigmoid` first",
            |a| {
                if a < -354.9 { f64::NAN } else { slope(a) }
            },
        ),
        ("this is 1 for every a: that is the slope at 0, and it falls to both sides", |_| 1.0),
        ("this is the same number for every a: the slope is 1 − tanh²(a)", |_| 0.0),
        ("this jumps between 0 and 1: the slope falls gradually, 1 − tanh²(a)", |a| {
            if a.abs() < 1.0 { 1.0 } else { 0.0 }
        }),
        ("the slope is only there for positive a: it is the same on both sides, 1 − t²", |a| {
            if a > 0.0 { slope(a) } else { 0.0 }
        }),
        (CUT_OFF, |a| cut_slope(a, 2.0)),
        (CUT_OFF, |a| cut_slope(a, 3.5)),
        (KEPT_FROM_0, |a| slope(a).max(1e-3)),
        (KEPT_FROM_0, |a| slope(a).max(1e-6)),
        (SMALL_NUMBER, |a| slope(a) + 1e-6),
        (SMALL_NUMBER, |a| slope(a) + 1e-8),
        (SMALL_NUMBER, |a| slope(a) + 1e-10),
        ("only seven digits are right: keep the numbers as `f64`, without `f32`", |a| slope(a) as f32 as f64),
        ("the slope is measured, and only a few digits are right: use the formula", |a| {
            ((a + 1e-5).tanh() - (a - 1e-5).tanh()) / 2e-5
        }),
        ("the slope is measured, and only a few digits are right: use the formula", |a| {
            ((a + 1e-6).tanh() - (a - 1e-6).tanh()) / 2e-6
        }),
        ("this is 1 − σ(a): compute t = tanh(a) first, then 1 − t²", |a| 1.0 - sigma(a)),
        ("this is t(1 + t): the slope is 1 − t², which is (1 + t)(1 − t)", |a| a.tanh() * (1.0 + a.tanh())),
        ("the factor 4 is there twice: the slope is 4σ'(2a), or 1 − t²", |a| 4.0 * slope(a)),
    ],
    inputs,
    // Of tiny slopes twelve decimals are compared.
    call: |derivative, &a| decimals(derivative(a)).into(),
    properties: PROPERTIES,
};

const CUT_OFF: &str = "the curve is cut off: it is nearly flat there, and not quite, so one formula serves for every a";
const CUT_RIGHT: &str = "the curve is cut off on the right: it is nearly at its end there, and not quite; without the `if`, one formula serves";
const CUT_LEFT: &str = "the curve is cut off on the left: it is nearly at its end there, and not quite; without the `if`, one formula serves";
const CLAMPED: &str = "a is clamped first, and the digits of the far ends are lost: 2σ(2a) − 1 needs no clamp";
const KEPT_FROM_1: &str = "the result is kept away from ±1, and the digits behind are lost: return it as it is";
const SMALL_NUMBER: &str = "a small number is added: the digits behind it are wrong, and nothing here divides by 0";
const KEPT_FROM_0: &str = "the result is kept away from 0, and the digits below that are lost: return it as it is";

/// From the middle to both ends.
fn inputs() -> Vec<f64> {
    let mut random = Random::seeded(1035);
    let mut inputs = vec![0.0, -0.0];
    let sizes =
        [1e-3, 0.05, 0.4, 2_f64.ln(), 1.3, 2.4, 3.2, 3.9, 4.8, 5.8, 6.9, 9.1, 9.6, 11.2, 11.6, 12.8, 13.3, 13.6];
    for size in sizes.into_iter().chain([19.6, 45.0, 150.0, 360.0, 400.0, 1000.0, 2000.0]) {
        inputs.extend([size, -size]);
    }
    inputs.extend((0..4).map(|_| 2.0 * random.number()));
    inputs
}

/// A clause, and whether it holds of an input.
type Property = (&'static str, fn(&f64) -> bool);

const PROPERTIES: &[Property] = &[
    ("a is 0", |&a| a == 0.0),
    ("a is negative", |&a| a < 0.0),
    ("a is positive", |&a| a > 0.0),
    ("a is larger than 709", |&a| a > 709.0),
    ("a is less than −709", |&a| a < -709.0),
    ("a is beyond ±709", |&a| a.abs() > 709.0),
    ("a is 0 or negative, down to −15", |&a| a <= 0.0 && a > -15.0),
];

fn sigma(a: f64) -> f64 {
    1.0 / (1.0 + (-a).exp())
}

fn sigma_slope(a: f64) -> f64 {
    sigma(a) * sigma(-a)
}

fn slope(a: f64) -> f64 {
    let t = a.tanh();
    1.0 - t * t
}

/// Flat beyond a limit.
fn cut(a: f64, limit: f64) -> f64 {
    if a.abs() > limit { a.signum() } else { a.tanh() }
}

fn cut_slope(a: f64, limit: f64) -> f64 {
    if a.abs() > limit { 0.0 } else { slope(a) }
}

/// Twelve decimals of a number that is next to 0: right answers differ in what is behind.
fn decimals(v: f64) -> f64 {
    if v.abs() < 1e-5 { (v * 1e12).round() / 1e12 } else { v }
}
