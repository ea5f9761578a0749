//! A method with all that the field determines held fixed: it scores rows that are not vendors.
//! Made by `kind`, played with by `shapley`.

use crate::method::matrix::Matrix;

/// One score for each row of a table with the problem's columns, in the cells the method reads.
/// Norms, ideals, averages and the other vendors stay those of the field it was frozen on.
pub type Scorer = Box<dyn Fn(&Matrix) -> Vec<f64>>;
