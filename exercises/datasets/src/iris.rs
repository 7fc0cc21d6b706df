//! Three species of iris, the oldest classification data there is.

use ndarray::{Array1, Array2, Axis, concatenate};

/// Sepal length, sepal width, petal length, petal width of 50 flowers of each species, in cm.
type Species = [[f64; 4]; 50];

#[rustfmt::skip]
const SETOSA: Species = [
    [5.1, 3.5, 1.4, 0.2], [4.9, 3.0, 1.4, 0.2], [4.7, 3.2, 1.3, 0.2], [4.6, 3.1, 1.5, 0.2], [5.0, 3.6, 1.4, 0.2],
    [5.4, 3.9, 1.7, 0.4], [4.6, 3.4, 1.4, 0.3], [5.0, 3.4, 1.5, 0.2], [4.4, 2.9, 1.4, 0.2], [4.9, 3.1, 1.5, 0.1],
    [5.4, 3.7, 1.5, 0.2], [4.8, 3.4, 1.6, 0.2], [4.8, 3.0, 1.4, 0.1], [4.3, 3.0, 1.1, 0.1], [5.8, 4.0, 1.2, 0.2],
    [5.7, 4.4, 1.5, 0.4], [5.4, 3.9, 1.3, 0.4], [5.1, 3.5, 1.4, 0.3], [5.7, 3.8, 1.7, 0.3], [5.1, 3.8, 1.5, 0.3],
    [5.4, 3.4, 1.7, 0.2], [5.1, 3.7, 1.5, 0.4], [4.6, 3.6, 1.0, 0.2], [5.1, 3.3, 1.7, 0.5], [4.8, 3.4, 1.9, 0.2],
    [5.0, 3.0, 1.6, 0.2], [5.0, 3.4, 1.6, 0.4], [5.2, 3.5, 1.5, 0.2], [5.2, 3.4, 1.4, 0.2], [4.7, 3.2, 1.6, 0.2],
    [4.8, 3.1, 1.6, 0.2], [5.4, 3.4, 1.5, 0.4], [5.2, 4.1, 1.5, 0.1], [5.5, 4.2, 1.4, 0.2], [4.9, 3.1, 1.5, 0.2],
    [5.0, 3.2, 1.2, 0.2], [5.5, 3.5, 1.3, 0.2], [4.9, 3.6, 1.4, 0.1], [4.4, 3.0, 1.3, 0.2], [5.1, 3.4, 1.5, 0.2],
    [5.0, 3.5, 1.3, 0.3], [4.5, 2.3, 1.3, 0.3], [4.4, 3.2, 1.3, 0.2], [5.0, 3.5, 1.6, 0.6], [5.1, 3.8, 1.9, 0.4],
    [4.8, 3.0, 1.4, 0.3], [5.1, 3.8, 1.6, 0.2], [4.6, 3.2, 1.4, 0.2], [5.3, 3.7, 1.5, 0.2], [5.0, 3.3, 1.4, 0.2],
];

