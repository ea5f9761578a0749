//! What-if flags, as every verb that reads a scenario takes them.
//! Typed here; `document::overlay` says what they mean.

use clap::Args;

use crate::document::overlay::{Flag, Kind};

/// The flags.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "What if")]
pub struct WhatIf {
    /// Set any value by its path, as in `vendors.acme.ratings.price=9`
    #[arg(long, value_name = "PATH=VALUE")]
    set: Vec<String>,
    /// Rate a vendor on a criterion; `what-if` also takes a range, as in `0..10`
    #[arg(long, value_name = "VENDOR.CRITERION=VALUE")]
    rate: Vec<String>,
    /// Weigh a criterion: a number as in the file, or a share of the whole with `%`;
    /// `what-if` also takes a range, as in `0%..100%`
    #[arg(long, value_name = "CRITERION=N|N%")]
    weight: Vec<String>,
    /// Settle an assumption: holds, fails or pending
    #[arg(long, value_name = "ASSUMPTION=STATUS")]
    assume: Vec<String>,
    /// Take a vendor out of the running
    #[arg(long, value_name = "VENDOR")]
    exclude: Vec<String>,
    /// Take an excluded vendor back
    #[arg(long, value_name = "VENDOR")]
    include: Vec<String>,
    /// Rank by another method
    #[arg(long, value_name = "KIND")]
    method: Option<String>,
    /// Withdraw a claim or a source
    #[arg(long, value_name = "ID")]
    retract: Vec<String>,
}

/// A number to be moved from end to end, as typed: `experience=0%..100%`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Range {
    /// [`Kind::Rate`] or [`Kind::Weight`].
    pub kind: Kind,
    /// What stands before the `=`.
    pub name: String,
    /// Lower end.
    pub low: String,
    /// Upper end.
    pub high: String,
}

impl WhatIf {
    /// Flags with one value, and those of `--rate` and `--weight` that give a range.
    pub fn flags_and_ranges(&self) -> (Vec<Flag>, Vec<Range>) {
        let (mut flags, mut ranges) = (Vec::new(), Vec::new());
        for flag in self.flags() {
            let parts = flag.words.rsplit_once('=').and_then(|(name, value)| {
                let (low, high) = value.split_once("..")?;
                Some((name.trim(), low.trim(), high.trim()))
            });
            match (flag.kind, parts) {
                (kind @ (Kind::Rate | Kind::Weight), Some((name, low, high))) => {
                    let [name, low, high] = [name, low, high].map(str::to_owned);
                    ranges.push(Range { kind, name, low, high });
                }
                _ => flags.push(flag),
            }
        }
        (flags, ranges)
    }

    /// All flags, those of one kind in the order typed.
    pub fn flags(&self) -> Vec<Flag> {
        let method: Vec<String> = self.method.iter().cloned().collect();
        let kinds = [
            (Kind::Set, &self.set),
            (Kind::Rate, &self.rate),
            (Kind::Weight, &self.weight),
            (Kind::Assume, &self.assume),
            (Kind::Exclude, &self.exclude),
            (Kind::Include, &self.include),
            (Kind::Method, &method),
            (Kind::Retract, &self.retract),
        ];
        let flags = kinds.into_iter().flat_map(|(kind, words)| {
            words.iter().map(move |words| Flag { kind, words: words.clone() })
        });
        flags.collect()
    }
}
