//! Weights from pairwise comparisons: the analytic hierarchy process.
//! Derives shares, how consistent the comparisons are, and which one is most at fault.

use crate::weights::derived::{Derived, Note};
use crate::weights::fault::Fault;
use crate::weights::pairwise::{Comparisons, PairTable};
use crate::weights::priority;
use crate::weights::random_index::RandomIndex;

/// Below this a consistency index is rounding.
const NOISE: f64 = 1e-9;

/// How priorities are read off the comparisons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Priority {
    /// The principal eigenvector; Saaty, T. L. (1980).
    #[default]
    Eigenvector,
    /// The geometric mean of each row; Crawford & Williams (1985).
    Geometric,
    /// The mean of the columns divided by their sums.
    ColumnMean,
}

impl Priority {
    /// Every way, the default first.
    pub const ALL: [Self; 3] = [Self::Eigenvector, Self::Geometric, Self::ColumnMean];

    /// The name in a file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Eigenvector => "eigenvector",
            Self::Geometric => "geometric",
            Self::ColumnMean => "column-mean",
        }
    }

    /// The way of that name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|priority| priority.id() == id)
    }
}

/// What the analytic hierarchy process is given.
#[derive(Debug, Clone, PartialEq)]
pub struct Ahp {
    /// Ratios of importance.
    pub comparisons: Comparisons,
    /// How priorities are read off them.
    pub priority: Priority,
    /// What the consistency index is divided by.
    pub random_index: RandomIndex,
}

/// Shares, `lambda-max`, `ci` = (λmax − n)/(n − 1), `random-index` and `cr` = CI/RI, 0 up to two
/// criteria.
///
/// Where the comparisons do not agree with each other a note names the one most at fault: the
/// largest |ln(a_ij w_j / w_i)|, mended by the ratio that the others imply once it is left out.
///
/// With gaps in the table λmax is Harker's and the random index that of a full table, so that `cr` is
/// too mild rather than too strict.
///
/// Saaty, T. L. (1980). The Analytic Hierarchy Process; Saaty, T. L. (2003). Decision-making with
/// the AHP: why is the principal eigenvector necessary. EJOR, 145(1), 85–91 (the comparison at
/// fault).
///
/// # Errors
/// Every mistake among the comparisons; see [`Comparisons::lay_out`].
pub fn derive(ahp: &Ahp) -> Result<Derived, Vec<Fault>> {
    let (table, mut notes) = ahp.comparisons.lay_out()?;
    let criteria = table.criteria();
    let gaps = table.gaps();
    if !gaps.is_empty() {
        notes.push(Note::Completed { pairs: gaps });
    }
    if let Some(reach) = ahp.random_index.reach().filter(|&reach| criteria > reach) {
        notes.push(Note::BeyondTable { reach });
    }
    let shares = prioritise(ahp.priority, &table);
    let consistency = measure(ahp, &table, &shares);
    if criteria > 2 && consistency.index > NOISE {
        notes.extend(most_at_fault(ahp, &table, &shares));
    }
    let figures = vec![
        ("lambda-max", consistency.lambda_max),
        ("ci", consistency.index),
        ("random-index", ahp.random_index.read(criteria)),
        ("cr", consistency.ratio),
    ];
    Ok(Derived { shares, figures, columns: Vec::new(), notes })
}

struct Consistency {
    lambda_max: f64,
    index: f64,
    ratio: f64,
}

fn prioritise(priority: Priority, table: &PairTable) -> Vec<f64> {
    match priority {
        Priority::Eigenvector => priority::eigenvector(table),
        Priority::Geometric => priority::least_squares(table),
        Priority::ColumnMean => priority::column_mean(table),
    }
}

fn measure(ahp: &Ahp, table: &PairTable, shares: &[f64]) -> Consistency {
    let criteria = table.criteria();
    let lambda_max = priority::lambda_max(table, shares);
    if criteria < 3 {
        return Consistency { lambda_max: criteria as f64, index: 0.0, ratio: 0.0 };
    }
    let index = (lambda_max - criteria as f64) / (criteria as f64 - 1.0);
    Consistency { lambda_max, index, ratio: index / ahp.random_index.read(criteria) }
}

