//! Thousands of numeric what-ifs of one model: no document, no graph, a share for each core.
//! For searches and samples; what each gives is what `decide` says of the model so changed.

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::decide::bench::Bench;
use crate::decide::change::Change;
use crate::decide::run_error::RunError;
use crate::decide::standing::Standing;
use crate::model::scenario::Model;

/// The reading of each what-if, in the order given, whatever the number of threads.
///
/// # Errors
/// If the model itself cannot be laid out; one what-if that cannot be run is an error of its own.
pub fn many(
    model: &Model,
    what_ifs: &[Vec<Change>],
) -> Result<Vec<Result<Standing, RunError>>, RunError> {
    let bench = Bench::new(model)?;
    Ok(what_ifs.par_iter().map(|changes| bench.run(changes)).collect())
}
