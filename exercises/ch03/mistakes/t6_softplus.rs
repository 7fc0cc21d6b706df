//! Spoilers: wrong ways to write `softplus` and its derivative, and the inputs that tell them apart. The tests use them
//! to name a mistake.

use checks::{Answer, Diagnosis, Random};

type Curve = fn(f64) -> f64;
/// The function and its derivative.
pub type Softplus = (Curve, Curve);

pub static SOFTPLUS: Diagnosis<Softplus, Curve, f64> = Diagnosis {
    function: "softplus",
    slot: |f| &mut f.0,
    right: soft,
    mistakes: &[
        (
            "it is infinite for large a: exp(1000) is, and its logarithm too; for positive a use a + ln(1 + exp(-a))",
            |a| a.exp().ln_1p(),
        ),
        (
            "both ends are lost: 1 + exp(a) is infinite for large a and rounded to 1 for very negative ones; use `ln_1p`, and a + ln(1 + e⁻ᵃ) for positive a",
            |a| (1.0 + a.exp()).ln(),
        ),
        (LOWER_TAIL, |a| if a > 30.0 { a } else { (1.0 + a.exp()).ln() }),
        (LOWER_TAIL, |a| a.max(0.0) + (1.0 + (-a.abs()).exp()).ln()),
        (LOWER_TAIL, |a| if a > 0.0 { soft(a) } else { (1.0 + a.exp()).ln() }),
        (
            "the lower tail is lost: for negative a use ln_1p(eᵃ), since in a + ln(1 + e⁻ᵃ) the two almost cancel",
            |a| a + (-a).exp().ln_1p(),
        ),
        (
            "the lower tail is lost: for negative a use ln_1p(eᵃ), since in a + ln(1 + e⁻ᵃ) the two almost cancel",
            |a| a + (1.0 + (-a).exp()).ln(),
        ),
        (
            "the two forms are exchanged: a + ln(1 + e⁻ᵃ) is the one for positive a, ln(1 + eᵃ) the one for negative a",
            |a| {
                if a > 0.0 { a.exp().ln_1p() } else { a + (-a).exp().ln_1p() }
            },
        ),
        (
            "the two forms are exchanged: a + ln(1 + e⁻ᵃ) is the one for positive a, ln(1 + eᵃ) the one for negative a",
            |a| {
                if a > 0.0 { (1.0 + a.exp()).ln() } else { a + (1.0 + (-a).exp()).ln() }
            },
        ),
        (LOGARITHM_BASE, |a| a.max(0.0) + (1.0 + (-a.abs()).exp()).log10()),
        (LOGARITHM_BASE, |a| (1.0 + a.exp()).log10()),
        (LOGARITHM_BASE, |a| soft(a) * 1_f64.exp().log10()),
        ("the logarithm is to base 2: `ln` is the natural one", |a| a.max(0.0) + (1.0 + (-a.abs()).exp()).log2()),
        ("the logarithm is to base 2: `ln` is the natural one", |a| (1.0 + a.exp()).log2()),
        ("the 1 inside the logarithm is missing: ln(eᵃ) is a", |a| a),
        ("the 1 inside the logarithm is missing: ln(eᵃ) is a", |a| a.exp().ln()),
        ("the exponential is missing: this is ln(1 + a)", |a| (1.0 + a).ln()),
        ("the exponential is missing: this is ln(1 + a)", f64::ln_1p),
        ("the 1 stands outside the logarithm: put 1 + eᵃ in brackets", |a| 1.0 + a),
        ("the logarithm is missing: this is 1 + eᵃ", |a| 1.0 + a.exp()),
        ("this is the exponential alone: softplus is ln(1 + eᵃ)", f64::exp),
        ("the logarithm is missing: max(a, 0) + ln(1 + e^−|a|)", |a| a.max(0.0) + (-a.abs()).exp()),
        (LN_E, |a| soft(-a)),
        (LN_E, |a| (-a).exp().ln_1p()),
        (LN_E, |a| (1.0 + (-a).exp()).ln()),
        ("this is ln(1 + e^−|a|) alone: for positive a, the number a has to be added", |a| (-a.abs()).exp().ln_1p()),
        (ADDED_TWICE, |a| (1.0 + a.exp()).ln_1p()),
        (ADDED_TWICE, |a| a.max(0.0) + (1.0 + (-a.abs()).exp()).ln_1p()),
        (ADDED_TWICE, |a| if a > 0.0 { a + (1.0 + (-a).exp()).ln_1p() } else { (1.0 + a.exp()).ln_1p() }),
        (LOGARITHM_TAKEN, |a| a - (-a).exp().ln_1p()),
        (LOGARITHM_TAKEN, |a| a.max(0.0) - (-a.abs()).exp().ln_1p()),
        (LOGARITHM_TAKEN, |a| if a > 0.0 { a - (-a).exp().ln_1p() } else { a.exp().ln_1p() }),
        ("for negative a the number a is added too: it belongs to the form with e⁻ᵃ, for positive a", |a| {
            if a > 0.0 { soft(a) } else { a + a.exp().ln_1p() }
        }),
        ("for positive a the exponent has the wrong sign: the form is a + ln(1 + e⁻ᵃ)", |a| {
            if a > 0.0 { a + a.exp().ln_1p() } else { a.exp().ln_1p() }
        }),
        (
            "for negative a the exponent has the wrong sign: the form there is ln(1 + eᵃ), or ln(1 + e^−|a|) on both sides",
            |a| {
                if a > 0.0 { soft(a) } else { (-a).exp().ln_1p() }
            },
        ),
        ("the exponent is −|a|, with a minus: the exponential has to be small on both sides", |a| {
            a.max(0.0) + a.abs().exp().ln_1p()
        }),
        ("the sign of a is lost: softplus is nearly 0 for very negative a, and not |a|", |a| {
            a.abs() + (-a.abs()).exp().ln_1p()
        }),
        ("this is ln(1 − eᵃ), which is NaN for positive a: is there a minus too many, as in `-a.exp()`?", |a| {
            (-a.exp()).ln_1p()
        }),
        ("this is ln(1 − eᵃ), which is NaN for positive a: is there a minus too many, as in `-a.exp()`?", |a| {
            (1.0 - a.exp()).ln()
        }),
        ("this is ReLU: softplus is above it, by ln(1 + e^−|a|)", |a| a.max(0.0)),
        ("this is the slope σ(a): softplus itself is ln(1 + eᵃ)", sigma),
        ("this is SiLU, a · σ(a): softplus is ln(1 + eᵃ)", |a| a * sigma(a)),
        ("the sign is the other way round: softplus is ln(1 + eᵃ), and positive", |a| -soft(a)),
        ("this is twice softplus: it is ln(1 + eᵃ)", |a| 2.0 * soft(a)),
        ("this is half of softplus: it is ln(1 + eᵃ)", |a| 0.5 * soft(a)),
        ("this is softplus less ln 2, and 0 at a = 0: leave ln(1 + eᵃ) as it is", |a| soft(a) - 2_f64.ln()),
        ("this is ln(1 + e²ᵃ): the exponent is a", |a| soft(2.0 * a)),
        ("the digits after the point are lost: keep the numbers as `f64`", |a| soft(a).trunc()),
        ("this is the same number for every a: softplus is ln(1 + eᵃ)", |_| 0.0),
        ("this is the same number for every a: softplus is ln(1 + eᵃ)", |_| 2_f64.ln()),
        (CUT_RIGHT, |a| if a > 3.5 { a } else { soft(a) }),
        (CUT_RIGHT, |a| if a > 5.5 { a } else { soft(a) }),
        (CUT_LEFT, |a| if a < -3.5 { 0.0 } else { soft(a) }),
        (CUT_LEFT, |a| if a < -10.5 { 0.0 } else { soft(a) }),
        (CUT_BOTH, |a| if a.abs() > 10.5 { a.max(0.0) } else { soft(a) }),
        (CUT_BOTH, |a| if a.abs() > 16.0 { a.max(0.0) } else { soft(a) }),
        (CLAMPED, |a| soft(a.clamp(-20.0, 20.0))),
        (CLAMPED, |a| soft(a.clamp(-30.0, 30.0))),
        (KEPT_FROM_0, |a| soft(a).max(1e-12)),
        (KEPT_FROM_0, |a| soft(a).max(1e-15)),
        (SMALL_NUMBER, |a| soft(a) + 1e-8),
        (SMALL_NUMBER, |a| soft(a) + 1e-10),
        (SMALL_NUMBER, |a| soft(a) + 1e-12),
        (SMALL_NUMBER, |a| a.max(0.0) + (1.0 + 1e-12 + (-a.abs()).exp()).ln()),
        (SMALL_NUMBER, |a| a.max(0.0) + (1.0 + 1e-8 + (-a.abs()).exp()).ln()),
        ("only seven digits are right: keep the numbers as `f64`, without `f32`", |a| soft(a) as f32 as f64),
        (BOTH_ENDS, |a| if a > 10.5 { a } else { (1.0 + a.exp()).ln() }),
        (BOTH_ENDS, |a| if a > 15.0 { a } else { (1.0 + a.exp()).ln() }),
        (BOTH_ENDS, |a| if a > 20.0 { a } else { (1.0 + a.exp()).ln() }),
        ("this is a · ln(1 + eᵃ): softplus is the logarithm alone", |a| a * soft(a)),
    ],
    inputs: || {
        let mut inputs = ends();
        inputs.extend([-50.5, -60.0, -90.0, -110.0, -300.0, -550.0, -700.0, -705.0, -708.0, 600.0, 705.0, 1e300]);
        inputs
    },
    // Far to the right, what is above a is compared, to twelve decimals.
    call: |softplus, &a| {
        let value = softplus(a);
        Answer::from(if a > 14.5 && a < 40.0 { decimals(value - a) } else { value }).derived()
    },
    properties: PROPERTIES,
};

