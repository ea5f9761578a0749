//! Comparisons of criteria in pairs, checked and laid out as a table with gaps.
//! Given to `ahp`; faults and notes carry the index of the comparison as it was given.

use crate::weights::derived::Note;
use crate::weights::fault::{Fault, Part, Place};

/// Ratios are taken between 1 / this and this; Saaty's scale ends at 9.
pub const LARGEST_RATIO: f64 = 1e6;

/// Products of a ratio and its mirror this far from 1 are taken for rounding (0.33 against 3).
const ROUNDING: f64 = 0.05;

/// "`row` matters `ratio` times as much as `column`".
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison {
    /// Criterion.
    pub row: usize,
    /// Criterion.
    pub column: usize,
    /// Larger than 1 where `row` matters more.
    pub ratio: f64,
}

/// Comparisons of `criteria` criteria in any order; pairs may be missing or stated twice.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparisons {
    /// How many criteria.
    pub criteria: usize,
    /// As stated.
    pub entries: Vec<Comparison>,
}

impl Comparisons {
    /// Every cell of a square table, row after row: entry `row · criteria + column`.
    pub fn from_rows(rows: &[Vec<f64>]) -> Self {
        let entries = rows
            .iter()
            .enumerate()
            .flat_map(|(row, cells)| {
                cells.iter().enumerate().map(move |(column, &ratio)| Comparison {
                    row,
                    column,
                    ratio,
                })
            })
            .collect();
        Self { criteria: rows.len(), entries }
    }

    /// The comparisons as a reciprocal table, with remarks on rounding.
    ///
    /// # Errors
    /// Every mistake found: unknown criteria, ratios out of range, a criterion not equal to itself,
    /// mirrors that disagree, criteria that nothing links.
    pub fn lay_out(&self) -> Result<(PairTable, Vec<Note>), Vec<Fault>> {
        let (table, notes) = self.lay_out_unlinked()?;
        let criteria = table.unlinked();
        if criteria.is_empty() {
            Ok((table, notes))
        } else {
            Err(vec![Fault::Unlinked { criteria }])
        }
    }

    /// As [`Comparisons::lay_out`], but criteria may stay without a link to the first one.
    pub(in crate::weights) fn lay_out_unlinked(
        &self,
    ) -> Result<(PairTable, Vec<Note>), Vec<Fault>> {
        if self.criteria == 0 {
            return Err(vec![Fault::Empty]);
        }
        let mut table = PairTable::without_comparisons(self.criteria);
        let mut faults = Vec::new();
        let mut notes = Vec::new();
        for (entry, comparison) in self.entries.iter().enumerate() {
            match check(entry, comparison, self.criteria) {
                Err(fault) => faults.push(fault),
                Ok(()) if comparison.row == comparison.column => {}
                Ok(()) => match table.source[comparison.row][comparison.column] {
                    None => table.state(comparison, entry),
                    Some(first) => {
                        self.reconcile([first, entry], &mut table, &mut faults, &mut notes);
                    }
                },
            }
        }
        if faults.is_empty() { Ok((table, notes)) } else { Err(faults) }
    }

    /// Sets a second comparison of a pair beside the first.
    fn reconcile(
        &self,
        [first, second]: [usize; 2],
        table: &mut PairTable,
        faults: &mut Vec<Fault>,
        notes: &mut Vec<Note>,
    ) {
        let later = self.entries[second];
        let earlier = self.entries[first];
        let mirrored = if earlier.row == later.row { 1.0 / later.ratio } else { later.ratio };
        let product = earlier.ratio * mirrored;
        if (product - 1.0).abs() > ROUNDING {
            faults.push(Fault::NotReciprocal { first, second, product });
            return;
        }
        if (product - 1.0).abs() > 1e-6 {
            notes.push(Note::Rounded { first, second, product });
        }
        // 1/3 loses more by rounding than 3 does.
        if later.ratio > earlier.ratio {
            table.state(&later, first);
        }
    }
}

fn check(entry: usize, comparison: &Comparison, criteria: usize) -> Result<(), Fault> {
    let place = Place::new(Part::Comparisons, entry);
    let Comparison { row, column, ratio } = *comparison;
    if let Some(criterion) = [row, column].into_iter().find(|&criterion| criterion >= criteria) {
        return Err(Fault::UnknownCriterion { place, criterion });
    }
    let (low, high) = (1.0 / LARGEST_RATIO, LARGEST_RATIO);
    if !(low..=high).contains(&ratio) {
        return Err(Fault::OutOfRange { place, stated: ratio, low, high });
    }
    if row == column && (ratio - 1.0).abs() > 1e-9 {
        return Err(Fault::NotSelfEqual { place, stated: ratio });
    }
    Ok(())
}

