//! Spoilers: wrong ways to write `early_stopping`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use checks::{Answer, Diagnosis, Random};

pub type EarlyStopping = fn(&[f64], usize) -> (usize, usize);

pub static EARLY_STOPPING: Diagnosis<EarlyStopping, EarlyStopping, (Vec<f64>, usize)> = Diagnosis {
    function: "early_stopping",
    slot: |f| f,
    right: |validation, patience| {
        assert!(!validation.is_empty() && patience > 0);
        let mut best = 0;
        for (t, &error) in validation.iter().enumerate() {
            if error < validation[best] {
                best = t;
            }
            if t - best == patience {
                return (best, t);
            }
        }
        (best, validation.len() - 1)
    },
    mistakes: &[
        ("the last epoch is kept: keep the best one", |validation, patience| {
            let (_, last) = (EARLY_STOPPING.right)(validation, patience);
            (last, last)
        }),
        (
            "the best of all epochs is returned, of those too that come after the end of the training",
            |validation, patience| {
                let (_, last) = (EARLY_STOPPING.right)(validation, patience);
                ((0..validation.len()).min_by(|&a, &b| validation[a].total_cmp(&validation[b])).unwrap(), last)
            },
        ),
    ],
    inputs: || {
        let mut random = Random::seeded(891);
        let mut walk = |n: usize| (0..n).map(|_| (5.0 * random.number()).round()).collect::<Vec<f64>>();
        vec![
            (vec![5.0, 3.0, 4.0, 3.0, 6.0, 1.0], 3),
            (vec![4.0, 2.0, 3.0], 5),
            (vec![4.0, 3.0, 2.0, 1.0], 2),
            (vec![7.0], 1),
            (vec![9.0, 9.5, 8.0, 8.5, 7.999, 8.0, 8.0, 1.0], 2),
            (vec![5.0, 7.0, 6.0, 5.5, 4.0], 3),
            (vec![5.0, 7.0, 6.0, 5.5, 4.0], 4),
            (vec![1.0, 2.0, 3.0, 4.0], 2),
            (vec![2.0, 2.0, 2.0], 2),
            (walk(8), 1),
            (walk(20), 3),
            (walk(30), 6),
            (vec![], 1),
        ]
    },
    call: |early_stopping, (validation, patience)| {
        let (best, last) = early_stopping(validation, *patience);
        Answer::named("best", &best).and("last", &last)
    },
    properties: &[
        ("the patience is 1", |&(_, patience)| patience == 1),
        ("two epochs have the same error", |(v, _)| (0..v.len()).any(|i| v[..i].contains(&v[i]))),
    ],
};
