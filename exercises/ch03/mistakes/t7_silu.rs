//! Spoilers: wrong ways to write `silu` and its derivative, and the inputs that tell them apart. The tests use them to
//! name a mistake.

use checks::{Answer, Diagnosis, Random};

type Curve = fn(f64) -> f64;
/// The function and its derivative.
pub type Silu = (Curve, Curve);

pub static SILU: Diagnosis<Silu, Curve, f64> = Diagnosis {
    function: "silu",
    slot: |f| &mut f.0,
    right: gated,
    mistakes: &[
        ("this is the gate σ(a) alone: multiply a by it", sigma),
        ("the gate is σ(−a): it must open for positive numbers", |a| a * sigma(-a)),
        ("the gate is σ(−a), that is 1 − σ(a): it must open for positive numbers", |a| -a * sigma(-a)),
        ("a is multiplied inside the sigmoid: the product is a · σ(a)", |a| sigma(a * a)),
        ("a and σ(a) are added: multiply them", |a| a + sigma(a)),
        ("σ(a) is taken away from a: multiply them", |a| a - sigma(a)),
        (
            "a is divided by σ(a), or multiplied by 1 + e⁻ᵃ: multiply it by σ(a), which is 1 / (1 + e⁻ᵃ)",
            |a| a / sigma(a),
        ),
        ("the gate is the slope σ'(a): multiply a by σ(a) itself", |a| a * sigma(a) * sigma(-a)),
        ("a has passed unchanged: multiply it by σ(a)", |a| a),
        ("this is ReLU: SiLU lets a part of a negative number pass, a · σ(a)", |a| a.max(0.0)),
        ("the sign is lost: SiLU is negative where a is", |a| gated(a).abs()),
        ("the sign is lost: SiLU is negative where a is", |a| a.abs() * sigma(a)),
        ("what should be negative is 0: SiLU dips below 0 for negative a", |a| gated(a).max(0.0)),
        ("the gate opens for |a|: it is σ(a), nearly shut for very negative a", |a| a * sigma(a.abs())),
        ("the sign is the other way round: SiLU is a · σ(a)", |a| -gated(a)),
        ("this is the slope of SiLU: SiLU itself is a · σ(a)", slope),
        ("a is squared: SiLU is a · σ(a)", |a| a * gated(a)),
        ("the gate is squared: SiLU is a · σ(a)", |a| gated(a) * sigma(a)),
        ("the gate is tanh: it is the sigmoid, from 0 to 1", |a| a * a.tanh()),
        ("the gate is tanh(a/2), from −1 to 1: it is the sigmoid, from 0 to 1", |a| a * (0.5 * a).tanh()),
        ("the gate is (1 + tanh(a))/2, which is σ(2a): it is σ(a)", |a| a * sigma(2.0 * a)),
        ("the gate is σ(1.702 a), an approximation of GELU: here it is σ(a)", |a| a * sigma(1.702 * a)),
        ("the gate is σ(a/2): it is σ(a)", |a| a * sigma(0.5 * a)),
        ("the gate is a straight line between two flat ends: it is σ(a)", |a| a * ((a + 3.0) / 6.0).clamp(0.0, 1.0)),
        ("the gate is softplus: SiLU is a · σ(a)", |a| a * soft(a)),
        ("the gate is the tanh of softplus, as in Mish: here it is σ(a)", |a| a * soft(a).tanh()),
        ("this is softplus: SiLU is a · σ(a)", soft),
        ("this is GELU: SiLU has the sigmoid as its gate, a · σ(a)", |a| {
            0.5 * a * (1.0 + (0.797_884_560_802_865_4 * (a + 0.044_715 * a.powi(3))).tanh())
        }),
        ("brackets: a / 1 + e⁻ᵃ divides by 1 only; write `a / (1.0 + (-a).exp())`", |a| a + (-a).exp()),
        ("the denominator is 1 + e⁻ᵃ, with a plus", |a| a / (1.0 - (-a).exp())),
        ("`-a.exp()` is −(eᵃ), since a method binds more tightly than the minus: write `(-a).exp()`", |a| {
            a / (1.0 - a.exp())
        }),
        ("this is a · e⁻ᵃ: the gate is 1 / (1 + e⁻ᵃ)", |a| a * (-a).exp()),
        ("this is a · eᵃ: the gate is 1 / (1 + e⁻ᵃ)", |a| a * a.exp()),
        ("the number above is 1: it is a, so that the fraction is a · σ(a)", |a| 1.0 / (a + (-a).exp())),
        (
            "it is NaN for large a: exp(1000) is infinite, and ∞/∞ is NaN; multiply a by the σ(a) of task 4. If you do, repair `sigmoid` first",
            |a| a * a.exp() / (1.0 + a.exp()),
        ),
        (
            "it is NaN for large a: exp(1000) is infinite, and ∞/∞ is NaN; multiply a by the σ(a) of task 4. If you do, repair `sigmoid` first",
            |a| a * (a.exp() / (1.0 + a.exp())),
        ),
        ("the two numbers are multiplied by σ of the sigmoid: apply it once, a · σ(a)", |a| a * sigma(sigma(a))),
        ("σ is applied to the product: SiLU is a · σ(a)", |a| sigma(gated(a))),
        ("SiLU is applied twice: once is enough", |a| gated(gated(a))),
        ("this is twice SiLU: it is a · σ(a)", |a| 2.0 * gated(a)),
        ("this is half of SiLU: it is a · σ(a)", |a| 0.5 * gated(a)),
        ("1 is added to the gate: it is σ(a) alone", |a| a * (1.0 + sigma(a))),
        (
            "this leaks a part of every negative number, as a leaky ReLU: the part is σ(a), and less the farther out",
            |a| {
                if a > 0.0 { a } else { 0.1 * a }
            },
        ),
        ("positive numbers pass as they are: they too are multiplied by σ(a)", |a| if a > 0.0 { a } else { gated(a) }),
        ("the digits after the point are lost: keep the numbers as `f64`", |a| gated(a).trunc()),
        ("it is cut off at −0.278: no clamp is needed, a · σ(a) does not fall below that", |a| {
            gated(a).clamp(-0.27, 1e300)
        }),
        ("this is the same number for every a: SiLU is a · σ(a)", |_| 0.0),
        (CUT_OFF, |a| cut(a, 3.5)),
        (CUT_OFF, |a| cut(a, 5.5)),
        (CUT_RIGHT, |a| if a > 5.5 { a } else { gated(a) }),
        (CUT_RIGHT, |a| if a > 10.5 { a } else { gated(a) }),
        (CUT_LEFT, |a| if a < -5.5 { 0.0 } else { gated(a) }),
        (CUT_LEFT, |a| if a < -10.5 { 0.0 } else { gated(a) }),
        (CLAMPED, |a| gated(a.clamp(-20.0, 20.0))),
        (CLAMPED, |a| gated(a.clamp(-30.0, 30.0))),
        (SMALL_NUMBER, |a| gated(a) + 1e-8),
        (SMALL_NUMBER, |a| a / (1.0 + (-a).exp() + 1e-8)),
        ("only seven digits are right: keep the numbers as `f64`, without `f32`", |a| gated(a) as f32 as f64),
        ("a is multiplied three times: SiLU is a · σ(a)", |a| a.powi(3) * sigma(a)),
        ("this is σ²(a): the gate σ(a) is multiplied by a", |a| sigma(a).powi(2)),
    ],
    inputs,
    // Far to the right, what is missing from a is compared, and twelve decimals of what is tiny.
    call: |silu, &a| {
        let value = silu(a);
        Answer::from(decimals(if a > 14.5 && a < 40.0 { value - a } else { value })).derived()
    },
    properties: PROPERTIES,
};