pub static SOFTPLUS_DERIVATIVE: Diagnosis<Softplus, Curve, f64> = Diagnosis {
    function: "softplus_derivative",
    slot: |f| &mut f.1,
    right: sigma,
    mistakes: &[
        ("this is 1/(1 + eᵃ): is the inner derivative eᵃ missing, or a minus before a? The slope is σ(a)", |a| {
            sigma(-a)
        }),
        ("this is the slope of the sigmoid: the slope of softplus is the sigmoid itself", |a| sigma(a) * sigma(-a)),
        ("this is the slope of ln(1 + a): that of ln(1 + eᵃ) is σ(a)", |a| 1.0 / (1.0 + a)),
        (SLOPE_RELU, |a| if a > 0.0 { 1.0 } else { 0.0 }),
        (SLOPE_RELU, |a| if a >= 0.0 { 1.0 } else { 0.0 }),
        (SLOPE_RELU, |a| {
            if a == 0.0 {
                0.5
            } else if a > 0.0 {
                1.0
            } else {
                0.0
            }
        }),
        ("this is softplus itself: its slope is σ(a)", soft),
        ("this is softplus itself: its slope is σ(a)", |a| a.exp().ln_1p()),
        (
            "it is NaN far to the right: exp(1000) is infinite, and ∞/∞ is NaN; the slope is σ(a) of task 4. If you call it, repair `sigmoid` first",
            |a| a.exp() / (1.0 + a.exp()),
        ),
        (
            "it is NaN far to the left: exp(1000) is infinite, and ∞/∞ is NaN; the slope is σ(a) of task 4. If you call it, repair `sigmoid` first",
            |a| {
                if a < -800.0 { f64::NAN } else { sigma(a) }
            },
        ),
        ("the denominator 1 + eᵃ is missing: the slope is eᵃ / (1 + eᵃ), which is σ(a)", f64::exp),
        ("the denominator is missing its 1: the slope is eᵃ / (1 + eᵃ), which is σ(a)", |_| 1.0),
        ("the inner derivative is taken twice: the slope is eᵃ / (1 + eᵃ), which is σ(a)", |a| sigma(a) * a.exp()),
        ("brackets: eᵃ / 1 + eᵃ divides by 1 only; the slope is eᵃ / (1 + eᵃ), which is σ(a)", |a| {
            2.0 * a.exp()
        }),
        ("brackets: 1 / 1 + e⁻ᵃ divides the first 1 only; the slope is 1 / (1 + e⁻ᵃ), which is σ(a)", |a| {
            1.0 + (-a).exp()
        }),
        ("the 1 in front of the fraction is too much: the slope is σ(a)", |a| 1.0 + sigma(a)),
        ("the fraction is added to or taken away from 1, which gives σ(−a) + 1: the slope is σ(a)", |a| {
            1.0 + sigma(-a)
        }),
        ("this is a/(1 + eᵃ): the inner derivative is eᵃ, and the slope σ(a)", |a| a * sigma(-a)),
        ("this is a · σ(a): the slope is σ(a) alone", |a| a * sigma(a)),
        ("this is tanh: the slope of softplus goes from 0 to 1, it is σ(a)", f64::tanh),
        ("this is tanh(a/2), which goes from −1 to 1: the slope of softplus is σ(a)", |a| (0.5 * a).tanh()),
        ("this is σ(2a): the slope is σ(a)", |a| sigma(2.0 * a)),
        ("this is σ(a/2): the slope is σ(a)", |a| sigma(0.5 * a)),
        ("the sigmoid is applied twice: the slope is σ(a)", |a| sigma(sigma(a))),
        ("the sigmoid is taken of softplus: the slope is σ(a)", |a| sigma(soft(a))),
        ("this is σ²(a): the slope is σ(a)", |a| sigma(a).powi(2)),
        (
            "this is e⁻ᵃ/(1 + e⁻ᵃ)², the slope of the sigmoid, without its last square: the slope of softplus is σ(a)",
            |a| (-a).exp() / (1.0 + (-a).exp()) * 2.0,
        ),
        ("the sign is the other way round: softplus rises, its slope is σ(a)", |a| -sigma(a)),
        ("the sign is the other way round, and the inner derivative is missing: the slope is σ(a)", |a| -sigma(-a)),
        ("this is twice the slope: it is σ(a)", |a| 2.0 * sigma(a)),
        ("this is half of the slope: it is σ(a)", |a| 0.5 * sigma(a)),
        ("this is σ(a) − ½: the slope goes from 0 to 1, it is σ(a)", |a| sigma(a) - 0.5),
        ("this is ln σ(a): the slope is σ(a) itself", |a| -soft(-a)),
        ("the sign of a is lost: the slope is less than ½ for negative a", |a| sigma(a.abs())),
        ("this is 1/(1 − e⁻ᵃ) or 1/(1 − eᵃ): the denominator has a plus", |a| 1.0 / (1.0 - (-a).exp())),
        ("this is 1/(1 − e⁻ᵃ) or 1/(1 − eᵃ): the denominator has a plus", |a| 1.0 / (1.0 - a.exp())),
        ("this is a straight line between two flat ends: the slope is σ(a)", |a| (0.5 + 0.25 * a).clamp(0.0, 1.0)),
        ("this is a straight line between two flat ends: the slope is σ(a)", |a| a.clamp(0.0, 1.0)),
        ("this is the same number for every a: the slope is σ(a)", |_| 0.0),
        ("this is the same number for every a: the slope is σ(a)", |_| 0.5),
        (CUT_OFF, |a| cut(a, 3.5)),
        (CUT_OFF, |a| cut(a, 5.5)),
        (CUT_RIGHT_SLOPE, |a| if a > 10.5 { 1.0 } else { sigma(a) }),
        (CUT_RIGHT_SLOPE, |a| if a > 15.0 { 1.0 } else { sigma(a) }),
        (CUT_LEFT, |a| if a < -10.5 { 0.0 } else { sigma(a) }),
        (CUT_LEFT, |a| if a < -15.0 { 0.0 } else { sigma(a) }),
        (KEPT_FROM_0, |a| sigma(a).max(1e-6)),
        (KEPT_FROM_0, |a| sigma(a).max(1e-8)),
        (SMALL_NUMBER, |a| sigma(a) + 1e-8),
        (SMALL_NUMBER, |a| sigma(a) + 1e-10),
        ("only seven digits are right: keep the numbers as `f64`, without `f32`", |a| sigma(a) as f32 as f64),
        ("the slope is measured, and only a few digits are right: use the formula", |a| {
            (soft(a + 1e-5) - soft(a - 1e-5)) / 2e-5
        }),
        ("the slope is measured, and only a few digits are right: use the formula", |a| {
            (soft(a + 1e-6) - soft(a - 1e-6)) / 2e-6
        }),
        (
            "this is 1 / ln(1 + eᵃ): the slope of a logarithm is 1 / (1 + eᵃ), times the inner derivative eᵃ",
            |a| 1.0 / soft(a),
        ),
        ("this is eᵃ / ln(1 + eᵃ): the slope of a logarithm divides by 1 + eᵃ", |a| a.exp() / soft(a)),
        ("this is σ(a) · (1 − a): the slope is σ(a) alone", |a| sigma(a) * (1.0 - a)),
    ],
    inputs: ends,
    // At both ends twelve decimals are compared.
    call: |derivative, &a| {
        let value = derivative(a);
        Answer::from(decimals(if a > 14.5 { value - 1.0 } else { value })).derived()
    },
    properties: PROPERTIES,
};