#[rustfmt::skip]
const VERSICOLOR: Species = [
    [7.0, 3.2, 4.7, 1.4], [6.4, 3.2, 4.5, 1.5], [6.9, 3.1, 4.9, 1.5], [5.5, 2.3, 4.0, 1.3], [6.5, 2.8, 4.6, 1.5],
    [5.7, 2.8, 4.5, 1.3], [6.3, 3.3, 4.7, 1.6], [4.9, 2.4, 3.3, 1.0], [6.6, 2.9, 4.6, 1.3], [5.2, 2.7, 3.9, 1.4],
    [5.0, 2.0, 3.5, 1.0], [5.9, 3.0, 4.2, 1.5], [6.0, 2.2, 4.0, 1.0], [6.1, 2.9, 4.7, 1.4], [5.6, 2.9, 3.6, 1.3],
    [6.7, 3.1, 4.4, 1.4], [5.6, 3.0, 4.5, 1.5], [5.8, 2.7, 4.1, 1.0], [6.2, 2.2, 4.5, 1.5], [5.6, 2.5, 3.9, 1.1],
    [5.9, 3.2, 4.8, 1.8], [6.1, 2.8, 4.0, 1.3], [6.3, 2.5, 4.9, 1.5], [6.1, 2.8, 4.7, 1.2], [6.4, 2.9, 4.3, 1.3],
    [6.6, 3.0, 4.4, 1.4], [6.8, 2.8, 4.8, 1.4], [6.7, 3.0, 5.0, 1.7], [6.0, 2.9, 4.5, 1.5], [5.7, 2.6, 3.5, 1.0],
    [5.5, 2.4, 3.8, 1.1], [5.5, 2.4, 3.7, 1.0], [5.8, 2.7, 3.9, 1.2], [6.0, 2.7, 5.1, 1.6], [5.4, 3.0, 4.5, 1.5],
    [6.0, 3.4, 4.5, 1.6], [6.7, 3.1, 4.7, 1.5], [6.3, 2.3, 4.4, 1.3], [5.6, 3.0, 4.1, 1.3], [5.5, 2.5, 4.0, 1.3],
    [5.5, 2.6, 4.4, 1.2], [6.1, 3.0, 4.6, 1.4], [5.8, 2.6, 4.0, 1.2], [5.0, 2.3, 3.3, 1.0], [5.6, 2.7, 4.2, 1.3],
    [5.7, 3.0, 4.2, 1.2], [5.7, 2.9, 4.2, 1.3], [6.2, 2.9, 4.3, 1.3], [5.1, 2.5, 3.0, 1.1], [5.7, 2.8, 4.1, 1.3],
];

#[rustfmt::skip]
const VIRGINICA: Species = [
    [6.3, 3.3, 6.0, 2.5], [5.8, 2.7, 5.1, 1.9], [7.1, 3.0, 5.9, 2.1], [6.3, 2.9, 5.6, 1.8], [6.5, 3.0, 5.8, 2.2],
    [7.6, 3.0, 6.6, 2.1], [4.9, 2.5, 4.5, 1.7], [7.3, 2.9, 6.3, 1.8], [6.7, 2.5, 5.8, 1.8], [7.2, 3.6, 6.1, 2.5],
    [6.5, 3.2, 5.1, 2.0], [6.4, 2.7, 5.3, 1.9], [6.8, 3.0, 5.5, 2.1], [5.7, 2.5, 5.0, 2.0], [5.8, 2.8, 5.1, 2.4],
    [6.4, 3.2, 5.3, 2.3], [6.5, 3.0, 5.5, 1.8], [7.7, 3.8, 6.7, 2.2], [7.7, 2.6, 6.9, 2.3], [6.0, 2.2, 5.0, 1.5],
    [6.9, 3.2, 5.7, 2.3], [5.6, 2.8, 4.9, 2.0], [7.7, 2.8, 6.7, 2.0], [6.3, 2.7, 4.9, 1.8], [6.7, 3.3, 5.7, 2.1],
    [7.2, 3.2, 6.0, 1.8], [6.2, 2.8, 4.8, 1.8], [6.1, 3.0, 4.9, 1.8], [6.4, 2.8, 5.6, 2.1], [7.2, 3.0, 5.8, 1.6],
    [7.4, 2.8, 6.1, 1.9], [7.9, 3.8, 6.4, 2.0], [6.4, 2.8, 5.6, 2.2], [6.3, 2.8, 5.1, 1.5], [6.1, 2.6, 5.6, 1.4],
    [7.7, 3.0, 6.1, 2.3], [6.3, 3.4, 5.6, 2.4], [6.4, 3.1, 5.5, 1.8], [6.0, 3.0, 4.8, 1.8], [6.9, 3.1, 5.4, 2.1],
    [6.7, 3.1, 5.6, 2.4], [6.9, 3.1, 5.1, 2.3], [5.8, 2.7, 5.1, 1.9], [6.8, 3.2, 5.9, 2.3], [6.7, 3.3, 5.7, 2.5],
    [6.7, 3.0, 5.2, 2.3], [6.3, 2.5, 5.0, 1.9], [6.5, 3.0, 5.2, 2.0], [6.2, 3.4, 5.4, 2.3], [5.9, 3.0, 5.1, 1.8],
];

