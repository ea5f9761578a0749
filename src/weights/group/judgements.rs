//! Comparisons of several people combined pair by pair before weights are derived: AIJ.
//! The geometric mean is the only one that keeps ratios reciprocal.

use crate::weights::fault::Fault;
use crate::weights::group::mean::people_shares;
use crate::weights::pairwise::{Comparison, Comparisons, PairTable};

/// Why people's comparisons cannot be combined.
#[derive(Debug, Clone, PartialEq)]
pub enum GroupFault {
    /// Mistakes in one person's comparisons, counted from 0.
    Person {
        /// Who.
        person: usize,
        /// Their mistakes.
        faults: Vec<Fault>,
    },
    /// People's shares are at fault.
    Shares(Vec<Fault>),
}

/// One set of comparisons, low index first: a_jk = Π_p a_jk(p)^s_p over those who compared the pair,
/// their shares rescaled to add up to 1.
///
/// Aczél, J., & Saaty, T. L. (1983). Procedures for synthesizing ratio judgements. J. Math.
/// Psychology, 27(1), 93–102; Forman, E., & Peniwati, K. (1998). EJOR, 108(1), 165–169.
///
/// # Errors
/// Every mistake of every person, and of their shares. One person's comparisons may leave criteria
/// unlinked as long as all together link them.
pub fn aggregate_judgements(
    people: &[Comparisons],
    amounts: &[f64],
) -> Result<Comparisons, Vec<GroupFault>> {
    let shares =
        people_shares(people.len(), amounts).map_err(|faults| vec![GroupFault::Shares(faults)])?;
    let criteria = people.iter().map(|comparisons| comparisons.criteria).max().unwrap_or(0);
    let mut faults = Vec::new();
    let mut tables = Vec::new();
    for (person, comparisons) in people.iter().enumerate() {
        let widened = Comparisons { criteria, entries: comparisons.entries.clone() };
        match widened.lay_out_unlinked() {
            Ok((table, _)) => tables.push(table),
            Err(mistakes) => faults.push(GroupFault::Person { person, faults: mistakes }),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let pairs = (0..criteria).flat_map(|row| (row + 1..criteria).map(move |column| (row, column)));
    let entries = pairs
        .filter_map(|(row, column)| {
            let ratio = mean_ratio(&tables, &shares, row, column)?;
            Some(Comparison { row, column, ratio })
        })
        .collect();
    Ok(Comparisons { criteria, entries })
}

/// `None` where nobody with a share compared the pair.
fn mean_ratio(tables: &[PairTable], shares: &[f64], row: usize, column: usize) -> Option<f64> {
    let mut logarithm = 0.0;
    let mut total = 0.0;
    for (table, share) in tables.iter().zip(shares) {
        if let Some(ratio) = table.ratio(row, column) {
            logarithm += share * ratio.ln();
            total += share;
        }
    }
    (total > 0.0).then(|| (logarithm / total).exp())
}

#[cfg(test)]
mod tests {
    use super::aggregate_judgements;
    use crate::weights::pairwise::{Comparison, Comparisons};

    #[test]
    fn ratios_meet_in_their_geometric_mean() {
        let person = |stated: &[(usize, usize, f64)]| Comparisons {
            criteria: 3,
            entries: stated
                .iter()
                .map(|&(row, column, ratio)| Comparison { row, column, ratio })
                .collect(),
        };
        let people = [person(&[(0, 1, 4.0)]), person(&[(1, 0, 1.0), (1, 2, 3.0)])];
        let joined = aggregate_judgements(&people, &[1.0, 1.0]).unwrap();
        let ratios: Vec<f64> = joined.entries.iter().map(|entry| entry.ratio).collect();
        assert!((ratios[0] - 2.0).abs() < 1e-12 && (ratios[1] - 3.0).abs() < 1e-12);
        assert!(joined.lay_out().is_ok());
    }
}
