//! The cell to blame where no finite figure comes of a table.
//! Asked by `normalise` of a column and by `kind` of everything that carries weight.

use crate::method::matrix::Matrix;
use crate::method::outcome::Refusal;

/// The refusal of the cell of a column whose size is farthest from 1.
pub fn of_column(criterion: usize, cells: &[f64]) -> Refusal {
    let blamed = most(cells.iter().copied().enumerate());
    blamed.map_or(Refusal::NotFinite, |(vendor, cell)| Refusal::Extreme { criterion, vendor, cell })
}

/// The refusal of the cell of a table whose size is farthest from 1.
pub fn of_table(table: &Matrix) -> Refusal {
    let columns = (0..table.columns()).map(|column| table.column(column).iter().enumerate());
    let cells = columns
        .enumerate()
        .flat_map(|(column, cells)| cells.map(move |(row, cell)| ((column, row), *cell)));
    most(cells).map_or(Refusal::NotFinite, |((criterion, vendor), cell)| Refusal::Extreme {
        criterion,
        vendor,
        cell,
    })
}

/// The first of those farthest from 1 in size; zeros aside, which have none.
fn most<At>(cells: impl Iterator<Item = (At, f64)>) -> Option<(At, f64)> {
    let distance = |cell: f64| cell.abs().ln().abs();
    cells
        .filter(|(_, cell)| *cell != 0.0)
        .reduce(|most, next| if distance(next.1) > distance(most.1) { next } else { most })
}

#[cfg(test)]
mod tests {
    use super::{of_column, of_table};
    use crate::method::matrix::Matrix;
    use crate::method::outcome::Refusal;

    #[test]
    fn the_cell_farthest_from_one_is_to_blame_small_or_large() {
        let table = Matrix::from_rows(&[vec![1.0, -1e300, 0.0], vec![1e-305, 7.0, 2.0]]);
        let tiny = Refusal::Extreme { criterion: 0, vendor: 1, cell: 1e-305 };
        assert_eq!(of_table(&table), tiny);
        let large = Refusal::Extreme { criterion: 1, vendor: 0, cell: -1e300 };
        assert_eq!(of_column(1, table.column(1)), large);
        assert_eq!(of_column(0, &[0.0]), Refusal::NotFinite);
    }
}