pub static SILU_DERIVATIVE: Diagnosis<Silu, Curve, f64> = Diagnosis {
    function: "silu_derivative",
    slot: |f| &mut f.1,
    right: slope,
    mistakes: &[
        ("the second term of the product rule is missing: σ(a) + a · σ'(a)", sigma),
        ("the first term of the product rule is missing: σ(a) + a · σ'(a)", |a| a * flank(a)),
        ("this multiplies the derivatives 1 and σ'(a): the product rule is σ(a) + a · σ'(a)", flank),
        ("the factor a is missing in the second term: σ(a) + a · σ'(a)", |a| sigma(a) + flank(a)),
        ("the slope of the gate is 1 − s here: with s = σ(a) the second term is a · s(1 − s)", |a| {
            sigma(a) + a * sigma(-a)
        }),
        ("the slope of the gate is s here: with s = σ(a) the second term is a · s(1 − s)", |a| {
            sigma(a) + a * sigma(a)
        }),
        ("the factor a is at the wrong term, in a · σ(a) + σ'(a): the slope is σ(a) + a · σ'(a)", |a| {
            gated(a) + flank(a)
        }),
        ("the factor a is at both terms: σ(a) + a · σ'(a)", |a| gated(a) + a * flank(a)),
        ("the terms of the product rule are added: σ(a) + a · σ'(a)", |a| sigma(a) - a * flank(a)),
        ("the terms of the product rule are added, and not multiplied: σ(a) + a · σ'(a)", |a| gated(a) * flank(a)),
        ("the terms of the product rule are added, and not multiplied: σ(a) + a · σ'(a)", |a| sigma(a) * flank(a)),
        ("brackets: the product a · σ'(a) comes first, then σ(a) is added", |a| (sigma(a) + a) * flank(a)),
        ("brackets: only the second term is multiplied by 1 − σ(a), and the first is σ(a) alone", |a| {
            (sigma(a) + gated(a)) * sigma(-a)
        }),
        ("a and σ'(a) are added: multiply them, σ(a) + a · σ'(a)", |a| sigma(a) + a + flank(a)),
        ("σ'(a) is computed as a(1 − a): with s = σ(a) it is s(1 − s)", |a| sigma(a) + a * a * (1.0 - a)),
        ("σ'(a) is computed as s(1 − a): with s = σ(a) it is s(1 − s)", |a| sigma(a) + a * sigma(a) * (1.0 - a)),
        ("the slope of the gate is taken at σ(a): it is σ'(a), at the pre-activation", |a| {
            sigma(a) + a * flank(sigma(a))
        }),
        ("σ'(a) is computed as 1 − s², the formula of tanh: with s = σ(a) it is s(1 − s)", |a| {
            sigma(a) + a * (1.0 - sigma(a).powi(2))
        }),
        ("σ'(a) is computed as s(1 + s): with s = σ(a) it is s(1 − s)", |a| sigma(a) + gated(a) * (1.0 + sigma(a))),
        ("σ'(a) is computed as s², with the inner derivative missing: with s = σ(a) it is s(1 − s)", |a| {
            sigma(a) + gated(a) * sigma(a)
        }),
        ("σ'(a) is multiplied by s once more: the second term is a · s(1 − s)", |a| {
            sigma(a) + a * flank(a) * sigma(a)
        }),
        ("the sign of σ'(a) or of a is lost: the second term is negative where a is", |a| {
            sigma(a) + a.abs() * flank(a)
        }),
        ("the first term is 1: the product rule gives σ(a) + a · σ'(a)", |a| 1.0 + a * flank(a)),
        ("the first term is a: the product rule gives σ(a) + a · σ'(a)", |a| a + a * flank(a)),
        ("the first term is 1 − σ(a): the product rule gives σ(a) + a · σ'(a)", |a| sigma(-a) + a * flank(a)),
        (
            "this is SiLU itself: its slope is σ(a) + a · σ'(a), and `s + a * s * 1.0 - s` lacks the brackets of 1 − s",
            gated,
        ),
        ("this is the slope of ReLU: that of SiLU is σ(a) + a · σ'(a)", |a| if a > 0.0 { 1.0 } else { 0.0 }),
        ("this is SiLU times 1 − SiLU: the slope is σ(a) + a · σ'(a)", |a| gated(a) * (1.0 - gated(a))),
        (
            "this loses all digits for large a, where f + σ(1 − f) is a + (1 − a): compute σ(a) + a · σ(a)(1 − σ(a))",
            |a| gated(a) + sigma(a) * (1.0 - gated(a)),
        ),
        ("the slope is taken at 2a or of σ(2a): it is σ(a) + a · σ'(a)", |a| slope(2.0 * a)),
        ("twice the second term: it is a · σ'(a)", |a| sigma(a) + 2.0 * a * flank(a)),
        ("half the second term: it is a · σ'(a)", |a| sigma(a) + 0.5 * a * flank(a)),
        ("this is twice the slope: it is σ(a) + a · σ'(a)", |a| 2.0 * slope(a)),
        ("this is half of the slope: it is σ(a) + a · σ'(a)", |a| 0.5 * slope(a)),
        ("the sign is the other way round: the slope is σ(a) + a · σ'(a)", |a| -slope(a)),
        ("the sign is lost: SiLU falls left of −1.278, and its slope is negative there", |a| slope(a).abs()),
        ("the slope is cut off at 0: SiLU falls left of −1.278, and its slope is negative there", |a| {
            slope(a).max(0.0)
        }),
        ("the slope is cut off at 1: it is a little more than 1 for some positive a", |a| slope(a).min(1.0)),
        (
            "the slope is cut off to lie between 0 and 1: it is negative left of −1.278, and a little more than 1 for some positive a",
            |a| slope(a).clamp(0.0, 1.0),
        ),
        (
            "the slope is clamped to −0.1 and 1.1: these are round numbers, the true extremes are −0.0998 and 1.0998",
            |a| slope(a).clamp(-0.09, 1.09),
        ),
        (
            "it is NaN far to the right: exp(1000) is infinite, and ∞/∞ is NaN; compute s = σ(a) as in task 4, then use s. If you do, repair `sigmoid` first",
            |a| {
                let s = a.exp() / (1.0 + a.exp());
                s + a * s * (1.0 - s)
            },
        ),
        (
            "it is NaN far to the left: exp(1000) is infinite, and ∞/∞ is NaN; compute s = σ(a) as in task 4, then use s. If you do, repair `sigmoid` first",
            |a| if a < -800.0 { f64::NAN } else { slope(a) },
        ),
        (
            "it is NaN far to the left: exp(1000) is infinite, and ∞/∞ is NaN; compute s = σ(a) as in task 4, then use s. If you do, repair `sigmoid` first",
            |a| if a < -354.9 { f64::NAN } else { slope(a) },
        ),
        (
            "it is NaN far from 0: exp(1000) is infinite, and ∞/∞ and 0 · ∞ are NaN; compute s = σ(a) as in task 4, then use s. If you do, repair `sigmoid` first",
            |a| {
                if a.abs() > 800.0 { f64::NAN } else { slope(a) }
            },
        ),
        ("this is the same number for every a: the slope is σ(a) + a · σ'(a)", |_| 0.0),
        ("this is the same number for every a: the slope is σ(a) + a · σ'(a)", |_| 1.0),
        (CUT_OFF, |a| cut_slope(a, 3.5)),
        (CUT_OFF, |a| cut_slope(a, 4.5)),
        (CUT_RIGHT, |a| if a > 10.5 { 1.0 } else { slope(a) }),
        (CUT_RIGHT, |a| if a > 20.0 { 1.0 } else { slope(a) }),
        (CUT_LEFT, |a| if a < -10.5 { 0.0 } else { slope(a) }),
        (CUT_LEFT, |a| if a < -20.0 { 0.0 } else { slope(a) }),
        (SMALL_NUMBER, |a| slope(a) + 1e-8),
        (SMALL_NUMBER, |a| slope(a) + 1e-10),
        ("only seven digits are right: keep the numbers as `f64`, without `f32`", |a| slope(a) as f32 as f64),
        ("the slope is measured, and only a few digits are right: use the formula", |a| {
            (gated(a + 1e-5) - gated(a - 1e-5)) / 2e-5
        }),
        ("the slope is measured, and only a few digits are right: use the formula", |a| {
            (gated(a + 1e-6) - gated(a - 1e-6)) / 2e-6
        }),
        ("σ'(a) is computed as f(1 − f) with f = SiLU: the slope of the gate is s(1 − s), with s = σ(a)", |a| {
            sigma(a) + gated(a) * (1.0 - gated(a))
        }),
    ],
    inputs,
    // At both ends twelve decimals are compared.
    call: |derivative, &a| {
        let value = derivative(a);
        Answer::from(decimals(if a > 14.5 { value - 1.0 } else { value })).derived()
    },
    properties: PROPERTIES,
};

