//! # Task 7: a drawing becomes an image
//!
//! Write `bounds(bitmap)` and `to_picture(bitmap)` in `src/picture.rs`. The network has only ever seen digits that fill
//! their image from top to bottom, in the middle, with a pen of one width. A drawing has to be brought into that form,
//! step by step as the makers of the data did, or the network reads something else.

use ch09::{bounds, to_picture};
use ch09_mistakes::t7_picture::{BOUNDS, Functions, TO_PICTURE};
use checks::{Random, Task, given};
use ndarray::{Array2, array, s};

const TASK: Task<Functions> = Task {
    title: "A drawing becomes an image",
    functions: &["bounds", "to_picture"],
    section: "A drawing becomes an image",
    yours: (bounds, to_picture),
    diagnoses: &[&BOUNDS, &TO_PICTURE],
};

/// Paper of this shape with `drawing` on it, its upper left corner at `(i, j)`.
fn on_paper((rows, columns): (usize, usize), drawing: &Array2<f64>, (i, j): (usize, usize)) -> Array2<f64> {
    let mut paper = Array2::zeros((rows, columns));
    paper.slice_mut(s![i..i + drawing.nrows(), j..j + drawing.ncols()]).assign(drawing);
    paper
}

/// Shades of ink of this shape, none of them paper.
fn shades(seed: u64, rows: usize, columns: usize) -> Array2<f64> {
    Random::seeded(seed).matrix(rows, columns).mapv(|v| 0.6 + 0.4 * v)
}

fn check_bounds(bounds: ch09_mistakes::t7_picture::Bounds, bitmap: &Array2<f64>, expected: [usize; 4]) {
    let got = bounds(bitmap).map_or(vec![], |(top, bottom, left, right)| vec![top, bottom, left, right]);
    given("bitmap", bitmap)
        .of("bounds")
        .got(got)
        .derived("the list of (top, bottom, left, right), empty for None,")
        .expect(expected.to_vec());
}

#[test]
fn the_bounds_by_hand() {
    TASK.grade(1, |(bounds, _)| {
        check_bounds(bounds, &array![[0.0, 0.0, 0.0], [0.0, 0.9, 0.4]], [1, 1, 1, 2]);
        check_bounds(bounds, &array![[0.5]], [0, 0, 0, 0]);
        check_bounds(bounds, &array![[0.0, 1.0], [0.0, 0.0], [1.0, 0.0]], [0, 2, 0, 1]);
        check_bounds(bounds, &array![[0.0, 0.3, 0.0, 0.0, 0.3, 0.0], [1.0, 0.0, 0.0, 0.2, 0.0, 0.0]], [0, 1, 0, 4]);
    });
}

/// Faint dots are paper, and paper has no bounds.
#[test]
fn paper_is_not_ink() {
    TASK.grade(1, |(bounds, _)| {
        check_bounds(bounds, &array![[0.1, 0.0, 0.05], [0.0, 0.11, 0.0], [0.09, 0.0, 0.1]], [1, 1, 1, 1]);
        for paper in [Array2::zeros((3, 4)), array![[0.1, 0.05]], Array2::zeros((0, 5))] {
            given("bitmap", &paper)
                .of("bounds")
                .got(bounds(&paper).is_none())
                .derived("whether there are no bounds")
                .expect(true);
        }
    });
}

/// Somewhere on paper that is wider than high, and higher than wide.
#[test]
fn the_bounds_are_where_the_ink_is() {
    TASK.grade(1, |(bounds, _)| {
        for (paper, (rows, columns), (i, j)) in
            [((9, 14), (3, 5), (2, 7)), ((14, 9), (5, 2), (9, 0)), ((6, 6), (6, 6), (0, 0)), ((7, 8), (1, 4), (6, 4))]
        {
            let bitmap = on_paper(paper, &shades(171, rows, columns), (i, j));
            check_bounds(bounds, &bitmap, [i, i + rows - 1, j, j + columns - 1]);
        }
    });
}

