//! How one cell becomes a normalised entry once the field's constants are fixed.
//! Made by `normalise` and by methods with a normalisation of their own; applied by `terms`.

use crate::method::problem::Direction;

/// A function of one cell x. Constants come from the field and stay fixed when other rows are tried.
#[derive(Debug, Clone, PartialEq)]
pub enum Map {
    /// (x − origin) / span.
    Linear {
        /// Where the entry is 0.
        origin: f64,
        /// How far from there it is 1; negative where less is better. Never 0.
        span: f64,
    },
    /// |x − origin| / span.
    Distance {
        /// Where the entry is 0.
        origin: f64,
        /// How far from there it is 1, > 0.
        span: f64,
    },
    /// numerator / (x − origin).
    Reciprocal {
        /// What is divided.
        numerator: f64,
        /// Where the entry has its pole; no cell of the field lies there.
        origin: f64,
    },
    /// offset + slope · ln x.
    Logarithm {
        /// The entry at x = 1.
        offset: f64,
        /// The gain for each factor e.
        slope: f64,
    },
    /// The share of the field that is not better than x.
    Rank {
        /// The field's cells, rising.
        sorted: Vec<f64>,
        /// Which of them are better.
        direction: Direction,
    },
}

impl Map {
    /// x itself.
    pub const IDENTITY: Self = Self::Linear { origin: 0.0, span: 1.0 };

    /// The entry of one cell.
    pub fn apply(&self, cell: f64) -> f64 {
        match *self {
            Self::Linear { origin, span } => (cell - origin) / span,
            Self::Distance { origin, span } => (cell - origin).abs() / span,
            Self::Reciprocal { numerator, origin } => numerator / (cell - origin),
            Self::Logarithm { offset, slope } => offset + slope * cell.ln(),
            Self::Rank { ref sorted, direction } => not_better(sorted, direction, cell),
        }
    }

    /// Steps each row's figure, or figures, by its entry, in row order. The kind of map is looked at
    /// once a column, so that the loop over rows stays plain arithmetic.
    #[inline(always)]
    pub fn each<F>(
        &self,
        cells: &[f64],
        figures: impl IntoIterator<Item = F>,
        mut step: impl FnMut(F, f64),
    ) {
        let rows = figures.into_iter().zip(cells);
        match *self {
            Self::Linear { origin, span } => {
                rows.for_each(|(figure, cell)| step(figure, (cell - origin) / span));
            }
            Self::Distance { origin, span } => {
                rows.for_each(|(figure, cell)| step(figure, (cell - origin).abs() / span));
            }
            Self::Reciprocal { numerator, origin } => {
                rows.for_each(|(figure, cell)| step(figure, numerator / (cell - origin)));
            }
            Self::Logarithm { offset, slope } => {
                rows.for_each(|(figure, cell)| step(figure, offset + slope * cell.ln()));
            }
            Self::Rank { ref sorted, direction } => {
                rows.for_each(|(figure, &cell)| step(figure, not_better(sorted, direction, cell)));
            }
        }
    }
}

fn not_better(sorted: &[f64], direction: Direction, cell: f64) -> f64 {
    let count = match direction {
        Direction::Maximize => sorted.partition_point(|&other| other <= cell),
        Direction::Minimize => sorted.len() - sorted.partition_point(|&other| other < cell),
    };
    count as f64 / sorted.len() as f64
}

#[cfg(test)]
mod tests {
    use super::Map;
    use crate::method::problem::Direction;

    #[test]
    fn one_cell_and_a_whole_column_agree() {
        let maps = [
            Map::Linear { origin: 2.0, span: -3.0 },
            Map::Distance { origin: 2.0, span: 3.0 },
            Map::Reciprocal { numerator: 2.0, origin: -1.0 },
            Map::Logarithm { offset: 1.0, slope: -0.5 },
            Map::Rank { sorted: vec![1.0, 2.0, 2.0, 5.0], direction: Direction::Minimize },
        ];
        let cells = [1.0, 2.0, 2.0, 5.0];
        for map in maps {
            let mut entries = [0.0; 4];
            map.each(&cells, &mut entries, |figure, entry| *figure = entry);
            assert_eq!(entries, cells.map(|cell| map.apply(cell)));
        }
    }
}
