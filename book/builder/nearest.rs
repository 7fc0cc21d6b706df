//! The names nearest to a mistyped one, for error messages.

use strsim::levenshtein;

/// The nearest of the names, in backticks: one, two or three where they are equally near.
pub fn nearest<'a>(typed: &str, names: impl IntoIterator<Item = &'a str>) -> String {
    let mut ranked: Vec<(usize, &str)> = names.into_iter().map(|name| (levenshtein(typed, name), name)).collect();
    ranked.sort_unstable();
    let best = ranked.first().map_or(0, |first| first.0);
    let near: Vec<String> =
        ranked.iter().take_while(|(far, _)| *far == best).take(3).map(|(_, name)| format!("`{name}`")).collect();
    if near.is_empty() { "nothing: there are no names yet".into() } else { near.join(" or ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_found() {
        assert_eq!(nearest("hubble.slop", ["hubble.slope", "hubble.bias"]), "`hubble.slope`");
        assert_eq!(nearest("ab", ["aa", "bb", "zzz"]), "`aa` or `bb`");
    }
}