const CUT_OFF: &str =
    "the curve is cut off: it is nearly straight there, and not quite, so one formula serves for every a";
const CUT_RIGHT: &str = "the curve is cut off on the right: it is nearly at its end there, and not quite; without the `if`, one formula serves";
const CUT_LEFT: &str = "the curve is cut off on the left: it is nearly at its end there, and not quite; without the `if`, one formula serves";
const CLAMPED: &str = "a is clamped, and large numbers do not pass as they are: a · σ(a) needs no clamp";
const SMALL_NUMBER: &str = "a small number is added: the digits behind it are wrong, and nothing here divides by 0";

/// From the middle to both ends.
fn inputs() -> Vec<f64> {
    let mut random = Random::seeded(1037);
    let mut inputs = vec![0.0, -0.0];
    let sizes = [
        0.01,
        0.4,
        1.0,
        3_f64.ln(),
        1.6,
        2.4,
        3.1,
        4.2,
        4.8,
        6.0,
        7.3,
        9.4,
        12.4,
        13.6,
        15.5,
        18.5,
        19.3,
        22.3,
        25.3,
        26.0,
    ];
    for size in sizes.into_iter().chain([35.0, 45.0, 150.0, 360.0, 400.0, 600.0, 1000.0, 2000.0, 1e17, 1e18]) {
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
    ("a is larger than 10¹⁶", |&a| a > 1e16),
    ("a is less than −10¹⁶", |&a| a < -1e16),
    ("a is larger than 709", |&a| a > 709.0),
    ("a is less than −709", |&a| a < -709.0),
    ("a is beyond ±709", |&a| a.abs() > 709.0),
    ("a is less than −1.278, where SiLU falls, and not less than −30", |&a| a < -1.2785 && a > -30.0),
    ("a is 0 or negative, down to −30", |&a| a <= 0.0 && a > -30.0),
];

fn sigma(a: f64) -> f64 {
    1.0 / (1.0 + (-a).exp())
}

/// The slope of the sigmoid.
fn flank(a: f64) -> f64 {
    let s = sigma(a);
    s * (1.0 - s)
}

fn soft(a: f64) -> f64 {
    a.max(0.0) + (-a.abs()).exp().ln_1p()
}

fn gated(a: f64) -> f64 {
    a * sigma(a)
}

fn slope(a: f64) -> f64 {
    sigma(a) + a * flank(a)
}

/// ReLU beyond a limit.
fn cut(a: f64, limit: f64) -> f64 {
    if a.abs() > limit { a.max(0.0) } else { gated(a) }
}

fn cut_slope(a: f64, limit: f64) -> f64 {
    if a.abs() > limit { a.signum().max(0.0) } else { slope(a) }
}

/// Twelve decimals of a number that is next to 0: right answers differ in what is behind.
fn decimals(v: f64) -> f64 {
    if v.abs() < 1e-5 { (v * 1e12).round() / 1e12 } else { v }
}