/// The stated pair that departs most from the priorities and whose loss leaves all linked; the
/// earliest stated among equals.
fn most_at_fault(ahp: &Ahp, table: &PairTable, shares: &[f64]) -> Option<Note> {
    // Without gaps no single pair holds three criteria or more together.
    let is_complete = table.gaps().is_empty();
    let departures: Vec<(f64, usize, [usize; 2])> = table
        .stated_pairs()
        .into_iter()
        .filter_map(|[low, high]| {
            let departure = (table.ratio(low, high)? * shares[high] / shares[low]).ln().abs();
            let is_spare = is_complete || table.without([low, high]).unlinked().is_empty();
            is_spare.then_some((departure, table.source(low, high)?, [low, high]))
        })
        .collect();
    let largest = departures.iter().map(|(departure, ..)| *departure).fold(0.0, f64::max);
    let (_, comparison, pair) = departures
        .into_iter()
        // With three criteria all departures are equal but for rounding.
        .filter(|(departure, ..)| *departure >= largest * (1.0 - 1e-9))
        .min_by_key(|(_, comparison, _)| *comparison)?;
    let stated = ahp.comparisons.entries.get(comparison)?;
    let rest = table.without(pair);
    let shares = prioritise(ahp.priority, &rest);
    Some(Note::MostAtFault {
        comparison,
        stated: stated.ratio,
        mending: shares[stated.row] / shares[stated.column],
        ratio_after: measure(ahp, &rest, &shares).ratio,
    })
}

#[cfg(test)]
mod tests {
    use super::{Ahp, Priority, derive};
    use crate::weights::derived::Note;
    use crate::weights::pairwise::{Comparison, Comparisons};
    use crate::weights::random_index::RandomIndex;

    fn ahp(criteria: usize, stated: &[(usize, usize, f64)]) -> Ahp {
        let entries =
            stated.iter().map(|&(row, column, ratio)| Comparison { row, column, ratio }).collect();
        Ahp {
            comparisons: Comparisons { criteria, entries },
            priority: Priority::default(),
            random_index: RandomIndex::default(),
        }
    }

    #[test]
    fn a_misprint_in_a_consistent_table_is_found_and_mended() {
        // Weights 8 : 4 : 2 : 1, with 4 written upside down for the third comparison.
        let stated = [(0, 1, 2.0), (0, 2, 4.0), (3, 1, 4.0), (0, 3, 8.0), (1, 2, 2.0), (2, 3, 2.0)];
        let derived = derive(&ahp(4, &stated)).unwrap();
        assert!(derived.figure("cr").unwrap() > 0.1);
        let [Note::MostAtFault { comparison, stated, mending, ratio_after }] = derived.notes[..]
        else {
            panic!("{:?}", derived.notes)
        };
        assert_eq!((comparison, stated), (2, 4.0));
        assert!((mending - 0.25).abs() < 1e-9 && ratio_after.abs() < 1e-9);
    }

    #[test]
    fn a_chain_of_comparisons_is_completed() {
        for priority in Priority::ALL {
            let chain = Ahp { priority, ..ahp(3, &[(0, 1, 2.0), (1, 2, 3.0)]) };
            let derived = derive(&chain).unwrap();
            for (share, expected) in derived.shares.iter().zip([0.6, 0.3, 0.1]) {
                assert!((share - expected).abs() < 1e-12);
            }
            assert_eq!(derived.notes, [Note::Completed { pairs: vec![[0, 2]] }]);
        }
    }

    #[test]
    fn one_and_two_criteria_are_consistent() {
        assert_eq!(derive(&ahp(1, &[])).unwrap().shares, [1.0]);
        let pair = derive(&ahp(2, &[(1, 0, 7.0)])).unwrap();
        assert!((pair.shares[1] - 0.875).abs() < 1e-15);
        assert_eq!((pair.figure("cr"), pair.figure("ci")), (Some(0.0), Some(0.0)));
        assert_eq!(pair.notes, []);
    }

    #[test]
    fn a_comparison_that_alone_links_a_criterion_is_never_blamed() {
        // Criterion 4 hangs on one comparison; the fault lies in the circle of the other four.
        let circle = [(3, 4, 9.0), (0, 1, 2.0), (1, 2, 2.0), (2, 3, 2.0), (3, 0, 2.0), (0, 2, 4.0)];
        let derived = derive(&ahp(5, &circle)).unwrap();
        let is_blamed = |note: &Note| matches!(note, Note::MostAtFault { comparison: 3 | 4, .. });
        assert!(derived.notes.iter().any(is_blamed), "{:?}", derived.notes);
    }

    #[test]
    fn three_criteria_blame_the_first_stated() {
        let derived = derive(&ahp(3, &[(1, 2, 2.0), (0, 1, 2.0), (0, 2, 9.0)])).unwrap();
        assert!(matches!(derived.notes[..], [Note::MostAtFault { comparison: 0, .. }]));
    }
}
