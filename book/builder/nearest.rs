//! What somebody may have meant who mistyped a name.

/// The nearest of the names, in backticks: one, two or three where they are equally near.
pub fn nearest<'a>(typed: &str, names: impl IntoIterator<Item = &'a str>) -> String {
    let mut ranked: Vec<(usize, &str)> = names.into_iter().map(|name| (distance(typed, name), name)).collect();
    ranked.sort_unstable();
    let best = ranked.first().map_or(0, |first| first.0);
    let near: Vec<String> =
        ranked.iter().take_while(|(far, _)| *far == best).take(3).map(|(_, name)| format!("`{name}`")).collect();
    if near.is_empty() { "nothing: there are no names yet".into() } else { near.join(" or ") }
}

/// How many letters must be put in, taken out or exchanged to make one word of the other.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let changed = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_found() {
        assert_eq!(nearest("hubble.slop", ["hubble.slope", "hubble.bias"]), "`hubble.slope`");
        assert_eq!(nearest("ab", ["aa", "bb", "zzz"]), "`aa` or `bb`");
        assert_eq!(distance("kitten", "sitting"), 3);
    }
}
