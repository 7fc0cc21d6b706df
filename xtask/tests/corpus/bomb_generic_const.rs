//! A constant without end that is computed only where the function is used: in the tests.
//! Expect: t1 t2 t3 t4 t5 t6 t7 t8 t9 not-compiled

pub fn predict<T: From<f64>>(w: &Array1<f64>, x: &Array1<f64>) -> T {
    struct Endless<T>(T);
    impl<T> Endless<T> {
        const N: u64 = {
            let mut n = std::mem::size_of::<T>() as u64;
            while n > 0 {
                n = n * 2 + 1;
                n %= 1 << 40;
            }
            n
        };
    }
    T::from(w.dot(x) + Endless::<T>::N as f64)
}
