//! What a test may compare: a number, a truth value, a vector or a matrix.

use crate::show;
use ndarray::{Array1, Array2};

/// A value without its type: its shape, and its numbers row by row. That is all that is compared.
pub struct Numbers {
    /// As [`Values::shape`] has it.
    pub shape: Vec<usize>,
    /// As [`Values::numbers`] has them.
    pub values: Vec<f64>,
}

impl Numbers {
    /// No NaN and no infinity among them.
    pub fn are_finite(&self) -> bool {
        self.values.iter().all(|v| v.is_finite())
    }
}

/// Something made of numbers: its shape, the numbers in row order, and the way it is shown in a message.
pub trait Values: Clone {
    /// The shape as ndarray writes it: `[]` for a single number, `[n]` for a vector, `[n, k]` for a matrix.
    fn shape(&self) -> Vec<usize>;

    /// The numbers, row by row.
    fn numbers(&self) -> Vec<f64>;

    /// Both.
    #[doc(hidden)]
    fn read(&self) -> Numbers {
        Numbers { shape: self.shape(), values: self.numbers() }
    }

    /// The text that stands for the value in a message: short, and one line for each row of a matrix.
    fn show(&self) -> String {
        show::numbers(&self.shape(), &self.numbers())
    }
}

impl Values for f64 {
    fn shape(&self) -> Vec<usize> {
        vec![]
    }
    fn numbers(&self) -> Vec<f64> {
        vec![*self]
    }
    fn show(&self) -> String {
        show::exact(*self)
    }
}

impl Values for usize {
    fn shape(&self) -> Vec<usize> {
        vec![]
    }
    fn numbers(&self) -> Vec<f64> {
        vec![*self as f64]
    }
}

impl Values for bool {
    fn shape(&self) -> Vec<usize> {
        vec![]
    }
    fn numbers(&self) -> Vec<f64> {
        vec![f64::from(*self)]
    }
    fn show(&self) -> String {
        self.to_string()
    }
}

impl Values for Array1<f64> {
    fn shape(&self) -> Vec<usize> {
        vec![self.len()]
    }
    fn numbers(&self) -> Vec<f64> {
        self.iter().copied().collect()
    }
}

impl Values for Array2<f64> {
    fn shape(&self) -> Vec<usize> {
        vec![self.nrows(), self.ncols()]
    }
    fn numbers(&self) -> Vec<f64> {
        self.iter().copied().collect()
    }
}

/// A list of numbers, such as the errors of a training run.
impl Values for Vec<f64> {
    fn shape(&self) -> Vec<usize> {
        vec![self.len()]
    }
    fn numbers(&self) -> Vec<f64> {
        self.clone()
    }
}

/// A list of places or classes, such as which samples are in a batch.
impl Values for Vec<usize> {
    fn shape(&self) -> Vec<usize> {
        vec![self.len()]
    }
    fn numbers(&self) -> Vec<f64> {
        self.iter().map(|&v| v as f64).collect()
    }
}

/// Counts, such as a confusion matrix.
impl Values for Array2<usize> {
    fn shape(&self) -> Vec<usize> {
        vec![self.nrows(), self.ncols()]
    }
    fn numbers(&self) -> Vec<f64> {
        self.iter().map(|&v| v as f64).collect()
    }
}

/// A value with a gradient: something that can be moved a little in each of its numbers.
pub trait Point: Values {
    /// A value of the same shape with other numbers, row by row.
    fn with_numbers(&self, numbers: Vec<f64>) -> Self;
}

const FITS: &str = "as many numbers as the shape holds";

impl Point for f64 {
    fn with_numbers(&self, numbers: Vec<f64>) -> Self {
        numbers[0]
    }
}

impl Point for Array1<f64> {
    fn with_numbers(&self, numbers: Vec<f64>) -> Self {
        Self::from_shape_vec(self.dim(), numbers).expect(FITS)
    }
}

impl Point for Array2<f64> {
    fn with_numbers(&self, numbers: Vec<f64>) -> Self {
        Self::from_shape_vec(self.dim(), numbers).expect(FITS)
    }
}
