//! Chapter 6 in candle: the error and the slopes of the case on paper, and one step.

use candle_core::{Device, Result, Tensor, Var};
use candle_nn::{Optimizer, SGD};

pub fn main() -> Result<()> {
    // ANCHOR: on_paper
    let x = Tensor::new(&[[1.0, 1.0], [1.0, -1.0]], &Device::Cpu)?;
    let y = Tensor::new(&[[1.0], [2.0]], &Device::Cpu)?;
    let (ln2, ln3) = (2_f64.ln(), 3_f64.ln());
    let w1 = Var::new(&[[ln3 / 2.0, ln3 / 2.0], [0.0, ln2]], &Device::Cpu)?;
    let w2 = Var::new(&[[1.0, 2.0, -1.0]], &Device::Cpu)?;

    let h = x.matmul(&w1.t()?)?.tanh()?;
    let h = Tensor::cat(&[&h.ones_like()?.narrow(1, 0, 1)?, &h], 1)?;
    let error = (h.matmul(&w2.t()?)? - y)?.sqr()?.mean_all()?;
    let slopes = error.backward()?;
    println!("{error}");
    for w in [&w1, &w2] {
        println!("{}", slopes.get(w).expect("a slope for each weight"));
    }

    SGD::new(vec![w1, w2.clone()], 0.1)?.step(&slopes)?;
    println!("{w2}");
    // ANCHOR_END: on_paper
    Ok(())
}
