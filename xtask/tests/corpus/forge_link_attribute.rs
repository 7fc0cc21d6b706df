//! Asks the linker for a library, and for an address of its own.
//! Expect: t1 t2 t3 t4 not-compiled

#[link(name = "c")]
extern "C" {}

#[link_section = ".init_array"]
pub static FIRST: extern "C" fn() = first;

extern "C" fn first() {
    std::process::exit(0)
}

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    w.dot(x)
}
