//! `docs/weights.md`: every way to derive weights and to put people together, each with its example.
//! Judgements stand alone there; criteria and vendors around them are added here.

use std::fs;
use std::path::Path;

use rationale::model::people::Combine;
use rationale::model::scenario::Model;
use rationale::weights::derivation::DataKind;
use rationale::weights::kind::{Kind, Origin};

use crate::{blocks, is_printed, quoted, run, table};

fn page() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/weights.md");
    fs::read_to_string(path).expect("the page on weights")
}

/// The text under a heading, up to the next heading of its rank.
fn section<'a>(page: &'a str, heading: &str, rank: &str) -> &'a str {
    let (_, after) = page.split_once(heading).unwrap_or_else(|| panic!("no `{heading}`"));
    after.split(rank).next().unwrap()
}

/// The share of the leaf of that name.
fn share(model: &Model, shares: &[Option<f64>], name: &str) -> f64 {
    let found = model.criterion_named(name).unwrap_or_else(|| panic!("no `{name}`"));
    shares[found.0].expect("a weight")
}

#[test]
fn every_way_from_judgements_comes_out_as_printed() {
    let page = page();
    let judged: Vec<Kind> =
        Kind::ALL.into_iter().filter(|kind| kind.origin() == Origin::Judgements).collect();
    let headings = page.lines().filter(|line| line.starts_with("### ")).count();
    assert_eq!(headings, judged.len());
    for kind in judged {
        let id = kind.id();
        let section = section(&page, &format!(" (`{id}`)\n"), "\n### ");
        let section = section.split("\n## ").next().unwrap();
        assert!(section.contains(kind.citation()), "{id}: {}", kind.citation());
        let (_, says) = section.split_once("**Says.** ").expect("what is said");
        let says = says.split("\n\n").next().unwrap();
        let (head, rows) = table(section, "| criterion |").expect("a table of weights");
        let examples = blocks(section);
        assert_eq!(head.len() - 1, examples.len(), "{id}");
        for (column, example) in examples.into_iter().enumerate() {
            for key in example.lines().filter_map(|line| Some(line.split_once(" = ")?.0)) {
                assert!(key == "kind" || says.contains(&format!("`{key}")), "{id}: `{key}`");
            }
            let mut scenario = example.to_owned();
            for cells in &rows {
                scenario += &format!("[criteria.{}]\nscale = [0, 1]\n", cells[0]);
            }
            scenario += "[vendors.one]\n[vendors.two]\n";
            let (model, run) = run(&scenario);
            for cells in &rows {
                let found = share(&model, &run.shares, cells[0]);
                assert!(is_printed(found, cells[column + 1]), "{id}: {} is {found}", cells[0]);
            }
            check_figures(&model, section);
        }
    }
}

/// Figures such as CR stand in a line of their own that opens with one.
fn check_figures(model: &Model, section: &str) {
    let derived = &model.derived.judged[0].derived;
    let lines = section.lines().filter(|line| line.starts_with('`') && !line.starts_with("```"));
    for said in lines.flat_map(|line| line.trim_end_matches('.').split(", ")) {
        let name = quoted(said).next().unwrap();
        let printed = said.rsplit(' ').next().unwrap();
        let found = derived.figure(name).unwrap_or_else(|| panic!("no figure `{name}`"));
        assert!(is_printed(found, printed), "{name} is {found}, not {printed}");
    }
}

#[test]
fn every_way_from_ratings_comes_out_as_printed() {
    let page = page();
    let section = section(&page, "\n## From the ratings\n", "\n## ");
    let example = blocks(section)[0];
    let (head, rows) = table(section, "| kind |").expect("a table of weights");
    let kinds: Vec<&str> = DataKind::ALL.into_iter().map(|kind| kind.kind().id()).collect();
    assert_eq!(rows.iter().map(|cells| cells[0]).collect::<Vec<_>>(), kinds);
    for cells in rows {
        let kind = Kind::from_id(cells[0]).unwrap();
        assert!(section.contains(kind.citation()), "{}: {}", kind.id(), kind.citation());
        let scenario = example.replace("kind = \"entropy\"", &format!("kind = \"{}\"", cells[0]));
        let (model, run) = run(&scenario);
        for (criterion, printed) in head.iter().zip(&cells).skip(1) {
            let found = share(&model, &run.shares, criterion);
            assert!(is_printed(found, printed), "{}: {criterion} is {found}", cells[0]);
        }
    }
}

#[test]
fn every_way_to_put_people_together_comes_out_as_printed() {
    let page = page();
    let section = section(&page, "\n## From several people\n", "\n## ");
    let example = blocks(section)[0];
    let (head, rows) = table(section, "| vendor |").expect("a table of ranks");
    let ways: Vec<&str> = Combine::ALL.into_iter().map(Combine::id).collect();
    assert_eq!(head[1..], ways);
    for (column, way) in ways.into_iter().enumerate() {
        assert!(section.contains(&format!("| `{way}` |")), "{way}");
        let scenario = example.replace("\"kemeny\"", &format!("\"{way}\""));
        let (model, run) = run(&scenario);
        for cells in &rows {
            let vendor = model.vendor_named(cells[0]).unwrap();
            assert_eq!(run.rank(vendor), cells[column + 1].parse().ok(), "{way}: {}", cells[0]);
        }
    }
}
