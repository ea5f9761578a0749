//! Ids as indices into the model's tables; names live once, in the model.
//! Order of ids is declared order, everywhere the last tie-break of what is shown.

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub usize);

        impl $name {
            /// The index into the model's table.
            pub fn index(self) -> usize {
                self.0
            }
        }
    };
}

id!(
    /// A criterion or a group of criteria, in declared order.
    CriterionId
);
id!(
    /// A vendor, in declared order.
    VendorId
);
id!(
    /// A source of evidence, in declared order.
    SourceId
);
id!(
    /// A claim, in declared order.
    EvidenceId
);
id!(
    /// An assumption, in declared order.
    AssumptionId
);
id!(
    /// A stakeholder, in declared order.
    StakeholderId
);