const LOWER_TAIL: &str = "the lower tail is lost: 1 + exp(a) is rounded to 1, and ln(1) is 0; use `ln_1p`";
const LOGARITHM_BASE: &str = "the logarithm is to base 10: `ln` is the natural one";
const LN_E: &str = "this is ln(1 + e⁻ᵃ): the exponent is +a, or a has to be added outside";
const ADDED_TWICE: &str = "1 is added twice, so that 2 is in its place: `x.ln_1p()` adds it already";
const LOGARITHM_TAKEN: &str = "the logarithm is taken away: softplus is a + ln(1 + e⁻ᵃ)";
const CUT_RIGHT: &str =
    "the curve is cut off on the right: softplus is a little above a there, and twelve digits show it up to a ≈ 24";
const CUT_LEFT: &str = "the curve is cut off on the left: it is nearly at its end there, and not quite; without the `if`, one formula serves";
const CUT_BOTH: &str = "the curve is cut off on both sides: it is nearly straight there, and not quite";
const CLAMPED: &str =
    "a is clamped first: beyond the clamp the result is wrong. Use the form of the two that suits the sign of a";
const KEPT_FROM_0: &str = "the result is kept away from 0, and the digits below that are lost: return it as it is";
const SMALL_NUMBER: &str = "a small number is added: the digits behind it are wrong, and nothing here divides by 0";
const BOTH_ENDS: &str = "both ends lose digits: at a cut-off on the right, and on the left, where 1 + exp(a) is rounded to 1; use `ln_1p`, and a + ln(1 + e⁻ᵃ) for positive a";
const SLOPE_RELU: &str = "this is the slope of ReLU: that of softplus rises gradually, it is σ(a)";
const CUT_OFF: &str = "the curve is cut off: it is nearly flat there, and not quite, so one formula serves for every a";
const CUT_RIGHT_SLOPE: &str = "the curve is cut off on the right: it is nearly at its end there, and not quite; without the `if`, one formula serves";

/// From the middle to both ends.
fn ends() -> Vec<f64> {
    let mut random = Random::seeded(1036);
    let mut inputs = vec![0.0, -0.0];
    let sizes = [
        0.01,
        0.4,
        1.0,
        3_f64.ln(),
        2.3,
        4.2,
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
        35.0,
        45.0,
    ];
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
];

fn soft(a: f64) -> f64 {
    a.max(0.0) + (-a.abs()).exp().ln_1p()
}

fn sigma(a: f64) -> f64 {
    1.0 / (1.0 + (-a).exp())
}

/// Flat beyond a limit.
fn cut(a: f64, limit: f64) -> f64 {
    if a.abs() > limit { a.signum().max(0.0) } else { sigma(a) }
}

/// Twelve decimals of a number that is next to 0: right answers differ in what is behind.
fn decimals(v: f64) -> f64 {
    if v.abs() < 1e-6 { (v * 1e12).round() / 1e12 } else { v }
}
