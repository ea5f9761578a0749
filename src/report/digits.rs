//! Numbers as people read them: how many digits tell two scores apart, and no negative zero.
//! Views carry full precision and the digits to show; only formats for people round.

/// A number with so many decimals; never `-0.00`.
pub fn fixed(number: f64, decimals: usize) -> String {
    let text = format!("{number:.decimals$}");
    match text.strip_prefix('-') {
        Some(rest) if rest.bytes().all(|byte| matches!(byte, b'0' | b'.')) => rest.to_owned(),
        _ => text,
    }
}

/// Smaller amounts are what is left over from adding up.
const CRUMB: f64 = 1e-9;

/// A change or a part with its sign, and more decimals where it would read as none: `-0.0004`. What
/// is none has no sign: `0.000`.
pub fn signed(number: f64, decimals: usize) -> String {
    if number.abs() <= CRUMB {
        return fixed(0.0, decimals);
    }
    let is_seen = |decimals: &usize| fixed(number, *decimals) != fixed(0.0, *decimals);
    let decimals = (decimals..=9).find(is_seen).unwrap_or(decimals);
    let text = fixed(number, decimals);
    if text.starts_with('-') { text } else { format!("+{text}") }
}

/// A rating as its author would write it: at most six significant digits, no trailing zeros.
pub fn plain(number: f64) -> String {
    if number == 0.0 || !number.is_finite() {
        return format!("{}", number.abs());
    }
    let rounded: f64 = format!("{number:.5e}").parse().unwrap_or(number);
    let text = format!("{rounded}");
    let size = rounded.abs();
    if (1e-6..1e15).contains(&size) { text } else { format!("{rounded:e}") }
}

/// A fraction of one as a percentage with at most one decimal: `35%`, `33.3%`.
pub fn percent(fraction: f64) -> String {
    let tenths = fixed(fraction * 100.0, 1);
    format!("{}%", tenths.strip_suffix(".0").unwrap_or(&tenths))
}

/// Decimals under which scores that differ by more than `tolerance` also look different, between
/// two and eight more than the size of the scores asks for.
///
/// `scores` may come in any order. Scores near 1 are shown with three decimals, scores in the
/// hundreds with one.
pub fn decimals(scores: &[f64], tolerance: f64) -> usize {
    let mut sorted: Vec<f64> = scores.iter().copied().filter(|score| score.is_finite()).collect();
    sorted.sort_by(f64::total_cmp);
    let largest = sorted.iter().fold(0.0_f64, |most, score| most.max(score.abs()));
    let least = if largest < 10.0 {
        3
    } else if largest < 100.0 {
        2
    } else {
        1
    };
    let apart = |decimals: usize| {
        sorted.windows(2).all(|pair| {
            pair[1] - pair[0] <= tolerance || fixed(pair[0], decimals) != fixed(pair[1], decimals)
        })
    };
    (least..least + 5).find(|decimals| apart(*decimals)).unwrap_or(least + 5)
}

#[cfg(test)]
mod tests {
    use super::{decimals, fixed, percent, plain, signed};

    #[test]
    fn no_negative_zero_and_no_noise() {
        assert_eq!(fixed(-0.0004, 3), "0.000");
        assert_eq!(signed(0.06, 2), "+0.06");
        assert_eq!([signed(0.0, 3), signed(-0.0, 3), signed(-1e-17, 3)], ["0.000"; 3]);
        assert_eq!(plain(0.1 + 0.2), "0.3");
        assert_eq!(plain(9.0), "9");
        assert_eq!(plain(-0.0), "0");
        assert_eq!(plain(1_234_567.0), "1234570");
        assert_eq!(percent(0.35), "35%");
        assert_eq!(percent(1.0 / 3.0), "33.3%");
    }

    #[test]
    fn a_tiny_fall_is_a_fall() {
        assert_eq!(signed(-0.00041, 3), "-0.0004");
        assert_eq!(signed(0.000_000_04, 3), "+0.00000004");
        assert_eq!(signed(-0.2, 0), "-0.2");
    }

    #[test]
    fn digits_grow_until_scores_look_different() {
        assert_eq!(decimals(&[0.8525, 0.79, 0.3], 1e-9), 3);
        assert_eq!(decimals(&[0.85251, 0.85254], 1e-9), 5);
        assert_eq!(decimals(&[0.5, 0.5], 1e-9), 3);
        assert_eq!(decimals(&[812.0, 90.0], 1e-9), 1);
    }
}
