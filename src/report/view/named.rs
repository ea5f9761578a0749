//! A vendor as it is named: its id for programs, its title for people.
//! Every view that speaks of vendors holds these.

use crate::model::id::VendorId;
use crate::model::scenario::Model;

/// A thing by its id, with what people read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The table key.
    pub id: String,
    /// The title, else the id.
    pub label: String,
}

impl Named {
    /// A vendor.
    pub fn vendor(model: &Model, id: VendorId) -> Self {
        let vendor = model.vendor(id);
        Self { id: vendor.name.clone(), label: vendor.label().to_owned() }
    }

    /// Vendors in the order given.
    pub fn all(model: &Model, ids: &[VendorId]) -> Vec<Self> {
        ids.iter().map(|id| Self::vendor(model, *id)).collect()
    }
}
