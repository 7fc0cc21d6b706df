//! Spoilers: wrong ways to write `forward_difference` and `central_difference`, and the inputs that tell them apart.
//! The tests use them to name a mistake.

use checks::Diagnosis;

pub type Difference = fn(&dyn Fn(f64) -> f64, f64, f64) -> f64;
pub type Both = (Difference, Difference);
type Function = fn(f64) -> f64;
/// The function, x and h.
type Inputs = (Function, f64, f64);

pub static FORWARD_DIFFERENCE: Diagnosis<Both, Difference, Inputs> = Diagnosis {
    function: "forward_difference",
    slot: |f| &mut f.0,
    right: |f, x, h| (f(x + h) - f(x)) / h,
    mistakes: &[
        ("this is measured to the left, from x − h to x: the forward difference goes to x + h", |f, x, h| {
            (f(x) - f(x - h)) / h
        }),
        ("this is how much f grows, not how fast: divide by h", |f, x, h| f(x + h) - f(x)),
        ("multiplied by h: divide by it", |f, x, h| (f(x + h) - f(x)) * h),
        ("only f(x) is divided by h: put the difference in parentheses, `(f(x + h) - f(x)) / h`", |f, x, h| {
            f(x + h) - f(x) / h
        }),
        ("only f(x + h) is divided by h: put the difference in parentheses, `(f(x + h) - f(x)) / h`", |f, x, h| {
            f(x + h) / h - f(x)
        }),
        ("this is the central difference, the second function of the task: here start from x", |f, x, h| {
            (f(x + h) - f(x - h)) / (2.0 * h)
        }),
        ("from x − h to x + h, and divided by h: the forward difference starts at x", |f, x, h| {
            (f(x + h) - f(x - h)) / h
        }),
        ("the order is the other way round: where f grows, f(x + h) − f(x) is positive", |f, x, h| {
            (f(x) - f(x + h)) / h
        }),
        ("the sign is lost: where f falls, its slope is negative", |f, x, h| ((f(x + h) - f(x)) / h).abs()),
        ("divided by 2h: from x to x + h it is h", |f, x, h| (f(x + h) - f(x)) / (2.0 * h)),
        ("divided by h twice: divide once", |f, x, h| (f(x + h) - f(x)) / h / h),
        ("`/ 2.0 * h` divides by 2 and multiplies by h: divide by h alone", |f, x, h| (f(x + h) - f(x)) / 2.0 * h),
        ("the two values are added: the growth is their difference", |f, x, h| (f(x + h) + f(x)) / h),
        ("f(h) is taken away: take away f(x), the value where the slope is asked for", |f, x, h| (f(x + h) - f(h)) / h),
        ("f(h) is measured: the point to the right of x is x + h", |f, x, h| (f(h) - f(x)) / h),
        ("f(x) + f(h) is not f(x + h): add h to x before f is called", |f, x, h| (f(x) + f(h) - f(x)) / h),
        ("f(x) is not taken away: the growth is f(x + h) − f(x)", |f, x, h| f(x + h) / h),
        ("f(0) is taken away: take away f(x), the value where the slope is asked for", |f, x, h| {
            (f(x + h) - f(0.0)) / h
        }),
        ("the slope is measured at 0, from 0 to h: start at x", |f, _, h| (f(h) - f(0.0)) / h),
        ("x itself is taken away: take away f(x), the value of the function there", |f, x, h| (f(x + h) - x) / h),
        ("the parenthesis is closed too late: `f(x + h) - f(x)`, and not `f(x + h - f(x))`", |f, x, h| {
            f(x + h - f(x)) / h
        }),
        ("h is added to the value of f: move x before f is called, `f(x + h)`", |f, x, h| (f(x) + h - f(x)) / h),
        ("two steps to the right: the forward difference goes to x + h", |f, x, h| (f(x + 2.0 * h) - f(x)) / (2.0 * h)),
        ("two steps to the right, divided by one: the forward difference goes to x + h", |f, x, h| {
            (f(x + 2.0 * h) - f(x)) / h
        }),
        ("divided by x + h: divide by h, by how far you went", |f, x, h| (f(x + h) - f(x)) / (x + h)),
        ("divided by x: divide by h, by how far you went", |f, x, h| (f(x + h) - f(x)) / x),
        ("the fraction stands upside down: rise over run, `(f(x + h) - f(x)) / h`", |f, x, h| h / (f(x + h) - f(x))),
        ("growth relative to f(x): divide by h alone", |f, x, h| (f(x + h) - f(x)) / h / f(x)),
        ("the digits after the point are lost: keep the numbers as `f64`, without `as i64`", |f, x, h| {
            ((f(x + h) - f(x)) / h).trunc()
        }),
        ("a slope below 0 is cut off at 0: where f falls, its slope is negative", |f, x, h| {
            ((f(x + h) - f(x)) / h).max(0.0)
        }),
        ("a slope above 0 is cut off at 0: where f grows, its slope is positive", |f, x, h| {
            ((f(x + h) - f(x)) / h).min(0.0)
        }),
        (OWN_STEP, |f, x, _| (f(x + 1e-5) - f(x)) / 1e-5),
        (OWN_STEP, |f, x, _| (f(x + 1e-6) - f(x)) / 1e-6),
        (OWN_STEP, |f, x, _| (f(x + 1e-3) - f(x)) / 1e-3),
        (OWN_STEP, |f, x, _| f(x + 1.0) - f(x)),
    ],
    inputs,
    call: |difference, &(f, x, h)| difference(&f, x, h).into(),
    properties: &[
        ("f falls from x to x + h", |&(f, x, h)| f(x + h) < f(x)),
        ("f grows from x to x + h", |&(f, x, h)| f(x + h) > f(x)),
        ("f is as high at x + h as at x", |&(f, x, h)| f(x + h) == f(x)),
        ("x is 0", |&(_, x, _)| x == 0.0),
        ("x is negative", |&(_, x, _)| x < 0.0),
        ("x is above 1", |&(_, x, _)| x > 1.0),
        ("f(x) is 0", |&(f, x, _)| f(x) == 0.0),
        ("f(x) is negative", |&(f, x, _)| f(x) < 0.0),
        ("h is above 1", |&(_, _, h)| h > 1.0),
        ("h is below 0.1", |&(_, _, h)| h < 0.1),
        ("f is a straight line", |&(f, ..)| is_line(f)),
        ("the slope is steeper than 1", |&(f, x, h)| ((f(x + h) - f(x)) / h).abs() > 1.0),
    ],
};

