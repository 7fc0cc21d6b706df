//! Spoilers: wrong ways to write `sigmoid` and its derivative, and the inputs that tell them apart. The tests use them
//! to name a mistake.

use checks::{Answer, Diagnosis, Random};

type Curve = fn(f64) -> f64;
/// The function and its derivative.
pub type Sigmoid = (Curve, Curve);

pub static SIGMOID: Diagnosis<Sigmoid, Curve, f64> = Diagnosis {
    function: "sigmoid",
    slot: |f| &mut f.0,
    right: sigma,
    mistakes: &[
        ("this is σ(−a): the exponent is −a, with the minus sign", |a| 1.0 / (1.0 + a.exp())),
        ("this is σ(−a), and NaN far to the left: it is 1 / (1 + exp(-a)), with a 1 above", |a| {
            (-a).exp() / (1.0 + (-a).exp())
        }),
        ("1 / 1 + exp(-a) divides only the first 1: put the denominator in brackets", |a| 1.0 + (-a).exp()),
        ("1 / 1 + exp(a) divides only the first 1: put the denominator in brackets, and a minus before a", |a| {
            1.0 + a.exp()
        }),
        ("the denominator is 1 + exp(-a), with a plus", |a| 1.0 / (1.0 - (-a).exp())),
        ("`-a.exp()` is −(eᵃ), since a method binds more tightly than the minus: write `(-a).exp()`", |a| {
            1.0 / (1.0 - a.exp())
        }),
        ("this is the exponential e⁻ᵃ alone: the sigmoid is 1 / (1 + e⁻ᵃ)", |a| (-a).exp()),
        ("this is eᵃ alone: the sigmoid is 1 / (1 + e⁻ᵃ), with a 1 above and a 1 below", f64::exp),
        ("this is tanh(a/2), from −1 to 1: the numerator is 1", |a| (0.5 * a).tanh()),
        ("this is tanh(a), from −1 to 1: the sigmoid goes from 0 to 1", f64::tanh),
        ("the middle is at 0: the sigmoid goes from 0 to 1, and is ½ at a = 0", |a| sigma(a) - 0.5),
        (
            "it is NaN for large a: exp(1000) is infinite, and ∞/∞ is NaN; for positive a compute 1 / (1 + exp(-a))",
            |a| a.exp() / (1.0 + a.exp()),
        ),
        (LOWER_TAIL, |a| 1.0 - 1.0 / (1.0 + a.exp())),
        (LOWER_TAIL, |a| 0.5 * (1.0 + (0.5 * a).tanh())),
        (LOWER_TAIL, |a| 1.0 - sigma(-a)),
        (LOWER_TAIL, |a| 1.0 - (-a).exp() / (1.0 + (-a).exp())),
        ("the sign of a is lost: σ(−a) is 1 − σ(a), and less than ½", |a| sigma(a.abs())),
        ("the sign of a is lost: σ(−a) is 1 − σ(a), and less than ½", |a| sigma(-a.abs())),
        ("this is the slope σ(1 − σ): the sigmoid itself is 1 / (1 + e⁻ᵃ)", |a| sigma(a) * sigma(-a)),
        ("the sigmoid is applied twice: once is enough", |a| sigma(sigma(a))),
        ("a is doubled: the exponent is −a", |a| sigma(2.0 * a)),
        ("a is halved: the exponent is −a", |a| sigma(0.5 * a)),
        ("the exponent is −a², without the square it is right", |a| sigma(a * a)),
        ("the curve has a minus in front: the sigmoid goes from 0 to 1", |a| -sigma(a)),
        ("everything is doubled: the numerator is 1", |a| 2.0 * sigma(a)),
        ("the 1 in the denominator is not a 2: 1 / (1 + e⁻ᵃ)", |a| 1.0 / (2.0 + (-a).exp())),
        ("the base is 2, not e: use `(-a).exp()`", |a| 1.0 / (1.0 + (-a).exp2())),
        ("the base is 10, not e: use `(-a).exp()`", |a| 1.0 / (1.0 + 10_f64.powf(-a))),
        (E_ROUNDED, |a| 1.0 / (1.0 + 2.7_f64.powf(-a))),
        (E_ROUNDED, |a| 1.0 / (1.0 + 2.71_f64.powf(-a))),
        (E_ROUNDED, |a| 1.0 / (1.0 + E3.powf(-a))),
        (E_ROUNDED, |a| 1.0 / (1.0 + E4.powf(-a))),
        (E_ROUNDED, |a| 1.0 / (1.0 + E5.powf(-a))),
        (E_ROUNDED, |a| 1.0 / (1.0 + 2.72_f64.powf(-a))),
        ("this jumps at 0 from 0 to 1: the sigmoid rises gradually, 1 / (1 + e⁻ᵃ)", |a| {
            if a > 0.0 { 1.0 } else { 0.0 }
        }),
        ("this jumps at 0 from 0 to 1: the sigmoid rises gradually, 1 / (1 + e⁻ᵃ)", |a| {
            if a >= 0.0 { 1.0 } else { 0.0 }
        }),
        ("this is a straight line between two flat ends: the sigmoid is 1 / (1 + e⁻ᵃ)", |a| {
            (0.25 * a + 0.5).clamp(0.0, 1.0)
        }),
        ("this is a straight line between two flat ends: the sigmoid is 1 / (1 + e⁻ᵃ)", |a| {
            (0.2 * a + 0.5).clamp(0.0, 1.0)
        }),
        ("this is a / (1 + |a|), stretched: the sigmoid is 1 / (1 + e⁻ᵃ)", |a| 0.5 * (1.0 + a / (1.0 + a.abs()))),
        ("the two forms are exchanged, so both ends are NaN: eᵃ / (1 + eᵃ) is the form for negative a", |a| {
            if a < 0.0 { (-a).exp() / (1.0 + (-a).exp()) } else { a.exp() / (1.0 + a.exp()) }
        }),
        ("negative a become 0: the sigmoid is small there, and not 0", |a| if a < 0.0 { 0.0 } else { sigma(a) }),
        (SAME_NUMBER, |_| 1.0),
        (SAME_NUMBER, |_| 0.0),
        (SAME_NUMBER, |_| 0.5),
        (CUT_OFF, |a| cut(a, 3.5)),
        (CUT_OFF, |a| cut(a, 5.5)),
        (CUT_RIGHT, |a| if a > 6.5 { 1.0 } else { sigma(a) }),
        (CUT_RIGHT, |a| if a > 10.5 { 1.0 } else { sigma(a) }),
        (CUT_LEFT, |a| if a < -10.5 { 0.0 } else { sigma(a) }),
        (CUT_LEFT, |a| if a < -20.0 { 0.0 } else { sigma(a) }),
        (CLAMPED, |a| sigma(a.clamp(-10.0, 10.0))),
        (CLAMPED, |a| sigma(a.clamp(-20.0, 20.0))),
        (KEPT_FROM_0, |a| sigma(a).clamp(1e-6, 1.0 - 1e-6)),
        (KEPT_FROM_0, |a| sigma(a).clamp(1e-9, 1.0 - 1e-9)),
        (SMALL_NUMBER, |a| 1.0 / (1.0 + (-a).exp() + 1e-6)),
        (SMALL_NUMBER, |a| 1.0 / (1.0 + (-a).exp() + 1e-8)),
        (SMALL_NUMBER, |a| sigma(a) + 1e-8),
        (SMALL_NUMBER, |a| sigma(a) + 1e-12),
        ("only seven digits are right: keep the numbers as `f64`, without `f32`", |a| sigma(a) as f32 as f64),
        ("this is the logarithm of the denominator: the sigmoid is 1 / (1 + e⁻ᵃ)", |a| (1.0 + (-a).exp()).ln()),
        ("the sigmoid is squared: it is 1 / (1 + e⁻ᵃ)", |a| sigma(a).powi(2)),
    ],
    inputs: || {
        let mut inputs = ends();
        inputs.extend([-50.5, -60.0, -90.0, -110.0, -300.0, -550.0, -700.0, -705.0, -708.0]);
        inputs
    },
    // Far to the right, what is missing from 1 is compared, to twelve decimals.
    call: |sigmoid, &a| {
        let value = sigmoid(a);
        Answer::from(if a > 14.5 { decimals(value - 1.0) } else { value }).derived()
    },
    properties: PROPERTIES,
};

