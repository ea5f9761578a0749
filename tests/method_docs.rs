//! The pages on methods: each one's worked example is run, and comes out as its table says.
//! An example is a scenario in the page's first ```toml block; a table of scores and ranks follows it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests say what went wrong by panicking, in their helpers too"
)]

use std::fs;
use std::path::Path;

use rationale::decide::completion::Completion;
use rationale::decide::run::evaluate;
use rationale::document::extend::extend;
use rationale::method::id::MethodId;
use rationale::model::load::load;
use rationale::model::scenario::Model;
use rationale::text::diagnostic::Diagnostics;
use rationale::text::source::Texts;

fn model(content: &str) -> Model {
    let (mut texts, mut sink) = (Texts::default(), Diagnostics::default());
    let mut read = |_: &Path| Ok(content.to_owned());
    let document = extend(Path::new("page.toml"), &mut read, &mut texts, &mut sink).unwrap();
    load(&document, &mut sink).unwrap_or_else(|| panic!("{:?}\n{content}", sink.into_sorted()))
}

/// Vendor, score as printed, rank: the rows of the table after the example.
fn table(page: &str) -> Vec<(String, Option<String>, usize)> {
    let (_, after) = page.split_once("| vendor | score | rank |").expect("a table of scores");
    after
        .lines()
        .skip(2)
        .map_while(|line| line.strip_prefix("| ")?.strip_suffix(" |"))
        .map(|line| {
            let cells: Vec<&str> = line.split(" | ").collect();
            let score = Some(cells[1].to_owned()).filter(|score| score != "-");
            (cells[0].to_owned(), score, cells[2].parse().unwrap())
        })
        .collect()
}

#[test]
fn the_example_of_every_page_comes_out_as_printed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/methods");
    let mut pages = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let page = fs::read_to_string(&path).unwrap();
        let kind = MethodId::from_id(&name).unwrap_or_else(|| panic!("{name} is no method"));
        assert!(page.contains(kind.citation()), "{name}: {}", kind.citation());
        let (_, example) = page.split_once("```toml\n").expect("an example");
        let (example, _) = example.split_once("```").expect("its end");
        let model = model(example);
        assert_eq!(model.method.kind, kind, "{name}");
        let run =
            evaluate(&model, &Completion::default()).unwrap_or_else(|e| panic!("{name}: {e:?}"));
        let rows = table(&page);
        assert_eq!(rows.len(), run.field.len(), "{name}");
        for (vendor, score, rank) in rows {
            let id = model.vendor_named(&vendor).unwrap_or_else(|| panic!("{name}: {vendor}"));
            assert_eq!(run.rank(id), Some(rank), "{name}: {vendor}");
            let found = run.score(id).map(|score| format!("{score:.6}"));
            assert_eq!(found, score, "{name}: {vendor}");
        }
        pages += 1;
    }
    assert!(pages >= 15, "pages are missing: {pages}");
}