pub static CENTRAL_DIFFERENCE: Diagnosis<Both, Difference, Inputs> = Diagnosis {
    function: "central_difference",
    slot: |f| &mut f.1,
    right: |f, x, h| (f(x + h) - f(x - h)) / (2.0 * h),
    mistakes: &[
        ("twice the slope: the two points are 2h apart, so divide by 2h", |f, x, h| (f(x + h) - f(x - h)) / h),
        ("`a / 2.0 * h` multiplies by h: write the divisor in parentheses, `a / (2.0 * h)`", |f, x, h| {
            (f(x + h) - f(x - h)) / 2.0 * h
        }),
        ("only f(x − h) is divided: put the difference in parentheses, `(a - b) / c`", |f, x, h| {
            f(x + h) - f(x - h) / (2.0 * h)
        }),
        ("only f(x − h) is divided, and then multiplied by h: write `(a - b) / (2.0 * h)`", |f, x, h| {
            f(x + h) - f(x - h) / 2.0 * h
        }),
        ("divided by 2 and not by h: the two points are 2h apart", |f, x, h| (f(x + h) - f(x - h)) / 2.0),
        ("this is how much f grows, not how fast: divide by 2h", |f, x, h| f(x + h) - f(x - h)),
        ("multiplied by 2h: divide by it", |f, x, h| (f(x + h) - f(x - h)) * (2.0 * h)),
        ("divided by h²: the two points are 2h apart, so divide by 2h", |f, x, h| (f(x + h) - f(x - h)) / (h * h)),
        ("divided by 2h²: divide by 2h", |f, x, h| (f(x + h) - f(x - h)) / (2.0 * h * h)),
        ("divided by 4h: the two points are 2h apart", |f, x, h| (f(x + h) - f(x - h)) / (4.0 * h)),
        ("divided by 2 + h: the two points are 2h apart, `2.0 * h`", |f, x, h| (f(x + h) - f(x - h)) / (2.0 + h)),
        ("this is the forward difference: measure to both sides, from x − h to x + h", |f, x, h| {
            (f(x + h) - f(x)) / h
        }),
        ("this is measured to the left only: measure to both sides, from x − h to x + h", |f, x, h| {
            (f(x) - f(x - h)) / h
        }),
        ("one side is measured and divided by 2h: start from x − h", |f, x, h| (f(x + h) - f(x)) / (2.0 * h)),
        ("only the left side is measured, and divided by 2h: go on to x + h", |f, x, h| (f(x) - f(x - h)) / (2.0 * h)),
        ("the order is the other way round: f(x + h) − f(x − h)", |f, x, h| (f(x - h) - f(x + h)) / (2.0 * h)),
        ("the sign is lost: where f falls, its slope is negative", |f, x, h| ((f(x + h) - f(x - h)) / (2.0 * h)).abs()),
        ("the two values are added: the growth is their difference", |f, x, h| (f(x + h) + f(x - h)) / (2.0 * h)),
        ("this is how the slope changes, the curvature: f(x) has no place here, and h is not squared", |f, x, h| {
            (f(x + h) - 2.0 * f(x) + f(x - h)) / (h * h)
        }),
        ("the slope to the left is taken away from the one to the right: their mean is asked for", |f, x, h| {
            (f(x + h) - f(x)) / h - (f(x) - f(x - h)) / h
        }),
        ("the point to the left is x − h, not h − x", |f, x, h| (f(x + h) - f(h - x)) / (2.0 * h)),
        ("h is taken from f(x): move x before f is called, `f(x - h)`", |f, x, h| (f(x + h) - (f(x) - h)) / (2.0 * h)),
        ("the points are x ± h/2: go h to each side, and divide by 2h", |f, x, h| {
            (f(x + h / 2.0) - f(x - h / 2.0)) / h
        }),
        ("the points are x ± h/2, and the divisor is 2h: go h to each side", |f, x, h| {
            (f(x + h / 2.0) - f(x - h / 2.0)) / (2.0 * h)
        }),
        ("the points are x ± 2h: go h to each side, and divide by 2h", |f, x, h| {
            (f(x + 2.0 * h) - f(x - 2.0 * h)) / (4.0 * h)
        }),
        ("the points are x ± 2h, and the divisor is 2h: go h to each side", |f, x, h| {
            (f(x + 2.0 * h) - f(x - 2.0 * h)) / (2.0 * h)
        }),
        ("from x to x + 2h: that is one side, start from x − h", |f, x, h| (f(x + 2.0 * h) - f(x)) / (2.0 * h)),
        ("f(h) is measured: the points are x + h and x − h", |f, x, h| (f(h) - f(x - h)) / (2.0 * h)),
        ("the slope is measured at 0, between −h and h: the points are x − h and x + h", |f, _, h| {
            (f(h) - f(-h)) / (2.0 * h)
        }),
        ("the fraction stands upside down: rise over run", |f, x, h| (2.0 * h) / (f(x + h) - f(x - h))),
        ("divided by 2x: divide by 2h, by how far the points are apart", |f, x, h| (f(x + h) - f(x - h)) / (2.0 * x)),
        ("the digits after the point are lost: keep the numbers as `f64`, without `as i64`", |f, x, h| {
            ((f(x + h) - f(x - h)) / (2.0 * h)).trunc()
        }),
        ("a slope below 0 is cut off at 0: where f falls, its slope is negative", |f, x, h| {
            ((f(x + h) - f(x - h)) / (2.0 * h)).max(0.0)
        }),
        ("a slope above 0 is cut off at 0: where f grows, its slope is positive", |f, x, h| {
            ((f(x + h) - f(x - h)) / (2.0 * h)).min(0.0)
        }),
        (OWN_STEP, |f, x, _| (f(x + 1e-5) - f(x - 1e-5)) / 2e-5),
        (OWN_STEP, |f, x, _| (f(x + 1e-6) - f(x - 1e-6)) / 2e-6),
        (OWN_STEP, |f, x, _| (f(x + 1e-3) - f(x - 1e-3)) / 2e-3),
        (OWN_STEP, |f, x, _| (f(x + 1.0) - f(x - 1.0)) / 2.0),
    ],
    inputs,
    call: |difference, &(f, x, h)| difference(&f, x, h).into(),
    properties: &[
        ("f falls from x − h to x + h", |&(f, x, h)| f(x + h) < f(x - h)),
        ("f grows from x − h to x + h", |&(f, x, h)| f(x + h) > f(x - h)),
        ("f is as high at x + h as at x − h", |&(f, x, h)| f(x + h) == f(x - h)),
        ("x is 0", |&(_, x, _)| x == 0.0),
        ("x is negative", |&(_, x, _)| x < 0.0),
        ("x is above 1", |&(_, x, _)| x > 1.0),
        ("x − h is negative", |&(_, x, h)| x < h),
        ("f(x) is 0", |&(f, x, _)| f(x) == 0.0),
        ("f(x) is negative", |&(f, x, _)| f(x) < 0.0),
        ("h is above 1", |&(_, _, h)| h > 1.0),
        ("h is below 0.1", |&(_, _, h)| h < 0.1),
        ("f is a straight line", |&(f, ..)| is_line(f)),
        ("the slope is steeper than 1", |&(f, x, h)| ((f(x + h) - f(x - h)) / (2.0 * h)).abs() > 1.0),
    ],
};

