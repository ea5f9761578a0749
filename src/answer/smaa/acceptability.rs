//! Shares and their standard errors, read off the counts.
//! What `robust` shows of a run.

use crate::answer::smaa::tallies::{Tallies, UNIT};

/// A share of draws, or a mean over them, and its standard error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The figure.
    pub figure: f64,
    /// Its standard error; for independent draws.
    pub error: f64,
}

/// The SMAA-2 indices of a field.
#[derive(Debug, Clone, PartialEq)]
pub struct Acceptability {
    /// How many draws.
    pub draws: u64,
    /// Vendors × ranks, b_a^r: the share of draws in which a vendor took a rank.
    pub ranks: Vec<Vec<Estimate>>,
    /// For each vendor, the mean shares over the draws in which it was first; `None` where it
    /// never was.
    pub central_shares: Vec<Option<Vec<Estimate>>>,
    /// Vendors × vendors: the share of draws in which the row was ahead of the column; empty
    /// where not counted.
    pub pairwise: Vec<Vec<Estimate>>,
}

impl Acceptability {
    /// The largest standard error of a rank acceptability.
    pub fn error(&self) -> f64 {
        self.ranks.iter().flatten().map(|estimate| estimate.error).fold(0.0, f64::max)
    }
}

/// b = count/N with standard error √(b(1 − b)/N); central shares with that of a mean.
pub fn acceptability(tallies: &Tallies) -> Acceptability {
    let vendors = tallies.vendors;
    let table = |counts: &[u64]| -> Vec<Vec<Estimate>> {
        counts
            .chunks(vendors.max(1))
            .map(|row| row.iter().map(|&count| share(count, tallies.draws)).collect())
            .collect()
    };
    let central_shares = (0..vendors).map(|vendor| central(tallies, vendor)).collect();
    Acceptability {
        draws: tallies.draws,
        ranks: table(&tallies.ranks),
        central_shares,
        pairwise: table(&tallies.wins),
    }
}

/// count/N and √(p(1 − p)/N).
pub fn share(count: u64, draws: u64) -> Estimate {
    if draws == 0 {
        return Estimate { figure: 0.0, error: f64::INFINITY };
    }
    let figure = count as f64 / draws as f64;
    Estimate { figure, error: (figure * (1.0 - figure) / draws as f64).sqrt() }
}

fn central(tallies: &Tallies, vendor: usize) -> Option<Vec<Estimate>> {
    let first = tallies.ranks[vendor * tallies.vendors] as f64;
    if first == 0.0 {
        return None;
    }
    let cells = vendor * tallies.criteria..(vendor + 1) * tallies.criteria;
    let sums = tallies.shares[cells.clone()].iter().zip(&tallies.squares[cells]);
    Some(
        sums.map(|(&sum, &square)| {
            let figure = sum as f64 * UNIT / first;
            let variance = (square as f64 * UNIT / first - figure * figure).max(0.0);
            Estimate { figure, error: (variance / first).sqrt() }
        })
        .collect(),
    )
}
