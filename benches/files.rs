//! 5 000 vendors × 20 criteria from text to ranks, step by step: what parsing takes of the whole.

mod shared;

use criterion::{Criterion, criterion_group, criterion_main};
use rationale::decide::run::decide;
use rationale::document::Document;
use rationale::document::extend::extend;
use rationale::document::parse::parse;
use rationale::model::load::load;
use rationale::text::diagnostic::Diagnostics;
use rationale::text::source::{Origin, Text, Texts};
use shared::{group, number};
use std::fmt::Write;
use std::hint::black_box;
use std::path::Path;

const VENDORS: usize = 5_000;
const CRITERIA: usize = 20;

fn files(criterion: &mut Criterion) {
    let text = scenario();
    let mut group = group(criterion, "files");
    group.bench_function("parse", |timer| {
        let name = "bench.toml".to_owned();
        let origin = Origin::File(name.clone().into());
        let id = Texts::default().add(Text { name, content: text.clone(), origin });
        timer.iter(|| parse(black_box(&text), id, &mut Diagnostics::default()));
    });
    group.bench_function("read and merge", |timer| timer.iter(|| document(black_box(&text))));
    let Some(document) = document(&text) else { return };
    group.bench_function("load", |timer| {
        timer.iter(|| load(black_box(&document), &mut Diagnostics::default()));
    });
    let mut sink = Diagnostics::default();
    let Some(model) = load(&document, &mut sink) else { return };
    group.bench_function("decide", |timer| timer.iter(|| decide(black_box(&model))));
}

fn document(text: &str) -> Option<Document> {
    let mut read = |_: &Path| Ok(text.to_owned());
    let (mut texts, mut sink) = (Texts::default(), Diagnostics::default());
    extend(Path::new("bench.toml"), &mut read, &mut texts, &mut sink).ok()
}

/// Every criterion a number on a declared scale, every cell a number.
fn scenario() -> String {
    let mut text = String::from("title = \"Bench\"\ndate = 2026-01-01\n\n");
    for criterion in 0..CRITERIA {
        let _ = writeln!(
            text,
            "[criteria.c{criterion}]\nweight = {}\nscale = [0, 100]\n",
            criterion % 5 + 1
        );
    }
    for vendor in 0..VENDORS {
        let _ = writeln!(text, "[vendors.v{vendor}.ratings]");
        for criterion in 0..CRITERIA {
            let cell = number((vendor * CRITERIA + criterion) as u64) * 100.0;
            let _ = writeln!(text, "c{criterion} = {cell:.2}");
        }
        text.push('\n');
    }
    text
}

criterion_group!(benches, files);
criterion_main!(benches);
