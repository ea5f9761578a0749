//! `docs/methods`: a page for each method, with its source, its parameters, how a lead is split, and
//! an example whose scores, ranks and own figures follow it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rationale::decide::evaluation::Evaluation;
use rationale::method::id::MethodId;
use rationale::method::outcome::{Better, Figures, Relation, Split};
use rationale::model::load::parameters::parameters;
use rationale::model::scenario::Model;

use crate::{blocks, is_printed, quoted, run, table};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/methods")
}

fn page(method: MethodId) -> String {
    let path = folder().join(method.id()).with_extension("md");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The paragraph that opens with a bold word, without it.
fn paragraph<'a>(method: MethodId, page: &'a str, opening: &str) -> &'a str {
    let (_, after) = page
        .split_once(&format!("\n**{opening}.** "))
        .unwrap_or_else(|| panic!("{}: nothing on {opening}", method.id()));
    after.split("\n\n").next().unwrap()
}

/// The keys named in a text: what is quoted, up to the first space or `=`.
fn keys(text: &str) -> BTreeSet<&str> {
    quoted(text)
        .map(|code| code.trim_matches(['[', ']']))
        .map(|code| code.strip_prefix("method.").unwrap_or(code))
        .map(|code| code.split([' ', '=']).next().unwrap())
        .collect()
}

/// The example of a page and its run, and the text after it.
fn example(method: MethodId, page: &str) -> (Model, Evaluation, &str) {
    let (_, example) = page.split_once("```toml\n").expect("an example");
    let (example, after) = example.split_once("```").expect("its end");
    let (model, run) = run(example);
    assert_eq!(model.method.kind, method);
    (model, run, after)
}

fn figures<'a>(run: &'a Evaluation, name: &str) -> &'a Figures {
    let found = run.outcome.details.iter().find(|detail| detail.name == name);
    &found.unwrap_or_else(|| panic!("no figure `{name}`")).figures
}

#[test]
fn every_method_has_a_page_and_every_page_a_method() {
    let pages: BTreeSet<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path().file_name().unwrap().to_str().unwrap().to_owned())
        .collect();
    let methods: BTreeSet<String> =
        MethodId::ALL.iter().map(|method| format!("{}.md", method.id())).collect();
    assert_eq!(pages, methods);
}

#[test]
fn the_tie_on_the_page_of_ahp_is_broken_as_it_says() {
    let page = page(MethodId::Ahp);
    let (_, tie) = page.split_once("## A tie").expect("a tie");
    let (_, run) = run(blocks(tie)[0]);
    let scores = run.outcome.scores.as_ref().unwrap();
    assert!(is_printed(scores[0], "0.4") && is_printed(scores[1], "0.4"), "{scores:?}");
    assert!(is_printed(run.breakers[0][0], "0.2") && is_printed(run.breakers[0][1], "0.6"));
    let chosen = run.chosen.iter().map(|vendor| vendor.index()).collect::<Vec<_>>();
    assert!(chosen == [1] && tie.contains("and b is chosen"), "{chosen:?}");
}

#[test]
fn the_list_of_pages_says_what_the_program_says() {
    let list = fs::read_to_string(folder().with_extension("md")).unwrap();
    let (_, rows) = table(&list, "| method | what the score is |").expect("a table of methods");
    assert_eq!(rows.len(), MethodId::ALL.len());
    for (&method, cells) in MethodId::ALL.iter().zip(&rows) {
        let id = method.id();
        let better = match method.better() {
            Better::Higher => "higher",
            Better::Lower => "lower",
            Better::None => "none",
        };
        assert_eq!(cells[0], format!("[`{id}`](methods/{id}.md)"));
        assert_eq!(cells[1..3], [method.description(), better]);
        let word = if cells[3] == "exact" { "exactly" } else { cells[3] };
        assert!(paragraph(method, &page(method), "Why").contains(word), "{id}: {}", cells[3]);
        let is_excepted = method.dominance_exception().is_some();
        assert_eq!(exceptions(&list).contains(id), is_excepted, "{id}");
    }
}

/// The methods that the list excepts from dominance.
fn exceptions(list: &str) -> BTreeSet<&str> {
    let (_, after) = list.split_once("but for the exceptions").expect("the exceptions");
    keys(after.split_once(". ").expect("the end of the sentence").0)
}