pub static SIGMOID_DERIVATIVE: Diagnosis<Sigmoid, Curve, f64> = Diagnosis {
    function: "sigmoid_derivative",
    slot: |f| &mut f.1,
    right: slope,
    mistakes: &[
        ("this is a(1 − a): the argument is the pre-activation, so compute s = σ(a) first, then s(1 − s)", |a| {
            a * (1.0 - a)
        }),
        ("this is σ(a)(1 − a): the second factor is 1 − σ(a)", |a| sigma(a) * (1.0 - a)),
        ("this is a(1 − σ(a)): the first factor is σ(a)", |a| a * (1.0 - sigma(a))),
        ("the sigmoid is applied twice: s = σ(a) once, then s(1 − s)", |a| slope(sigma(a))),
        ("this is σ(a) itself: multiply it by 1 − σ(a)", sigma),
        ("this is 1 − σ(a): multiply it by σ(a)", |a| sigma(-a)),
        ("this is 1 − σ², the formula of tanh: the sigmoid has σ(1 − σ)", |a| 1.0 - sigma(a).powi(2)),
        ("this is σ(1 + σ): the second factor is 1 − σ", |a| sigma(a) * (1.0 + sigma(a))),
        ("this is σ², which lacks the inner derivative e⁻ᵃ: the slope is σ(1 − σ)", |a| sigma(a).powi(2)),
        ("this is (1 − σ)²: the slope is σ(1 − σ)", |a| sigma(-a).powi(2)),
        ("brackets: `s * 1.0 - s` is 0; write `s * (1.0 - s)`", |_| 0.0),
        ("the sign is the other way round: σ rises, and its slope is σ(1 − σ)", |a| -slope(a)),
        ("this is −σ², with the inner derivative missing: the slope is σ(1 − σ)", |a| -sigma(a).powi(2)),
        ("this is 4σ(1 − σ): the slope of the sigmoid is σ(1 − σ), without the 4", |a| 4.0 * slope(a)),
        ("this is 2σ(1 − σ): the slope of the sigmoid is σ(1 − σ), without the 2", |a| 2.0 * slope(a)),
        ("this is half of the slope: it is σ(1 − σ)", |a| 0.5 * slope(a)),
        ("this is the slope of tanh, 1 − tanh²(a): the sigmoid has σ(1 − σ)", |a| 1.0 / a.cosh().powi(2)),
        ("this is the slope at 2a: compute s = σ(a)", |a| slope(2.0 * a)),
        ("this is the slope at a/2: compute s = σ(a)", |a| slope(0.5 * a)),
        ("there is a factor a too many: the slope is σ(1 − σ)", |a| a * slope(a)),
        ("this is the second derivative: the slope is σ(1 − σ) alone", |a| slope(a) * (1.0 - 2.0 * sigma(a))),
        ("this is σ²(1 − σ): multiply σ by 1 − σ once", |a| slope(a) * sigma(a)),
        ("this is σ(1 − σ)²: multiply σ by 1 − σ once", |a| slope(a) * sigma(-a)),
        ("this is the square of the slope: multiply σ by 1 − σ once", |a| slope(a).powi(2)),
        ("this is σ / (1 − σ): multiply σ by 1 − σ", f64::exp),
        ("this is (1 − σ) / σ: multiply σ by 1 − σ", |a| (-a).exp()),
        ("σ and 1 − σ are added: multiply them", |_| 1.0),
        ("this is σ − (1 − σ): multiply σ by 1 − σ", |a| sigma(a) - sigma(-a)),
        ("this is 1 / (1 + e⁻ᵃ)² times eᵃ: the inner derivative is e⁻ᵃ", |a| sigma(a).powi(2) * a.exp()),
        (
            "it is NaN far to the right: exp(1000) is infinite, and ∞/∞ is NaN; compute s = σ(a) first, then s(1 − s). If you do, repair `sigmoid` first",
            |a| {
                let s = a.exp() / (1.0 + a.exp());
                s * (1.0 - s)
            },
        ),
        (
            "it is NaN far to the left: exp(1000) is infinite, and ∞/∞ is NaN; compute s = σ(a) first, then s(1 − s). If you do, repair `sigmoid` first",
            |a| {
                let e = (-a).exp();
                e / (1.0 + e).powi(2)
            },
        ),
        (
            "it is NaN far from 0: exp(1000) is infinite, and ∞/∞ and 0 · ∞ are NaN; compute s = σ(a) first, then s(1 − s)",
            |a| {
                if a.abs() > 800.0 { f64::NAN } else { slope(a) }
            },
        ),
        ("this is 1/4 for every a: that is the slope at 0, and it falls to both sides", |_| 0.25),
        ("the slope is only there for positive a: it is the same on both sides, σ(1 − σ)", |a| {
            if a > 0.0 { slope(a) } else { 0.0 }
        }),
        ("the slope is only there for negative a: it is the same on both sides, σ(1 − σ)", |a| {
            if a < 0.0 { slope(a) } else { 0.0 }
        }),
        (CUT_OFF, |a| cut_slope(a, 3.5)),
        (CUT_OFF, |a| cut_slope(a, 5.5)),
        (KEPT_FROM_0, |a| slope(a).max(1e-3)),
        (KEPT_FROM_0, |a| slope(a).max(1e-6)),
        (SMALL_NUMBER, |a| slope(a) + 1e-6),
        (SMALL_NUMBER, |a| slope(a) + 1e-8),
        (SMALL_NUMBER, |a| slope(a) + 1e-10),
        ("only seven digits are right: keep the numbers as `f64`, without `f32`", |a| slope(a) as f32 as f64),
        ("the slope is measured, and only a few digits are right: use the formula", |a| {
            (sigma(a + 1e-5) - sigma(a - 1e-5)) / 2e-5
        }),
        ("the slope is measured, and only a few digits are right: use the formula", |a| {
            (sigma(a + 1e-6) - sigma(a - 1e-6)) / 2e-6
        }),
    ],
    inputs: ends,
    // Of tiny slopes twelve decimals are compared.
    call: |derivative, &a| decimals(derivative(a)).into(),
    properties: PROPERTIES,
};

