//! JSON that programs read: real output against the schemas the program prints, shipped files
//! against the schemas editors use, and the keys that scripts rely on.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests say what went wrong by panicking, in their helpers too"
)]

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::console;

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("one JSON object")
}

fn assert_valid(schema: &Value, instance: &Value, what: &str) {
    let validator = jsonschema::draft7::new(schema).expect("a schema of draft 7");
    let mistakes: Vec<String> = validator
        .iter_errors(instance)
        .map(|mistake| format!("{}: {mistake}", mistake.instance_path()))
        .collect();
    assert!(mistakes.is_empty(), "{what}\n{}", mistakes.join("\n"));
}

#[test]
fn real_output_fits_the_schema_the_program_prints() {
    let place = console::Workplace::new();
    let china = "scenarios/apple-china-2025.toml";
    let set = format!("set {china} vendors.tencent.ratings.experience 7 --dry-run");
    let outputs = [
        ("rank", format!("rank {china}")),
        ("rank", "rank open.toml".to_owned()),
        ("rank", "rank nobody.toml".to_owned()),
        ("rank", "rank tie.toml".to_owned()),
        ("rank", "rank names.toml --method promethee-ii".to_owned()),
        ("why", format!("why {china}")),
        ("why", format!("why {china} alibaba --over tencent")),
        ("why", "why names.toml ali --over formula --method electre-iii".to_owned()),
        ("graph", format!("graph {china}")),
        (
            "what-if",
            format!("what-if {china} --assume cac-approval=fails --rate tencent.experience=9"),
        ),
        ("what-if", "what-if scenarios/webshop-payments.toml --method promethee-ii".to_owned()),
        ("what-if-matrix", format!("what-if {china} scenarios/apple-china-2023.toml nobody.toml")),
        ("what-if-sweep", format!("what-if {china} --weight experience=0%..100%")),
        ("diff", format!("diff scenarios/apple-china-2023.toml {china}")),
        ("robust", format!("robust {china}")),
        ("robust", "robust open.toml --draws 5000".to_owned()),
        ("robust", "robust nobody.toml --draws 100".to_owned()),
        ("robust", "robust tie.toml --draws 100".to_owned()),
        ("robust", "robust names.toml --method promethee-ii --draws 100".to_owned()),
        ("ask", format!("ask {china}")),
        ("ask", "ask open.toml".to_owned()),
        ("ask", "ask nobody.toml".to_owned()),
        ("check", format!("check {china} broken.toml")),
        ("check", "rank broken.toml".to_owned()),
        ("set", set),
        ("flip", format!("flip {china} deepseek")),
        ("flip", format!("flip {china} alibaba")),
        ("flip", "flip open.toml b".to_owned()),
        ("flip", "flip names.toml formula --method topsis".to_owned()),
        ("impact", format!("impact {china} market-news")),
        ("impact", "impact open.toml upgrade".to_owned()),
        ("impact", "impact one.toml speed".to_owned()),
        ("methods", "methods".to_owned()),
        ("methods", format!("methods {china}")),
        ("methods", "methods tie.toml".to_owned()),
    ];
    for (verb, command) in outputs {
        let schema = json(&place.run(&format!("rationale schema --output {verb}")).stdout);
        let said = place.run(&format!("rationale {command} --format json"));
        let output = json(&said.stdout);
        assert_valid(&schema, &output, &command);
        assert_eq!(output["schema"], format!("{verb}/1"), "{command}");
        assert_eq!(said.stderr, "", "{command}");
    }
}

#[test]
fn an_output_of_another_shape_does_not_fit() {
    let place = console::Workplace::new();
    let schema = json(&place.run("rationale schema --output rank").stdout);
    let mut output = json(&place.run("rationale rank open.toml --format json").stdout);
    output["vendors"][0]["verdict"] = "perhaps".into();
    assert!(!jsonschema::draft7::new(&schema).unwrap().is_valid(&output));
}

#[test]
fn the_parts_of_a_lead_add_up_to_it_and_a_relation_has_none() {
    let place = console::Workplace::new();
    let leads = |method: &str| {
        let command = format!("rationale why names.toml ali --over formula --method {method}");
        let object = json(&place.run(&format!("{command} --format json")).stdout);
        let node = object["nodes"]
            .as_array()
            .unwrap()
            .iter()
            .find(|node| node["id"] == "lead:ali>formula");
        (object["leads"][0].clone(), node.unwrap()["value"].clone())
    };
    for method in ["weighted-sum", "spotis", "regime", "promethee-ii", "mabac"] {
        let (lead, node) = leads(method);
        let parts = lead["parts"].as_array().unwrap().iter();
        let sum: f64 = parts.map(|part| part["part"].as_f64().unwrap()).sum();
        let amount = lead["lead"].as_f64().unwrap();
        assert!(amount > 0.0 && (sum - amount).abs() < 1e-9, "{method}: {lead}");
        assert_eq!((&node, &lead["coalition"]), (&lead["lead"], &Value::Null), "{method}");
    }
    for method in ["electre-i", "electre-ii", "electre-iii"] {
        let (lead, node) = leads(method);
        assert_eq!((&lead["lead"], &lead["unit"]), (&Value::Null, &Value::Null), "{method}");
        let agreeing = lead["coalition"]["concordance"].as_f64();
        assert_eq!((agreeing, node), (Some(1.0), "100% agree".into()), "{method}");
    }
}

