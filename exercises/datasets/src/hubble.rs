//! The expanding universe in 24 rows.

use ndarray::Array1;

/// Hubble's table: nebula, distance in megaparsecs, radial velocity in km/s (positive: moving away from us).
const TABLE: [(&str, f64, f64); 24] = [
    ("S. Mag.", 0.032, 170.0),
    ("L. Mag.", 0.034, 290.0),
    ("NGC 6822", 0.214, -130.0),
    ("NGC 598", 0.263, -70.0),
    ("NGC 221", 0.275, -185.0),
    ("NGC 224", 0.275, -220.0),
    ("NGC 5457", 0.45, 200.0),
    ("NGC 4736", 0.5, 290.0),
    ("NGC 5194", 0.5, 270.0),
    ("NGC 4449", 0.63, 200.0),
    ("NGC 4214", 0.8, 300.0),
    ("NGC 3031", 0.9, -30.0),
    ("NGC 3627", 0.9, 650.0),
    ("NGC 4826", 0.9, 150.0),
    ("NGC 5236", 0.9, 500.0),
    ("NGC 1068", 1.0, 920.0),
    ("NGC 5055", 1.1, 450.0),
    ("NGC 7331", 1.1, 500.0),
    ("NGC 4258", 1.4, 500.0),
    ("NGC 4151", 1.7, 960.0),
    ("NGC 4382", 2.0, 500.0),
    ("NGC 4472", 2.0, 850.0),
    ("NGC 4486", 2.0, 800.0),
    ("NGC 4649", 2.0, 1090.0),
];

/// The table of 1929 by columns; each has one entry for each of the 24 nebulae.
#[derive(Debug, Clone, PartialEq)]
pub struct Hubble {
    /// The nebula's name in Hubble's table.
    pub nebula: Vec<&'static str>,
    /// Distance from us, in megaparsecs (1 Mpc is 3.26 million light years).
    pub distance: Array1<f64>,
    /// Radial velocity in km/s; positive values move away from us.
    pub velocity: Array1<f64>,
}

/// Distance and velocity of 24 nebulae, the data from which Edwin Hubble concluded that the universe expands.
///
/// Source: E. Hubble, "A relation between distance and radial velocity among extra-galactic nebulae", *Proceedings of
/// the National Academy of Sciences* 15 (1929), 168–173, Table 1. Facts of measurement, in the public domain.
///
/// The distances are about seven times too small, as is known today: the idea was right, the yardstick was not.
pub fn hubble() -> Hubble {
    Hubble {
        nebula: TABLE.iter().map(|row| row.0).collect(),
        distance: TABLE.iter().map(|row| row.1).collect(),
        velocity: TABLE.iter().map(|row| row.2).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The least-squares slope through the origin is the figure quoted for this table ever since: 423.9 km/s per Mpc.
    #[test]
    fn the_slope_through_the_origin_is_the_published_one() {
        let Hubble { distance, velocity, .. } = hubble();
        let slope = distance.dot(&velocity) / distance.dot(&distance);
        assert_eq!(format!("{slope:.1}"), "423.9");
    }

    /// With an intercept the fit is 454.16 x − 40.78.
    #[test]
    fn the_line_with_an_intercept_is_the_published_one() {
        let Hubble { distance, velocity, .. } = hubble();
        let (x_mean, y_mean) = (distance.mean().unwrap(), velocity.mean().unwrap());
        let (dx, dy) = (&distance - x_mean, &velocity - y_mean);
        let slope = dx.dot(&dy) / dx.dot(&dx);
        assert_eq!(format!("{slope:.2}"), "454.16");
        assert_eq!(format!("{:.2}", y_mean - slope * x_mean), "-40.78");
    }

    #[test]
    fn every_nebula_has_a_name_of_its_own() {
        let mut names = hubble().nebula;
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), 24);
    }
}