const LOWER_TAIL: &str =
    "the lower tail is lost: a difference near 1 − 1 or −1 + 1 has no digits left; divide 1 by 1 + exp(-a)";
const E_ROUNDED: &str = "e is rounded to a few digits: `(-a).exp()` has sixteen";
const SAME_NUMBER: &str = "this is the same number for every a: the sigmoid is 1 / (1 + e⁻ᵃ)";
const CUT_OFF: &str = "the curve is cut off: it is nearly flat there, and not quite, so one formula serves for every a";
const CUT_RIGHT: &str = "the curve is cut off on the right: it is nearly at its end there, and not quite; without the `if`, one formula serves";
const CUT_LEFT: &str = "the curve is cut off on the left: it is nearly at its end there, and not quite; without the `if`, one formula serves";
const CLAMPED: &str = "a is clamped first, and the digits of the far ends are lost: 1 / (1 + exp(-a)) needs no clamp";
const KEPT_FROM_0: &str = "the result is kept away from 0, and the digits below that are lost: return it as it is";
const SMALL_NUMBER: &str = "a small number is added: the digits behind it are wrong, and nothing here divides by 0";

/// From the middle to both ends, twice over.
fn ends() -> Vec<f64> {
    let mut random = Random::seeded(1034);
    let mut inputs = vec![0.0, -0.0];
    let sizes =
        [0.01, 0.4, 1.0, 3_f64.ln(), 2.3, 4.2, 6.0, 7.3, 9.4, 12.8, 13.6, 18.5, 19.3, 22.3, 25.3, 26.0, 35.0, 45.0];
    for size in sizes.into_iter().chain([400.0, 1000.0, 2000.0]) {
        inputs.extend([size, -size]);
    }
    inputs.extend((0..4).map(|_| 3.0 * random.number()));
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
    ("a is 0 or negative, down to −30", |&a| a <= 0.0 && a > -30.0),
];

/// The digits of e that people remember.
const E3: f64 = 2718.0 / 1e3;
const E4: f64 = 27183.0 / 1e4;
const E5: f64 = 271_828.0 / 1e5;

fn sigma(a: f64) -> f64 {
    1.0 / (1.0 + (-a).exp())
}

fn slope(a: f64) -> f64 {
    let s = sigma(a);
    s * (1.0 - s)
}

/// Flat beyond a limit.
fn cut(a: f64, limit: f64) -> f64 {
    if a.abs() > limit { a.signum().max(0.0) } else { sigma(a) }
}

fn cut_slope(a: f64, limit: f64) -> f64 {
    if a.abs() > limit { 0.0 } else { slope(a) }
}

/// Twelve decimals of a number that is next to 0: right answers differ in what is behind.
fn decimals(v: f64) -> f64 {
    if v.abs() < 1e-6 { (v * 1e12).round() / 1e12 } else { v }
}
