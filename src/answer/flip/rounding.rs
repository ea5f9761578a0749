//! Numbers with few digits that still work: what is printed is what was checked.
//! Used for every figure that `flip` states.

/// Which side of the exact figure is the safe one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Safe {
    /// Larger numbers work too.
    Above,
    /// Smaller numbers work too.
    Below,
}

/// More decimals than this no double has near 1.
const MOST_DECIMALS: usize = 17;

/// The number with the fewest decimals, from `decimals` on, that lies next to `exact` and works.
///
/// Tries the nearest decimal, then its neighbour on the safe side, then one decimal more. The
/// answer is the very number its decimal digits read as. Falls back to `exact` if that works;
/// `None` where nothing does.
pub fn round_outwards(
    exact: f64,
    safe: Safe,
    decimals: usize,
    works: impl Fn(f64) -> bool,
) -> Option<f64> {
    for decimals in decimals..=MOST_DECIMALS {
        let unit = 0.1_f64.powi(i32::try_from(decimals).unwrap_or(0));
        let outward = match safe {
            Safe::Above => exact + unit,
            Safe::Below => exact - unit,
        };
        for candidate in [exact, outward] {
            let Some(rounded) = shorten(candidate, decimals) else { continue };
            if works(rounded) {
                return Some(rounded);
            }
        }
    }
    works(exact).then_some(exact)
}

/// Shares with the fewest decimals, from `decimals` on, that still add up to 1 and work.
///
/// Largest remainder: everything is cut, and the units that are missing go to the largest
/// remainders. Falls back to `exact` if that works; `None` where nothing does.
pub fn round_shares(
    exact: &[f64],
    decimals: usize,
    works: impl Fn(&[f64]) -> bool,
) -> Option<Vec<f64>> {
    // Beyond 15 decimals a share is no longer a whole number of units below 2^53.
    for decimals in decimals..=15 {
        let units = 10.0_f64.powi(i32::try_from(decimals).unwrap_or(0));
        let mut counts: Vec<f64> = exact.iter().map(|share| (share * units).floor()).collect();
        let remainders: Vec<f64> =
            exact.iter().zip(&counts).map(|(share, count)| share * units - count).collect();
        let missing = units - counts.iter().sum::<f64>();
        for idx in crate::answer::lead::falling(&remainders) {
            if (counts.iter().sum::<f64>() - units).abs() < 0.5 || missing < 0.0 {
                break;
            }
            counts[idx] += 1.0;
        }
        let rounded: Option<Vec<f64>> =
            counts.iter().map(|count| shorten(count / units, decimals)).collect();
        if let Some(rounded) = rounded
            && (rounded.iter().sum::<f64>() - 1.0).abs() < 1e-9
            && works(&rounded)
        {
            return Some(rounded);
        }
    }
    works(exact).then(|| exact.to_vec())
}

/// The double that the decimal digits read as; minus zero becomes zero.
fn shorten(number: f64, decimals: usize) -> Option<f64> {
    format!("{number:.decimals$}").parse::<f64>().ok().map(|rounded| rounded + 0.0)
}

#[cfg(test)]
mod tests {
    use super::{Safe, round_outwards, round_shares};

    #[test]
    fn rounds_away_from_failure() {
        assert_eq!(round_outwards(7.0312, Safe::Above, 1, |x| x >= 7.0312), Some(7.1));
        assert_eq!(round_outwards(0.3, Safe::Above, 1, |x| x >= 0.3), Some(0.3));
        assert_eq!(round_outwards(7.0988, Safe::Below, 2, |x| x <= 7.0988), Some(7.09));
    }

    #[test]
    fn narrow_windows_take_more_digits() {
        let works = |x: f64| (7.0312..7.034).contains(&x);
        assert_eq!(round_outwards(7.0312, Safe::Above, 0, works), Some(7.032));
    }

    #[test]
    fn shares_still_add_up() {
        let rounded = round_shares(&[1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0], 2, |_| true).unwrap();
        assert_eq!(rounded, vec![0.34, 0.33, 0.33]);
    }
}
