//! What a derivation answers: shares, figures of its own, and remarks as data.
//! Read by `model` for warnings at the right line and by `decide` for the shares.

use crate::weights::fault::Place;

/// Weights derived from judgements or from data.
#[derive(Debug, Clone, PartialEq)]
pub struct Derived {
    /// One for each criterion, ≥ 0, adding up to 1.
    pub shares: Vec<f64>,
    /// Named figures of the whole derivation, such as `lambda-max`, `ci`, `cr`, `random-index`, `ksi`.
    pub figures: Vec<(&'static str, f64)>,
    /// Named figures with one number for each criterion, such as `entropy`, `low`, `high`.
    pub columns: Vec<(&'static str, Vec<f64>)>,
    /// What the reader should know; none of it stops the work.
    pub notes: Vec<Note>,
}

impl Derived {
    /// Shares with nothing else to say.
    pub fn from_shares(shares: Vec<f64>) -> Self {
        Self { shares, figures: Vec::new(), columns: Vec::new(), notes: Vec::new() }
    }

    /// A figure by its name.
    pub fn figure(&self, name: &str) -> Option<f64> {
        self.figures.iter().find(|(found, _)| *found == name).map(|&(_, figure)| figure)
    }

    /// A figure for each criterion by its name.
    pub fn column(&self, name: &str) -> Option<&[f64]> {
        self.columns.iter().find(|(found, _)| *found == name).map(|(_, column)| column.as_slice())
    }
}

/// A remark on a derivation; indices count from 0.
#[derive(Debug, Clone, PartialEq)]
pub enum Note {
    /// A criterion on which all vendors are equal: set aside, its share is 0.
    NoRange {
        /// Column.
        criterion: usize,
    },
    /// The comparison that departs most from the rest, and the ratio that the rest implies for it.
    MostAtFault {
        /// Index into the comparisons as given.
        comparison: usize,
        /// The ratio as stated.
        stated: f64,
        /// The ratio that the other comparisons imply, in the same direction.
        mending: f64,
        /// The consistency ratio once it is mended so.
        ratio_after: f64,
    },
    /// Pairs that nobody compared; the other comparisons filled them.
    Completed {
        /// Criteria of each pair, low index first.
        pairs: Vec<[usize; 2]>,
    },
    /// A ratio and its mirror that are each other's inverse but for rounding; the one ≥ 1 counts.
    Rounded {
        /// Index of the earlier comparison.
        first: usize,
        /// Index of the later comparison.
        second: usize,
        /// Their product, which should be 1.
        product: f64,
    },
    /// More criteria than the table of random indices goes; a fitted line was read instead.
    BeyondTable {
        /// How many criteria the table reaches.
        reach: usize,
    },
    /// Best-worst: the criterion whose two judgements agree least with best-to-worst.
    LeastConsistent {
        /// Criterion.
        criterion: usize,
        /// |a_Bj · a_jW − a_BW| / (a_BW² − a_BW).
        ratio: f64,
    },
    /// Best-worst: a judgement larger than best-to-worst, so best or worst may be misnamed.
    BeyondBestToWorst {
        /// Which judgement.
        place: Place,
        /// As stated.
        stated: f64,
        /// Best-to-worst as stated.
        best_to_worst: f64,
    },
    /// Several sets of weights satisfy the judgements equally; `low` and `high` among the columns
    /// say how far each share may go.
    NotUnique,
}
