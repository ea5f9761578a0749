//! The only way into the model: reads the merged tables and collects every mistake.
//! `Document → load → Model`; what is returned is valid, or nothing is.

pub mod fields;
pub mod names;
pub mod parameters;
pub mod words;

mod assumptions;
mod compared;
mod comparison;
mod criteria;
mod cycles;
mod derive;
mod elsewhere;
mod evidence;
mod evidence_settings;
mod expect;
mod gates;
mod leaf;
mod levels;
mod lints;
mod method;
mod people;
mod ratings;
mod unused;
mod value_functions;
mod vendors;
mod weighed;
mod weight_constraints;

use crate::document::node::{Entry, Table, Value};
use crate::document::{Document, Role};
use crate::model::criterion::{Criterion, Leaf};
use crate::model::id::CriterionId;
use crate::model::load::fields::{Fields, wrong_type};
use crate::model::load::method::coverage::{self, Weighed};
use crate::model::load::names::Names;
use crate::model::load::words::Place;
use crate::model::scenario::{AskedShare, Model};
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::span::Span;

/// Names of every table that a reference can lead to.
#[derive(Debug)]
struct Directory<'a> {
    criteria: Names<'a>,
    vendors: Names<'a>,
    sources: Names<'a>,
    evidence: Names<'a>,
    assumptions: Names<'a>,
}

/// Reads a scenario from its merged document.
///
/// Every mistake is pushed to `sink`; the model is returned only when there is no error, neither
/// here nor said before.
pub fn load(document: &Document, sink: &mut Diagnostics) -> Option<Model> {
    let Value::Table(root) = &document.root.value else { return None };
    // A text that does not parse may have lost whole tables: what is missing is then not said.
    let is_whole = !sink.has_errors();
    // Where something is missing from the whole, the top of the file asked for is underlined.
    let end = Span { start: 0, end: 0, ..document.root.span };
    let mut fields = Fields::open(root, Place::Root);
    let directory = Directory {
        criteria: Names::new("criterion", names(root, "criteria")),
        vendors: Names::new("vendor", names(root, "vendors")),
        sources: Names::new("source", names(root, "sources")),
        evidence: Names::new("claim of `evidence`", names(root, "evidence")),
        assumptions: Names::new("assumption", names(root, "assumptions")),
    };
    let title = fields.string("title", sink);
    let date = fields.date("date", sink);
    let choose = choose(&mut fields, sink);
    let close_call = close_call(&mut fields, sink);

    let vendor_entries = entries(&mut fields, "vendors", sink);
    let criterion_entries = entries(&mut fields, "criteria", sink);
    let mut criteria =
        criteria::load(&criterion_entries, &directory.criteria, &vendor_entries, sink);
    let wrong_before = sink.errors();
    let derived = derive::load(
        fields.node("weights"),
        &criterion_entries,
        &mut criteria,
        &directory.criteria,
        sink,
    );
    let people = people::load(&mut fields, &criteria, &derived, &directory.criteria, sink);
    // A derivation that cannot be read covers nothing: what it was meant to cover is not idle.
    let is_weighing_read = sink.errors() == wrong_before;
    if is_weighing_read {
        weighed::check_purpose(&criteria, &derived, people.as_ref(), sink);
    }
    let assumptions =
        assumptions::load(&entries(&mut fields, "assumptions", sink), &directory.assumptions, sink);
    let (sources, evidence) = evidence::load(
        &entries(&mut fields, "sources", sink),
        &entries(&mut fields, "evidence", sink),
        &directory,
        sink,
    );
    let vendors = vendors::load(&vendor_entries, &criteria, &directory, sink);
    let tie_break = tie_break(&mut fields, &criteria, &directory.criteria, sink);
    let wrong_before = sink.errors();
    let method = method::load(fields.node("method"), &criteria, &directory.criteria, sink);
    let is_method_read = sink.errors() == wrong_before;
    let constraints = fields.node("weight-constraints");
    let weight_constraints =
        weight_constraints::load(constraints, &criteria, &directory.criteria, sink);
    let evidence_settings = evidence_settings::load(fields.node("evidence-settings"), sink);
    let compared = compared::load(&criterion_entries, &criteria, &directory.vendors, sink);
    let expect = expect::load(fields.entry("expect"), &directory.vendors, sink);
    let lints = lints::load(fields.node("lints"), sink);
    let asked_shares = asked_shares(document, &directory.criteria, sink);
    fields.close(sink);
    check_layers(document, root, sink);

    if vendors.is_empty() && is_whole {
        let message = "there are no vendors";
        let help = "add a table for each: [vendors.NAME] with [vendors.NAME.ratings] below it";
        sink.push(Diagnostic::error("no-vendors", end, message).help(help));
    }
    if criteria.is_empty() && is_whole {
        let message = "there are no criteria";
        let help =
            "add [criteria.NAME] tables, or name a file that has them: criteria-file = \"…\"";
        sink.push(Diagnostic::error("no-criteria", end, message).help(help));
    }
    // The same goes for what it was meant to weigh.
    if is_weighing_read {
        weighed::check_any(&criteria, &derived, people.as_ref(), end, sink);
    }
    weighed::check_siblings(&criteria, &derived, people.as_ref(), sink);
    if is_weighing_read && is_method_read && people.is_none() {
        let weighed = Weighed { criteria: &criteria, derived: &derived, asked: &asked_shares };
        coverage::check(&method, weighed, sink);
    }
    // What cannot be read may be what would have used it.
    if !sink.has_errors() {
        unused::criteria(&criteria, &vendors, people.as_ref(), &compared, &tie_break, sink);
        unused::evidence(&evidence, sink);
        unused::assumptions(&assumptions, &vendors, sink);
    }
    sink.silence(|code| lints.iter().any(|lint| lint.code == code));
    if sink.has_errors() {
        return None;
    }
    Some(Model {
        title: title.map(|title| title.value),
        date: date.map(|date| date.value),
        choose,
        tie_break,
        close_call,
        method,
        criteria,
        weight_constraints,
        evidence_settings,
        vendors,
        sources,
        evidence,
        assumptions,
        derived,
        people,
        asked_shares,
        compared,
        expect,
        lints,
    })
}

