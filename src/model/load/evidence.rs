//! `[sources.*]` and `[evidence.*]`: who says what, and which origins stand behind it.
//! Echoes and retractions are followed here, once.

use crate::document::node::{Entry, Value};
use crate::model::evidence::{Evidence, Reliability, Source, Standing};
use crate::model::id::{EvidenceId, SourceId};
use crate::model::load::cycles::find_cycles;
use crate::model::load::fields::{Fields, wrong_type};
use crate::model::load::words::Place;
use crate::model::load::{Directory, table_of};
use crate::text::diagnostic::{Diagnostic, Diagnostics};
use crate::text::span::Spanned;

/// Grades of sources by their letter.
pub const GRADES: &[(&str, Reliability)] = &[
    ("A", Reliability::A),
    ("B", Reliability::B),
    ("C", Reliability::C),
    ("D", Reliability::D),
    ("E", Reliability::E),
    ("F", Reliability::F),
];

/// Reads sources and claims; free texts become sources after the declared ones.
pub fn load(
    source_entries: &[&Entry],
    evidence_entries: &[&Entry],
    directory: &Directory<'_>,
    sink: &mut Diagnostics,
) -> (Vec<Source>, Vec<Evidence>) {
    let mut sources: Vec<Source> =
        source_entries.iter().map(|entry| source(entry, directory, sink)).collect();
    for cycle in find_cycles(sources.len(), |index| {
        sources[index].relays.iter().map(|relayed| relayed.value.index()).collect()
    }) {
        let named: Vec<&str> = cycle.iter().map(|index| sources[*index].name.as_str()).collect();
        let message = format!("sources relay each other: {}", named.join(" → "));
        let help = "an origin relays nobody";
        if let Some(first) = cycle.first() {
            let span = sources[*first].span;
            sink.push(Diagnostic::error("relays-cycle", span, message).help(help));
        }
    }
    let mut evidence: Vec<Evidence> =
        evidence_entries.iter().map(|entry| claim(entry, directory, &mut sources, sink)).collect();
    // Origins follow echoes, so they are looked for only where no cycle can trap the walk.
    if !sink.has_errors() {
        for claim in &mut evidence {
            settle(claim, &sources);
        }
    }
    (sources, evidence)
}

fn source(entry: &Entry, directory: &Directory<'_>, sink: &mut Diagnostics) -> Source {
    let mut source = Source {
        name: entry.key.name.clone(),
        span: entry.key.span,
        title: None,
        reliability: None,
        relays: Vec::new(),
        retracted: None,
        url: None,
    };
    let Some(table) = table_of(entry, "a table, as in [sources.NAME]", sink) else {
        return source;
    };
    let mut fields = Fields::open(table, Place::Source);
    fields.entry("new");
    source.title = fields.string("title", sink).map(|title| title.value);
    source.reliability = fields.word("reliability", GRADES, sink).map(|grade| grade.value);
    let relayed = fields.strings("relays", sink);
    source.relays = directory.sources.find_all(&relayed, SourceId, sink);
    source.retracted = fields.reason("retracted", sink);
    source.url = fields.string("url", sink).map(|url| url.value);
    fields.close(sink);
    source
}

fn claim(
    entry: &Entry,
    directory: &Directory<'_>,
    sources: &mut Vec<Source>,
    sink: &mut Diagnostics,
) -> Evidence {
    let mut evidence = Evidence {
        name: entry.key.name.clone(),
        span: entry.key.span,
        claim: entry.key.name.clone(),
        sources: Vec::new(),
        origins: Vec::new(),
        date: None,
        credibility: None,
        contradicts: Vec::new(),
        retracted: None,
        standing: Standing::Stands,
    };
    let Some(table) = table_of(entry, "a table, as in [evidence.NAME]", sink) else {
        return evidence;
    };
    let mut fields = Fields::open(table, Place::Evidence);
    fields.entry("new");
    if let Some(claim) = fields.string("claim", sink) {
        evidence.claim = claim.value;
    }
    let named = fields.strings("sources", sink);
    evidence.sources = directory.sources.find_all(&named, SourceId, sink);
    evidence.date = fields.date("date", sink).map(|date| date.value);
    evidence.credibility = credibility(&mut fields, sink);
    let grade = fields.string("grade", sink).and_then(|text| grade(&text, sink));
    if let Some(text) = fields.string("source", sink) {
        let id = free_text(&text, grade.map(|(reliability, _)| reliability), directory, sources);
        evidence.sources.push(Spanned::new(id, text.span));
    }
    evidence.credibility = evidence.credibility.or(grade.map(|(_, credibility)| credibility));
    let contradicted = fields.strings("contradicts", sink);
    evidence.contradicts = directory.evidence.find_all(&contradicted, EvidenceId, sink);
    evidence.retracted = fields.reason("retracted", sink);
    fields.close(sink);
    for contradicted in &evidence.contradicts {
        if directory.evidence.get(&evidence.name) == Some(contradicted.value.index()) {
            let message = format!("`{}` contradicts itself", evidence.name);
            sink.push(Diagnostic::error("contradiction", contradicted.span, message));
        }
    }
    evidence
}