/// All pixels of a black square are full, wherever it lies and however large it is. No ink: nothing is counted.
#[test]
fn a_black_square_fills_the_image() {
    TASK.grade(1, |(_, to_picture)| {
        for (side, at) in [(32, (4, 9)), (8, (0, 0)), (50, (7, 3)), (1, (5, 5)), (5, (30, 41))] {
            let bitmap = on_paper((60, 62), &Array2::ones((side, side)), at);
            given("side", &side)
                .of("to_picture")
                .got(to_picture(&bitmap))
                .derived("the image of a black square")
                .expect(Array2::from_elem((8, 8), 16.0));
        }
        let paper = Array2::zeros((20, 10));
        given("bitmap", &paper).of("to_picture").got(to_picture(&paper)).expect(Array2::zeros((8, 8)));
    });
}

/// A drawing of 32 × 32 dots needs no scaling: each pixel is the sum of its 16 dots, however dark each of them is.
#[test]
fn ink_is_counted_in_blocks_of_four_by_four() {
    TASK.grade(1, |(_, to_picture)| {
        let mut dots = shades(172, 32, 32);
        // Faint dots within the drawing count as well: the threshold is for its edges.
        dots.slice_mut(s![4..8, 8..12]).fill(0.05);
        dots.row_mut(0).fill(0.3);
        dots.column_mut(31).fill(0.2);
        let blocks = Array2::from_shape_fn((8, 8), |(i, j)| dots.slice(s![4 * i..4 * i + 4, 4 * j..4 * j + 4]).sum());
        let bitmap = on_paper((40, 50), &dots, (3, 11));
        given("bitmap", &bitmap).of("to_picture").got(to_picture(&bitmap)).expect(blocks);
    });
}

/// A bar as high as the image and a quarter as wide stays a bar, in the middle: it is not stretched to a square.
#[test]
fn a_drawing_keeps_its_shape_and_stands_in_the_middle() {
    TASK.grade(2, |(_, to_picture)| {
        let standing = Array2::from_shape_fn((8, 8), |(_, j)| if j == 3 || j == 4 { 16.0 } else { 0.0 });
        let high = on_paper((70, 70), &Array2::ones((64, 16)), (2, 40));
        given("bitmap", &high).of("to_picture").got(to_picture(&high)).expect(standing.clone());
        let wide = high.t().to_owned();
        given("bitmap", &wide).of("to_picture").got(to_picture(&wide)).expect(standing.t().to_owned());
        // Three dots of width in a square of eight: two columns of paper before them, and three after them.
        let narrow = on_paper((10, 10), &Array2::ones((8, 3)), (1, 6));
        let expected = Array2::from_shape_fn((8, 8), |(_, j)| if (2..5).contains(&j) { 16.0 } else { 0.0 });
        given("bitmap", &narrow).of("to_picture").got(to_picture(&narrow)).expect(expected.clone());
        let flat = narrow.t().to_owned();
        given("bitmap", &flat).of("to_picture").got(to_picture(&flat)).expect(expected.t().to_owned());
    });
}

/// The defining property: the image does not change if the drawing is moved, or drawn twice as large.
#[test]
fn place_and_size_of_a_drawing_do_not_count() {
    TASK.grade(1, |(_, to_picture)| {
        let drawing = shades(173, 24, 14);
        let image = to_picture(&on_paper((40, 40), &drawing, (0, 0)));
        let mut moved = on_paper((40, 40), &drawing, (13, 25));
        // A speck of dust on the paper.
        moved[[2, 5]] = 0.09;
        given("bitmap", &moved).of("to_picture").got(to_picture(&moved)).expect(image.clone());
        let twice = Array2::from_shape_fn((48, 28), |(i, j)| drawing[[i / 2, j / 2]]);
        let larger = on_paper((90, 60), &twice, (41, 5));
        given("bitmap", &larger).of("to_picture").got(to_picture(&larger)).expect(image);
    });
}

/// Sizes that 32 does not divide: dot (i, j) comes from row (2i + 1) · side / 64, rounded down.
#[test]
fn dots_are_taken_from_the_middle_of_their_strips() {
    TASK.grade(1, |(_, to_picture)| {
        for (seed, side) in [(174, 45), (175, 21), (176, 3), (177, 100)] {
            let drawing = shades(seed, side, side);
            let dot = |i: usize, j: usize| drawing[[(2 * i + 1) * side / 64, (2 * j + 1) * side / 64]];
            let expected =
                Array2::from_shape_fn((8, 8), |(i, j)| (0..16).map(|k| dot(4 * i + k / 4, 4 * j + k % 4)).sum());
            given("bitmap", &drawing).of("to_picture").got(to_picture(&drawing)).expect(expected);
        }
    });
}