/// A TOML value as JSON; dates become text, as editors see them.
fn as_json(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => text.into(),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(boolean) => boolean.into(),
        toml::Value::Datetime(date) => date.to_string().into(),
        toml::Value::Array(items) => items.into_iter().map(as_json).collect(),
        toml::Value::Table(table) => {
            Value::Object(table.into_iter().map(|(key, value)| (key, as_json(value))).collect())
        }
    }
}

fn shipped(folder: &str) -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let tomls = paths.filter(|path| path.extension().is_some_and(|ending| ending == "toml"));
    let read = |path: std::path::PathBuf| {
        let table: toml::Table = fs::read_to_string(&path).unwrap().parse().unwrap();
        (path.display().to_string(), as_json(toml::Value::Table(table)))
    };
    tomls.map(read).collect()
}

#[test]
fn shipped_files_fit_the_schemas_that_editors_use() {
    let place = console::Workplace::new();
    for (kind, folder) in [("criteria", "criteria"), ("scenario", "scenarios")] {
        let schema = json(&place.run(&format!("rationale schema {kind}")).stdout);
        let files = shipped(folder);
        assert!(!files.is_empty());
        for (path, file) in files {
            assert_valid(&schema, &file, &path);
        }
    }
    let schema = json(&place.run("rationale schema scenario").stdout);
    for (path, file) in shipped("tests/cli/files") {
        let fits = jsonschema::draft7::new(&schema).unwrap().is_valid(&file);
        assert_eq!(fits, !path.ends_with("broken.toml"), "{path}");
    }
}

#[test]
fn the_decision_hash_follows_what_counts_and_nothing_else() {
    let place = console::Workplace::new();
    let path = place.path().join("open.toml");
    let hash = || {
        let said = place.run("rationale rank open.toml --format json");
        json(&said.stdout)["decision"].as_str().expect("a hash").to_owned()
    };
    let text = fs::read_to_string(&path).unwrap();
    let before = hash();
    let idle = text.replace("title = \"A\"", "title = \"Another\"").replace("# Something", "# Any");
    fs::write(&path, idle.replace("weight = 60", "weight = { value = 60.0 }")).unwrap();
    assert_eq!(hash(), before, "titles, comments and spelling do not count");
    fs::write(&path, text.replace("price = 7", "price = 8")).unwrap();
    assert_ne!(hash(), before, "a rating counts");
    fs::write(&path, &text).unwrap();
    let flag = place.run("rationale rank open.toml --rate a.price=8 --format json");
    let by_flag = json(&flag.stdout)["decision"].clone();
    fs::write(&path, text.replace("price = 7", "price = 8")).unwrap();
    assert_eq!(by_flag, hash(), "a flag says the same as the file");
}

#[test]
fn a_seed_counts_in_the_hash_where_chance_was_used_and_there_alone() {
    let place = console::Workplace::new();
    let said = |verb: &str| {
        let object = json(&place.run(&format!("rationale {verb} --format json")).stdout);
        (object["decision"].as_str().expect("a hash").to_owned(), object["seed"].as_u64())
    };
    let (ranked, _) = said("rank open.toml");
    let (first, seed) = said("robust open.toml --draws 100 --seed 1");
    let (second, _) = said("robust open.toml --draws 100 --seed 2");
    assert_eq!(seed, Some(1));
    assert_ne!(first, second, "other draws are another answer");
    assert_ne!(first, ranked);
    assert_eq!(said("robust open.toml --draws 100 --seed 1").0, first);
    for exact in ["ask open.toml --seed 2", "what-if open.toml --rate a.price=7 --seed 2"] {
        assert_eq!(said(exact), (ranked.clone(), None), "{exact} adds everything up");
    }
}

#[test]
fn an_edit_that_breaks_a_file_or_meets_a_broken_one_prints_the_object_of_check() {
    let place = console::Workplace::new();
    fs::write(place.path().join("torn.toml"), "[criteria.speed\nweight = 1\n").unwrap();
    let case = "scenarios/apple-china-2025.toml";
    for (edit, code) in [
        ("set torn.toml criteria.speed.weight 2".to_owned(), "syntax"),
        ("remove torn.toml criteria.speed".to_owned(), "syntax"),
        (format!("remove {case} evidence.deepseek-resources"), "still-referenced"),
        (format!("set {case} vendors.tencent.ratings.product-fit 99"), "off-scale"),
    ] {
        let said = place.run(&format!("rationale {edit} --format json"));
        let object = json(&said.stdout);
        assert_eq!(object["schema"], "check/1", "{edit}");
        assert_eq!(object["errors"][0]["code"], code, "{edit}");
        assert_eq!((said.exit, said.stderr.as_str()), (3, ""), "{edit}");
    }
    for typed in [
        format!("why {case} nobody"),
        format!("set {case} vendors.nobody.title X"),
        format!("add {case} vendors.tencent.title X"),
        format!("remove {case} vendors.nobody"),
        format!("rename {case} vendors.nobody x"),
    ] {
        let said = place.run(&format!("rationale {typed} --format json"));
        assert_eq!((said.exit, said.stdout.as_str()), (2, ""), "{typed}");
        assert!(!said.stderr.is_empty(), "{typed}");
    }
}

#[test]
fn contributions_add_up_to_the_score_that_is_printed() {
    let place = console::Workplace::new();
    let said = place.run("rationale rank scenarios/apple-china-2025.toml --format json");
    let ranking = json(&said.stdout);
    for vendor in ranking["vendors"].as_array().unwrap() {
        let parts = vendor["contributions"].as_array().unwrap();
        let sum: f64 = parts.iter().filter_map(|part| part["contribution"].as_f64()).sum();
        assert!((sum - vendor["score"].as_f64().unwrap()).abs() < 1e-9, "{}", vendor["id"]);
    }
}