fn credibility(fields: &mut Fields<'_>, sink: &mut Diagnostics) -> Option<u8> {
    let node = fields.node("credibility")?;
    match node.value {
        Value::Integer(grade @ 1..=6) => u8::try_from(grade).ok(),
        Value::Integer(grade) => {
            let message = format!("credibility {grade} lies outside 1 to 6");
            let help = "1 is confirmed, 5 improbable, 6 cannot be judged";
            sink.push(Diagnostic::error("out-of-range", node.span, message).help(help));
            None
        }
        _ => {
            sink.push(wrong_type(node, "a whole number from 1 to 6"));
            None
        }
    }
}

/// `"B2"` as reliability and credibility.
fn grade(text: &Spanned<String>, sink: &mut Diagnostics) -> Option<(Reliability, u8)> {
    let mut letters = text.value.chars();
    let reliability = letters
        .next()
        .and_then(|letter| GRADES.iter().find(|(grade, _)| grade.starts_with(letter)))
        .map(|(_, reliability)| *reliability);
    let credibility = letters.as_str().parse::<u8>().ok().filter(|grade| (1..=6).contains(grade));
    if let (Some(reliability), Some(credibility)) = (reliability, credibility) {
        return Some((reliability, credibility));
    }
    let message = format!("`{}` is no grade", text.value);
    let help = "a letter A to F for the source and a digit 1 to 6 for the claim, as in \"B2\"";
    sink.push(Diagnostic::error("unknown-word", text.span, message).help(help));
    None
}

/// The source of a free text: the declared one of that name or title, an equal text, or a new one.
fn free_text(
    text: &Spanned<String>,
    reliability: Option<Reliability>,
    directory: &Directory<'_>,
    sources: &mut Vec<Source>,
) -> SourceId {
    if let Some(index) = directory.sources.get(&text.value) {
        return SourceId(index);
    }
    let same = |source: &Source| {
        source.name == text.value || source.title.as_deref() == Some(text.value.as_str())
    };
    if let Some(index) = sources.iter().position(same) {
        return SourceId(index);
    }
    sources.push(Source {
        name: text.value.clone(),
        span: text.span,
        title: None,
        reliability,
        relays: Vec::new(),
        retracted: None,
        url: None,
    });
    SourceId(sources.len() - 1)
}

/// Follows echoes to the origins that still stand.
fn settle(claim: &mut Evidence, sources: &[Source]) {
    let mut origins = Vec::new();
    let mut open: Vec<SourceId> = claim.sources.iter().map(|source| source.value).collect();
    let mut seen = open.clone();
    while let Some(id) = open.pop() {
        let Some(source) = sources.get(id.index()) else { continue };
        if source.retracted.is_some() {
            continue;
        }
        if source.relays.is_empty() {
            origins.push(id);
        }
        for relayed in &source.relays {
            if !seen.contains(&relayed.value) {
                seen.push(relayed.value);
                open.push(relayed.value);
            }
        }
    }
    origins.sort();
    claim.standing = if claim.retracted.is_some() {
        Standing::Retracted
    } else if origins.is_empty() && !claim.sources.is_empty() {
        Standing::Unsupported
    } else {
        Standing::Stands
    };
    claim.origins = origins;
}