const OWN_STEP: &str = "a step of your own is used: the argument h is the step";

fn inputs() -> Vec<Inputs> {
    let (rising, falling): (Function, Function) = (|x| 1.75 * x - 4.0, |x| 3.0 - 0.4 * x);
    let parabola: Function = |x| 3.0 * x * x - 5.0 * x + 1.0;
    vec![
        (|x| x * x * x, 1.0, 0.1),
        (|x| x * x * x, -1.3, 0.25),
        (|x| x * x * x, 0.0, 0.3),
        (rising, 0.7, 0.5),
        (rising, -2.0, 3.0),
        (falling, 0.0, 0.25),
        (falling, 4.5, 1.5),
        (|_| 2.5, 1.2, 0.6),
        (parabola, 0.2, 0.125),
        (parabola, 2.2, 0.7),
        (parabola, -0.4, 2.5),
        (|x| x * x, -0.375, 0.75),
        (|x| x * x * x, 0.0, 0.04),
        (|x| x * x, 0.0, 0.5),
        (f64::exp, -0.8, 0.05),
        (f64::exp, 1.1, 0.02),
        (|x| -x.abs(), 0.25, 1.25),
        (f64::cos, 2.0, 0.4),
        (|x| 1e4 * x.sin(), 0.9, 0.35),
    ]
}

/// The function of the inputs grows by the same from 0 to 1 and from 1 to 2.
fn is_line(f: Function) -> bool {
    (f(2.0) - 2.0 * f(1.0) + f(0.0)).abs() < 1e-9
}