#[test]
fn every_page_names_source_and_parameters() {
    for &method in MethodId::ALL {
        let page = page(method);
        let id = method.id();
        assert!(page.lines().next().unwrap().ends_with(&format!(" (`{id}`)")), "{id}");
        assert_eq!(page.lines().nth(2), Some(format!("{}.", method.citation()).as_str()), "{id}");
        for opening in ["Score", "Fits", "Traps", "Why"] {
            assert!(!paragraph(method, &page, opening).is_empty());
        }
        let said = paragraph(method, &page, "Parameters");
        let named = keys(said);
        let has = parameters(method);
        assert_eq!(said.starts_with("None"), has.is_empty(), "{id}");
        for (parameter, _) in has {
            assert!(named.contains(parameter), "{id}: nothing on `{parameter}`");
        }
        if method.dominance_exception().is_some() {
            assert!(paragraph(method, &page, "Traps").contains("domina"), "{id}");
        }
    }
}

#[test]
fn the_example_of_every_page_comes_out_as_printed() {
    for &method in MethodId::ALL {
        let id = method.id();
        let page = page(method);
        let (model, run, after) = example(method, &page);
        let (head, rows) = table(after, "| vendor | score | rank |").expect("a table of scores");
        assert_eq!(rows.len(), run.field.len(), "{id}");
        for cells in rows {
            let vendor = model.vendor_named(cells[0]);
            let vendor = vendor.unwrap_or_else(|| panic!("{id}: {}", cells[0]));
            let score = run.score(vendor).map_or("-".to_owned(), |score| format!("{score:.6}"));
            assert_eq!(score, cells[1], "{id}: {}", cells[0]);
            assert_eq!(run.rank(vendor), cells[2].parse().ok(), "{id}: {}", cells[0]);
            for (name, printed) in head.iter().zip(&cells).skip(3) {
                let Figures::PerVendor(found) = figures(&run, name.trim_matches('`')) else {
                    panic!("{id}: {name} is not of vendors")
                };
                let found = found[run.row(vendor).unwrap()];
                assert!(is_printed(found, printed), "{id}: {name} of {} is {found}", cells[0]);
            }
        }
    }
}

#[test]
fn whatever_else_a_method_finds_is_on_its_page() {
    for &method in MethodId::ALL {
        let page = page(method);
        let (model, run, after) = example(method, &page);
        let vendor = |row: usize| model.vendor(run.field[row]).name.as_str();
        for detail in &run.outcome.details {
            let context = format!("{}: {}", method.id(), detail.name);
            let said = after.lines().find_map(|line| {
                line.strip_prefix(&format!("`{}`: ", detail.name))?.strip_suffix('.')
            });
            let listed = || said.unwrap_or_else(|| panic!("{context} is missing")).split(", ");
            match &detail.figures {
                Figures::PerVendor(_) => {}
                Figures::Whole(found) => assert!(is_printed(*found, said.expect(&context))),
                Figures::Set(found) => {
                    let found: Vec<&str> = found.iter().map(|&row| vendor(row)).collect();
                    assert_eq!(listed().collect::<Vec<_>>(), found, "{context}");
                }
                Figures::PerCriterion(found) => {
                    for ((&leaf, &found), said) in run.leaves.iter().zip(found).zip(listed()) {
                        let (criterion, printed) = said.split_once(' ').expect(&context);
                        assert_eq!(criterion, model.criterion(leaf).name, "{context}");
                        assert!(is_printed(found, printed), "{context} of {criterion} is {found}");
                    }
                }
                Figures::Relations(found) => {
                    let (head, rows) = table(after, "| relations |").expect(&context);
                    for (row, cells) in rows.iter().enumerate() {
                        assert_eq!([cells[0], head[row + 1]], [vendor(row); 2], "{context}");
                        let signs: Vec<&str> = found[row].iter().map(sign).collect();
                        assert_eq!(cells[1..], signs, "{context}: {}", cells[0]);
                    }
                    assert_eq!(rows.len(), run.field.len(), "{context}");
                }
            }
        }
        if run.outcome.scores.is_none() {
            assert!(!run.outcome.details.is_empty(), "{}", method.id());
        }
    }
}

fn sign(relation: &Relation) -> &'static str {
    match relation {
        Relation::Preferred => ">",
        Relation::Worse => "<",
        Relation::Indifferent => "=",
        Relation::Incomparable => "?",
    }
}

#[test]
fn every_page_says_how_a_lead_is_split() {
    for &method in MethodId::ALL {
        let page = page(method);
        let (model, run, _) = example(method, &page);
        let [first, last] = [run.order[0], run.order[run.order.len() - 1]];
        let own = run.method(&model).expect("a method");
        let lead = own.lead(&run.problem, &run.outcome, first, last).expect("a lead");
        let word = match lead.how {
            Split::Exact => "exactly",
            Split::Shapley { .. } => "Shapley",
            Split::Coalition { .. } => "coalition",
        };
        let why = paragraph(method, &page, "Why");
        assert!(why.contains("`why`") && why.contains(word), "{}: {word}", method.id());
    }
}
