//! `[expect]`: the decision under test.
//! Only names vendors; whether it holds is for `check` to see.

use crate::document::node::Entry;
use crate::model::expect::Expect;
use crate::model::id::VendorId;
use crate::model::load::fields::Fields;
use crate::model::load::names::Names;
use crate::model::load::table_of;
use crate::model::load::words::Place;
use crate::text::diagnostic::Diagnostics;

/// Reads the expectation, where there is one.
pub fn load(entry: Option<&Entry>, names: &Names<'_>, sink: &mut Diagnostics) -> Option<Expect> {
    let entry = entry?;
    let table = table_of(entry, "a table with `chosen` and `rejected`", sink)?;
    let mut fields = Fields::open(table, Place::Expect);
    let is_chosen_given = fields.entry("chosen").is_some();
    let chosen = fields.strings("chosen", sink);
    let rejected = fields.strings("rejected", sink);
    fields.close(sink);
    Some(Expect {
        chosen: is_chosen_given.then(|| names.find_all(&chosen, VendorId, sink)),
        rejected: names.find_all(&rejected, VendorId, sink),
        span: entry.key.span,
    })
}