/// A reciprocal table in which pairs that nobody compared are gaps.
#[derive(Debug, Clone, PartialEq)]
pub struct PairTable {
    ratios: Vec<Vec<Option<f64>>>,
    source: Vec<Vec<Option<usize>>>,
}

impl PairTable {
    fn without_comparisons(criteria: usize) -> Self {
        let mut ratios = vec![vec![None; criteria]; criteria];
        for (criterion, row) in ratios.iter_mut().enumerate() {
            row[criterion] = Some(1.0);
        }
        Self { ratios, source: vec![vec![None; criteria]; criteria] }
    }

    fn state(&mut self, comparison: &Comparison, entry: usize) {
        let Comparison { row, column, ratio } = *comparison;
        self.ratios[row][column] = Some(ratio);
        self.ratios[column][row] = Some(1.0 / ratio);
        self.source[row][column] = Some(entry);
        self.source[column][row] = Some(entry);
    }

    /// How many criteria.
    pub fn criteria(&self) -> usize {
        self.ratios.len()
    }

    /// How much `row` matters relative to `column`; 1 on the diagonal, `None` in a gap.
    pub fn ratio(&self, row: usize, column: usize) -> Option<f64> {
        self.ratios[row][column]
    }

    /// The index of the first comparison that states the pair.
    pub fn source(&self, row: usize, column: usize) -> Option<usize> {
        self.source[row][column]
    }

    /// Pairs that are compared, low index first.
    pub fn stated_pairs(&self) -> Vec<[usize; 2]> {
        self.pairs().filter(|&[low, high]| self.ratios[low][high].is_some()).collect()
    }

    /// Pairs that nobody compared, low index first.
    pub fn gaps(&self) -> Vec<[usize; 2]> {
        self.pairs().filter(|&[low, high]| self.ratios[low][high].is_none()).collect()
    }

    /// The same table with one more gap.
    pub fn without(&self, [low, high]: [usize; 2]) -> Self {
        let mut table = self.clone();
        table.ratios[low][high] = None;
        table.ratios[high][low] = None;
        table
    }

    /// Criteria that no chain of comparisons links to the first one.
    pub fn unlinked(&self) -> Vec<usize> {
        let criteria = self.criteria();
        let mut linked = vec![false; criteria];
        let mut waiting = vec![0];
        linked[0] = true;
        while let Some(row) = waiting.pop() {
            for column in 0..criteria {
                if !linked[column] && self.ratios[row][column].is_some() {
                    linked[column] = true;
                    waiting.push(column);
                }
            }
        }
        (0..criteria).filter(|&criterion| !linked[criterion]).collect()
    }

    fn pairs(&self) -> impl Iterator<Item = [usize; 2]> + use<> {
        let criteria = self.criteria();
        (0..criteria).flat_map(move |low| (low + 1..criteria).map(move |high| [low, high]))
    }
}

#[cfg(test)]
mod tests {
    use super::{Comparison, Comparisons};
    use crate::weights::derived::Note;
    use crate::weights::fault::{Fault, Part, Place};

    fn entries(stated: &[(usize, usize, f64)]) -> Vec<Comparison> {
        stated.iter().map(|&(row, column, ratio)| Comparison { row, column, ratio }).collect()
    }

    #[test]
    fn mirrors_that_disagree_are_told_by_their_indices() {
        let entries = entries(&[(0, 1, 3.0), (1, 2, 2.0), (1, 0, 0.5), (2, 2, 1.5), (0, 2, -1.0)]);
        let faults = Comparisons { criteria: 3, entries }.lay_out().unwrap_err();
        assert_eq!(faults[0], Fault::NotReciprocal { first: 0, second: 2, product: 1.5 });
        let place = Place::new(Part::Comparisons, 3);
        assert_eq!(faults[1], Fault::NotSelfEqual { place, stated: 1.5 });
        assert!(matches!(faults[2], Fault::OutOfRange { place, .. } if place.entry == 4));
        assert_eq!(faults.len(), 3);
    }

    #[test]
    fn a_rounded_inverse_gives_way_to_the_whole_number() {
        let rows = [vec![1.0, 0.33], vec![3.0, 1.0]];
        let (table, notes) = Comparisons::from_rows(&rows).lay_out().unwrap();
        assert_eq!(table.ratio(1, 0), Some(3.0));
        assert!(matches!(notes[..], [Note::Rounded { first: 1, second: 2, .. }]));
        let exact = [vec![1.0, 1.0 / 3.0], vec![3.0, 1.0]];
        assert_eq!(Comparisons::from_rows(&exact).lay_out().unwrap().1, []);
    }

    #[test]
    fn islands_are_told() {
        let entries = entries(&[(0, 1, 3.0), (2, 3, 2.0)]);
        let faults = Comparisons { criteria: 4, entries }.lay_out().unwrap_err();
        assert_eq!(faults, [Fault::Unlinked { criteria: vec![2, 3] }]);
    }
}