/// Flowers with their measurements and their species.
#[derive(Debug, Clone, PartialEq)]
pub struct Iris {
    /// One flower in each row: sepal length, sepal width, petal length, petal width, in cm; shape `(n, 4)`.
    pub features: Array2<f64>,
    /// The species of each flower, shape `(n,)`: 0 for *Iris setosa*, 1 for *versicolor*, 2 for *virginica*.
    pub species: Array1<f64>,
}

/// All 150 flowers: 50 of *Iris setosa*, then 50 of *versicolor*, then 50 of *virginica*.
///
/// Source: R. A. Fisher, "The use of multiple measurements in taxonomic problems", *Annals of Eugenics* 7 (1936),
/// 179–188, Table I; the flowers were measured by E. Anderson. Facts of measurement, in the public domain; also kept by
/// the UCI Machine Learning Repository under CC BY 4.0. The two flowers that the copy at UCI has wrong (the 35th and
/// the 38th) stand here as in Fisher's table.
pub fn iris() -> Iris {
    flowers(&[SETOSA, VERSICOLOR, VIRGINICA])
}

/// The first 100 flowers, of two species that a straight line can tell apart: *Iris setosa* (0) and *versicolor* (1).
pub fn iris_two_species() -> Iris {
    flowers(&[SETOSA, VERSICOLOR])
}

fn flowers(species: &[Species]) -> Iris {
    let tables: Vec<Array2<f64>> = species.iter().map(|table| Array2::from(table.to_vec())).collect();
    let views: Vec<_> = tables.iter().map(|table| table.view()).collect();
    Iris {
        features: concatenate(Axis(0), &views).expect("all tables have four columns"),
        species: (0..species.len()).flat_map(|label| [label as f64; 50]).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The means of each species, as in Table II of Fisher's paper.
    #[test]
    fn the_means_of_each_species_are_the_published_ones() {
        let published = [
            ["5.006", "3.428", "1.462", "0.246"],
            ["5.936", "2.770", "4.260", "1.326"],
            ["6.588", "2.974", "5.552", "2.026"],
        ];
        let Iris { features, species } = iris();
        for (label, expected) in published.iter().enumerate() {
            let rows = features.rows().into_iter().zip(&species).filter(|(_, species)| **species == label as f64);
            let rows: Vec<_> = rows.map(|(row, _)| row).collect();
            assert_eq!(rows.len(), 50);
            for (column, mean) in expected.iter().enumerate() {
                let sum: f64 = rows.iter().map(|row| row[column]).sum();
                assert_eq!(format!("{:.3}", sum / 50.0), *mean, "species {label}, column {column}");
            }
        }
    }

    /// The 35th flower is 4.9, 3.1, 1.5, 0.2 and the 38th 4.9, 3.6, 1.4, 0.1: what the copy at UCI has wrong.
    #[test]
    fn the_two_flowers_that_are_often_wrong_are_right() {
        let Iris { features, .. } = iris();
        assert_eq!(features.row(34).to_vec(), [4.9, 3.1, 1.5, 0.2]);
        assert_eq!(features.row(37).to_vec(), [4.9, 3.6, 1.4, 0.1]);
    }

    /// No *setosa* has a petal as long as any *versicolor*: one number tells the two apart.
    #[test]
    fn two_species_are_told_apart_by_the_length_of_the_petal() {
        let Iris { features, species } = iris_two_species();
        assert_eq!((features.dim(), species.sum()), ((100, 4), 50.0));
        for (petal_length, label) in features.column(2).iter().zip(&species) {
            assert_eq!(*petal_length > 2.5, *label == 1.0);
        }
    }
}
