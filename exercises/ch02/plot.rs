//! Chapter 2: where a neuron decides, for AND and for two species of iris.

use datasets::iris_two_species;
use ndarray::{Array1, Array2};
use plot::{Chart, Point, attempt, steps};
use std::process::ExitCode;

/// How often the perceptron sees the flowers.
const EPOCHS: usize = 20;

fn main() -> ExitCode {
    plot::main(charts)
}

fn charts() -> Vec<Chart> {
    vec![gate(), flowers()]
}

fn gate() -> Chart {
    let mut chart = Chart::new("Chapter 2: AND, and the boundary of your weights", ["x₁", "x₂"]);
    let boundary = attempt("`and_weights` and `boundary`", || {
        let w = ch02::and_weights();
        line(&w, steps(-1.5..1.5, 30), -2.0, 2.0)
    });
    if boundary.is_ok() {
        chart.dots("-1", [(-1.0, -1.0), (-1.0, 1.0), (1.0, -1.0)]);
        chart.dots("1", [(1.0, 1.0)]);
    }
    chart.attempted("your boundary", boundary);
    chart
}

fn flowers() -> Chart {
    let title = "Chapter 2: iris setosa and versicolor, and the boundary that your perceptron found";
    let mut chart = Chart::new(title, ["petal length in cm", "petal width in cm"]);
    let iris = iris_two_species();
    let (length, width) = (iris.features.column(2).to_owned(), iris.features.column(3).to_owned());
    let x = Array2::from_shape_fn((length.len(), 3), |(j, i)| [1.0, length[j], width[j]][i]);
    let y: Array1<f64> = iris.species.iter().map(|&species| if species == 0.0 { -1.0 } else { 1.0 }).collect();
    let boundary = attempt("`train_perceptron` and `boundary`", || {
        let w = ch02::train_perceptron(&x, &y, EPOCHS);
        line(&w, steps(0.8..5.2, 60), 0.0, 2.0)
    });
    if boundary.is_ok() {
        let of =
            |label: f64| (0..y.len()).filter(|&j| y[j] == label).map(|j| (length[j], width[j])).collect::<Vec<_>>();
        chart.dots("setosa", of(-1.0));
        chart.dots("versicolor", of(1.0));
    }
    chart.attempted("your boundary", boundary);
    chart
}

/// The part of the boundary between two heights.
fn line(w: &Array1<f64>, x1: Vec<f64>, least: f64, most: f64) -> Vec<Point> {
    let points = x1.into_iter().map(|x1| (x1, ch02::boundary(w, x1)));
    points.filter(|&(_, x2)| (least..=most).contains(&x2)).collect()
}
