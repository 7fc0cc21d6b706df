//! The signature of a stub, as a box shows it.

/// The letters that fit into a box on a phone.
const WIDTH: usize = 40;

/// A long signature with an argument on each line, so that it can be read without scrolling.
pub fn wrapped(signature: &str) -> Vec<String> {
    let inside = signature.split_once('(').and_then(|(head, rest)| Some((head, rest.rsplit_once(") ->")?)));
    match inside {
        Some((head, (arguments, result))) if signature.len() > WIDTH && !signature.contains('\n') => {
            let mut lines = vec![format!("{head}(")];
            let (mut depth, mut before) = (0, ' ');
            for argument in arguments.split_inclusive(|c| {
                let arrow = before == '-' && c == '>';
                depth += i32::from(matches!(c, '<' | '(' | '[')) - i32::from(matches!(c, '>' | ')' | ']') && !arrow);
                before = c;
                c == ',' && depth == 0
            }) {
                lines.push(format!("    {},", argument.trim().trim_end_matches(',')));
            }
            lines.push(format!(") ->{result}"));
            lines
        }
        _ => signature.lines().map(String::from).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_signature_has_an_argument_on_each_line() {
        let long = "pub fn f(x: &Array2<f64>, pair: (f64, f64), g: fn(f64) -> f64, y: &Array1<f64>) -> Array1<f64>";
        let lines = [
            "pub fn f(",
            "    x: &Array2<f64>,",
            "    pair: (f64, f64),",
            "    g: fn(f64) -> f64,",
            "    y: &Array1<f64>,",
            ") -> Array1<f64>",
        ];
        assert_eq!(wrapped(long), lines);
        assert_eq!(wrapped("pub fn f(x: f64) -> f64"), ["pub fn f(x: f64) -> f64"]);
    }
}