fn names<'a>(root: &'a Table, key: &str) -> Vec<&'a str> {
    match root.get(key).map(|entry| &entry.node.value) {
        Some(Value::Table(table)) => {
            table.entries.iter().map(|entry| entry.key.name.as_str()).collect()
        }
        _ => Vec::new(),
    }
}

/// The entries of a table of tables, in declared order.
fn entries<'a>(
    fields: &mut Fields<'a>,
    key: &'static str,
    sink: &mut Diagnostics,
) -> Vec<&'a Entry> {
    let Some(table) = fields.table(key, sink) else { return Vec::new() };
    table.entries.iter().collect()
}

/// The table of an entry such as `[vendors.ID]`, or a complaint.
fn table_of<'a>(entry: &'a Entry, what: &str, sink: &mut Diagnostics) -> Option<&'a Table> {
    match &entry.node.value {
        Value::Table(table) => Some(table),
        _ => {
            sink.push(wrong_type(&entry.node, what));
            None
        }
    }
}

fn choose(fields: &mut Fields<'_>, sink: &mut Diagnostics) -> usize {
    let Some(node) = fields.node("choose") else { return 1 };
    match node.value {
        Value::Integer(count) if count >= 1 => usize::try_from(count).unwrap_or(usize::MAX),
        Value::Integer(count) => {
            let message = format!("`choose` is {count}, and must be at least 1");
            sink.push(Diagnostic::error("out-of-range", node.span, message));
            1
        }
        _ => {
            sink.push(wrong_type(node, "a whole number of vendors, at least 1"));
            1
        }
    }
}

fn close_call(fields: &mut Fields<'_>, sink: &mut Diagnostics) -> f64 {
    // A fiftieth of the score: what format.md shows; a file that wants another says so.
    const DEFAULT: f64 = 0.02;
    let Some(number) = fields.number("close-call", sink) else { return DEFAULT };
    if number.value < 0.0 {
        let message = format!("`close-call` is {}, and cannot be negative", number.value);
        sink.push(Diagnostic::error("out-of-range", number.span, message));
    }
    number.value
}

fn tie_break(
    fields: &mut Fields<'_>,
    criteria: &[Criterion],
    names: &Names<'_>,
    sink: &mut Diagnostics,
) -> Vec<CriterionId> {
    let named = fields.strings("tie-break", sink);
    let found = names.find_all(&named, CriterionId, sink);
    for id in &found {
        let Some(criterion) = criteria.get(id.value.index()) else { continue };
        if !criterion.leaf().is_some_and(Leaf::is_valued) {
            let message = format!("`{}` cannot break a tie", criterion.name);
            let help = "name criteria whose ratings have values: numbers, booleans or levels";
            sink.push(Diagnostic::error("no-values", id.span, message).help(help));
        }
    }
    found.into_iter().map(|id| id.value).collect()
}

fn asked_shares(document: &Document, names: &Names<'_>, sink: &mut Diagnostics) -> Vec<AskedShare> {
    let mut shares = Vec::new();
    for asked in &document.shares {
        let Some(index) = names.find(&asked.criterion, sink) else { continue };
        let criterion = CriterionId(index);
        let span = asked.criterion.span;
        shares.push(AskedShare { criterion, share: asked.share.value, span });
    }
    shares
}

/// Keys that describe one situation and have no place in a criteria file.
fn check_layers(document: &Document, root: &Table, sink: &mut Diagnostics) {
    const SITUATION: &[&str] =
        &["vendors", "sources", "evidence", "assumptions", "expect", "choose", "tie-break", "date"];
    let criteria = document.layers.iter().find(|layer| layer.role == Role::Criteria);
    let Some(criteria) = criteria else { return };
    for entry in &root.entries {
        let name = entry.key.name.as_str();
        if SITUATION.contains(&name) && entry.key.span.text == criteria.text {
            let message = format!("`{name}` in a criteria file");
            let help = "a criteria file is reused by many scenarios; move this to the scenario";
            sink.push(Diagnostic::error("misplaced-key", entry.key.span, message).help(help));
        }
    }
}
