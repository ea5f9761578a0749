//! The what-if flags and how each is typed.
//! `cli` hands them over as [`Flag`]s; `read` takes them apart.

/// Which flag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `--set PATH=VALUE`
    Set,
    /// `--rate VENDOR.CRITERION=VALUE`
    Rate,
    /// `--weight CRITERION=NUMBER` or `NUMBER%`
    Weight,
    /// `--assume ASSUMPTION=STATUS`
    Assume,
    /// `--exclude VENDOR` or `VENDOR=REASON`
    Exclude,
    /// `--include VENDOR`
    Include,
    /// `--method KIND`
    Method,
    /// `--retract ID`
    Retract,
}

impl Kind {
    /// The flag as it is typed.
    pub fn name(self) -> &'static str {
        match self {
            Self::Set => "--set",
            Self::Rate => "--rate",
            Self::Weight => "--weight",
            Self::Assume => "--assume",
            Self::Exclude => "--exclude",
            Self::Include => "--include",
            Self::Method => "--method",
            Self::Retract => "--retract",
        }
    }

    /// The flag as an example shows it.
    pub(crate) fn usage(self) -> &'static str {
        match self {
            Self::Set => "--set 'vendors.acme.ratings.price=9'",
            Self::Rate => "--rate acme.price=9",
            Self::Weight => "--weight price=50, or --weight price=50%",
            Self::Assume => "--assume approval=fails",
            Self::Exclude => "--exclude acme",
            Self::Include => "--include acme",
            Self::Method => "--method topsis",
            Self::Retract => "--retract report",
        }
    }
}

/// One flag as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flag {
    /// Which.
    pub kind: Kind,
    /// What stands after it.
    pub words: String,
}
