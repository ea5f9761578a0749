//! A dense table of numbers, vendors by criteria, stored criterion after criterion.
//! Everything a method computes on is one of these.

/// `rows` vendors × `columns` criteria; the cells of one criterion lie side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    rows: usize,
    columns: usize,
    cells: Vec<f64>,
}

impl Matrix {
    /// A table of zeros.
    pub fn zeros(rows: usize, columns: usize) -> Self {
        Self { rows, columns, cells: vec![0.0; rows * columns] }
    }

    /// A table whose cell (row, column) is `cell(row, column)`.
    pub fn from_fn(rows: usize, columns: usize, cell: impl Fn(usize, usize) -> f64) -> Self {
        let mut cells = Vec::with_capacity(rows * columns);
        for column in 0..columns {
            cells.extend((0..rows).map(|row| cell(row, column)));
        }
        Self { rows, columns, cells }
    }

    /// A table from rows that all have the same length; shorter rows are filled with zeros.
    pub fn from_rows(rows: &[Vec<f64>]) -> Self {
        let columns = rows.first().map_or(0, Vec::len);
        Self::from_fn(rows.len(), columns, |row, column| {
            rows.get(row).and_then(|cells| cells.get(column)).copied().unwrap_or(0.0)
        })
    }

    /// How many vendors.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// How many criteria.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// The cell of one vendor on one criterion.
    ///
    /// # Panics
    /// If either index is out of range: indices come from this very table's size, never from input.
    pub fn get(&self, row: usize, column: usize) -> f64 {
        self.column(column)[row]
    }

    /// Sets the cell of one vendor on one criterion.
    ///
    /// # Panics
    /// If either index is out of range.
    pub fn set(&mut self, row: usize, column: usize, cell: f64) {
        self.column_mut(column)[row] = cell;
    }

    /// All vendors on one criterion.
    pub fn column(&self, column: usize) -> &[f64] {
        &self.cells[column * self.rows..(column + 1) * self.rows]
    }

    /// All vendors on one criterion, to be written.
    pub fn column_mut(&mut self, column: usize) -> &mut [f64] {
        &mut self.cells[column * self.rows..(column + 1) * self.rows]
    }

    /// The columns one after another, to be written.
    pub fn columns_mut(&mut self) -> impl Iterator<Item = &mut [f64]> {
        // Without rows there is no cell, and so no chunk of any length.
        self.cells.chunks_mut(self.rows.max(1))
    }

    /// One vendor on all criteria, copied.
    pub fn row(&self, row: usize) -> Vec<f64> {
        (0..self.columns).map(|column| self.get(row, column)).collect()
    }

    /// The same table with only the vendors listed, in that order.
    pub fn select_rows(&self, rows: &[usize]) -> Self {
        Self::from_fn(rows.len(), self.columns, |row, column| self.get(rows[row], column))
    }

    /// The same table with only the criteria listed, in that order.
    pub fn select_columns(&self, columns: &[usize]) -> Self {
        Self::from_fn(self.rows, columns.len(), |row, column| self.get(row, columns[column]))
    }
}
