//! `[vendors.*]`: who stands for choice.
//! Ratings are read beside; what a vendor requires as a whole acts like a gate.

use crate::document::node::Entry;
use crate::model::criterion::Criterion;
use crate::model::id::AssumptionId;
use crate::model::load::fields::Fields;
use crate::model::load::words::Place;
use crate::model::load::{Directory, ratings, table_of};
use crate::model::vendor::Vendor;
use crate::text::diagnostic::Diagnostics;

/// Reads every vendor, in declared order.
pub fn load(
    entries: &[&Entry],
    criteria: &[Criterion],
    directory: &Directory<'_>,
    sink: &mut Diagnostics,
) -> Vec<Vendor> {
    entries.iter().map(|entry| vendor(entry, criteria, directory, sink)).collect()
}

fn vendor(
    entry: &Entry,
    criteria: &[Criterion],
    directory: &Directory<'_>,
    sink: &mut Diagnostics,
) -> Vendor {
    let mut vendor = Vendor {
        name: entry.key.name.clone(),
        span: entry.key.span,
        title: None,
        excluded: None,
        requires: Vec::new(),
        ratings: vec![None; criteria.len()],
    };
    let Some(table) = table_of(entry, "a table, as in [vendors.NAME]", sink) else {
        return vendor;
    };
    let mut fields = Fields::open(table, Place::Vendor);
    fields.entry("new");
    vendor.title = fields.string("title", sink).map(|title| title.value);
    vendor.excluded = fields.reason("excluded", sink);
    let required = fields.strings("requires", sink);
    vendor.requires = directory.assumptions.find_all(&required, AssumptionId, sink);
    if let Some(table) = fields.table("ratings", sink) {
        vendor.ratings = ratings::load(table, criteria, directory, sink);
    }
    fields.close(sink);
    vendor
}
