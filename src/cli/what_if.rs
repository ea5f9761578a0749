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
    /// Rate a vendor on a criterion
    #[arg(long, value_name = "VENDOR.CRITERION=VALUE")]
    rate: Vec<String>,
    /// Weigh a criterion: a number as in the file, or a share of the whole with `%`
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

impl WhatIf {
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
