use proptest::prelude::{prop_assert, proptest};

use crate::document::node::{Node, Value};
use crate::document::parse::{parse, parse_value};
use crate::text::diagnostic::Diagnostics;
use crate::text::id::TextId;
use crate::text::source::{Origin, Text, Texts};

fn read(content: &str) -> (Node, Vec<(&'static str, String, String)>) {
    let mut texts = Texts::default();
    let text = add(&mut texts, content);
    let mut diagnostics = Diagnostics::default();
    let node = parse(content, text, &mut diagnostics);
    let said = diagnostics
        .iter()
        .map(|diagnostic| {
            let under = diagnostic.labels.iter().map(|label| texts.slice(label.span));
            let under = under.collect::<Vec<_>>().join("|");
            (diagnostic.code, under, diagnostic.message.clone())
        })
        .collect();
    (node, said)
}

fn add(texts: &mut Texts, content: &str) -> TextId {
    let origin = Origin::File("x.toml".into());
    texts.add(Text { name: "x.toml".into(), content: content.to_owned(), origin })
}

fn keys(node: &Node) -> Vec<&str> {
    match &node.value {
        Value::Table(table) => table.entries.iter().map(|entry| entry.key.name.as_str()).collect(),
        _ => Vec::new(),
    }
}

/// The whole list of what is said: code, text under it, first words of the message.
#[track_caller]
fn says(content: &str, expected: &[(&str, &str, &str)], left: &[&str]) {
    let (node, said) = read(content);
    let said: Vec<(&str, &str, &str)> =
        said.iter().map(|(code, under, words)| (*code, under.as_str(), words.as_str())).collect();
    assert_eq!(said, expected, "{content}");
    assert_eq!(keys(&node), left, "{content}");
}

#[test]
fn one_mistake_is_said_once_and_the_rest_of_the_file_is_read() {
    says("a = foo\nb = 2\n", &[("syntax", "foo", "text stands in quotes")], &["b"]);
    says("a =\nb = 2\n", &[("syntax", "", "nothing after the `=`")], &["b"]);
    says("weight 50\nb = 2\n", &[("syntax", "50", "an `=` is missing after the key")], &["b"]);
    says("a = 50%\nb = 2\n", &[("syntax", "50%", "a percentage stands in quotes")], &["b"]);
    says(
        "a = \u{201c}x\u{201d}\n",
        &[("syntax", "\u{201c}x\u{201d}", "curly quotes are not quotes here")],
        &[],
    );
    says("a = True\nb = 2", &[("syntax", "True", "this is neither `true` nor `false`")], &["b"]);
    let words = "one value to a line, and a point in numbers, not a comma";
    says("a = 1,5\nb = 2\n", &[("syntax", ",5", words)], &["b"]);
}

#[test]
fn an_array_or_text_left_open_does_not_swallow_the_file() {
    let unclosed = "this array is never closed";
    says("a = [1,\n 2\nb = 3\n[c]\nd = 4\n", &[("syntax", "[", unclosed)], &["b", "c"]);
    let unclosed = "this table is never closed";
    says("[x]\na = {b = 1\nc = 2\n[d]\n", &[("syntax", "{", unclosed)], &["x", "d"]);
    let unclosed = "this text of several lines is never closed";
    says("a = \"\"\"x\nb = 2\nc = 3\n", &[("syntax", "\"\"\"", unclosed)], &["b", "c"]);
}

#[test]
fn five_mistakes_at_most_are_said() {
    let (node, said) = read(&"a = foo\n\nx = [1 = 2]\n\n".repeat(10));
    let syntax = said.iter().filter(|said| said.0 == "syntax").count();
    assert_eq!(syntax, 5, "{said:?}");
    assert_eq!(said.len(), 10, "and five keys given twice");
    assert!(keys(&node).len() < 3);
}

#[test]
fn a_key_given_twice_points_at_the_first() {
    let message = "`b` is given twice here";
    says("[x]\nb = 0\n[a]\nb = 1\nb = 2\n", &[("duplicate-key", "b|b", message)], &["x", "a"]);
    let (_, said) = read("[v.a]\nx = 1\ny = 2\n\n[v.a]\nx = 3\ny = 4\n[v.c]\nz = 1\nz = 2\n");
    assert_eq!(said.len(), 2, "{said:?}");
    let mut texts = Texts::default();
    let content = "[x]\nb = 0\n[a]\nb = 1\nb = 2\n";
    let text = add(&mut texts, content);
    let mut diagnostics = Diagnostics::default();
    parse(content, text, &mut diagnostics);
    let labels: Vec<usize> = diagnostics
        .iter()
        .flat_map(|said| said.labels.iter().map(|label| texts.position(label.span).line))
        .collect();
    assert_eq!(labels, [5, 4]);
}

#[test]
fn a_header_given_three_times_points_backwards_each_time() {
    let content = "[v.a]\nx = 1\n[v.a]\nx = 2\n[v.a]\ny = 3\n";
    let mut texts = Texts::default();
    let text = add(&mut texts, content);
    let mut diagnostics = Diagnostics::default();
    parse(content, text, &mut diagnostics);
    let lines: Vec<Vec<usize>> = diagnostics
        .iter()
        .map(|said| said.labels.iter().map(|label| texts.position(label.span).line).collect())
        .collect();
    assert_eq!(lines, [[3, 1], [5, 3]]);
}

#[test]
fn depth_is_refused_before_anything_recurses() {
    let deep = [
        format!("a = {}", "[".repeat(100_000)),
        format!("a = {}", "{a=".repeat(100_000)),
        format!("{}a = 1", "a.".repeat(100_000)),
        format!("[{}a]", "a.".repeat(100_000)),
        "a = [\n".repeat(100_000),
        format!("a = \"{}\nb = {}", "[".repeat(10), "[".repeat(100_000)),
    ];
    for content in deep {
        let (node, said) = read(&content);
        assert_eq!(said.iter().map(|said| said.0).collect::<Vec<_>>(), ["too-deep"]);
        assert_eq!(keys(&node), [""; 0]);
    }
    let (_, said) = read(&format!("a = \"{}\" # {}", "[".repeat(1000), "[".repeat(1000)));
    assert_eq!(said, []);
    let (_, said) = read(&format!("a = [{}]", "1.5, 2.5,\n".repeat(1000)));
    assert_eq!(said, []);
}

#[test]
fn byte_order_mark_and_carriage_returns_are_fine() {
    let (node, said) = read("\u{feff}a = 1\r\n[b]\r\nc = 'x'\r\n");
    assert_eq!(said, []);
    assert_eq!(keys(&node), ["a", "b"]);
}

#[test]
fn order_is_the_order_of_the_file() {
    let (node, said) = read("[v.b.ratings]\nx = 1\n[v.a]\n[w]\n[v.b]\ntitle = 'B'\n[v]\n");
    assert_eq!(said, []);
    assert_eq!(keys(&node), ["v", "w"]);
    let Value::Table(root) = &node.value else { panic!() };
    assert_eq!(keys(&root.entries[0].node), ["b", "a"]);
}

#[test]
fn a_value_alone_keeps_its_place_in_the_flag() {
    let mut texts = Texts::default();
    let text = add(&mut texts, "--set a=[1, x]");
    let node = parse_value("[1, 2]", text, 8).unwrap();
    assert_eq!((node.span.start, node.span.end), (8, 14));
    let mistake = parse_value("[1, x]", text, 8).unwrap_err();
    assert_eq!(texts.slice(mistake.span().unwrap()), "x");
}

#[test]
fn five_thousand_vendors_are_read_in_linear_time() {
    let ratings: String = (0..20).map(|c| format!("c{c} = {c}\n")).collect();
    let content: String = (0..5000)
        .map(|v| format!("[vendors.v{v}]\ntitle = 'V'\n[vendors.v{v}.ratings]\n{ratings}"))
        .collect();
    let (node, said) = read(&content);
    assert_eq!(said, []);
    let Value::Table(root) = &node.value else { panic!() };
    assert_eq!(keys(&root.entries[0].node).len(), 5000);
}

proptest! {
    /// Any damage to a file is said somewhere inside it, and the reading ends.
    #[test]
    fn damage_is_said_inside_the_file(at in 0.0..1.0, length in 0usize..9, with in "[\\[\\]{}=\"'#.,a1\n\r \u{e9}]{0,5}") {
        let file = "a = 1\n[v.\"x\"]\nr = { b = [1, 2], c.d = 'x' } # y\nt = \"\"\"\nz\n\"\"\"\n[[m]]\nk = 1.5\n";
        let start = (at * file.len() as f64) as usize;
        let end = (start + length).min(file.len());
        let damaged = format!("{}{with}{}", &file[..start], &file[end..]);
        let mut texts = Texts::default();
        let text = add(&mut texts, &damaged);
        let mut diagnostics = Diagnostics::default();
        parse(&damaged, text, &mut diagnostics);
        for label in diagnostics.iter().flat_map(|said| &said.labels) {
            prop_assert!(damaged.get(label.span.start..label.span.end).is_some());
        }
        prop_assert!(diagnostics.iter().count() <= 10);
        let whole = toml::from_str::<toml::Table>(&damaged).is_ok();
        prop_assert!(whole != diagnostics.has_errors(), "{diagnostics:?}");
    }
}

#[test]
fn under_a_broken_header_only_syntax_is_complained_of() {
    says(
        "a = 1\n[x]\nb = 2\n[y\nb = 3\nc = foo\n[z]\nd = 4\n",
        &[("syntax", "", "this header is not closed"), ("syntax", "foo", "text stands in quotes")],
        &["a", "x", "z"],
    );
    let (node, _) = read("[x]\nb = 2\n[y]z]\nb = 3\nrows = [\n  [1, 2],\n]\nc = 4\n[w]\nd = 1\n");
    assert_eq!(keys(&node), ["x", "w"]);
    // Too short to be replaced, and at the end of the file.
    assert_eq!(keys(&read("[x]\nb = 2\n[\nc = 3\n").0), ["x"]);
}

#[test]
fn a_header_after_the_second_time_is_never_called_the_first() {
    let (_, said) = read("[a.x]\nw = 1\n[[a]]\nv = 1\n[a]\n");
    assert_eq!(said.len(), 1, "{said:?}");
    assert_eq!((said[0].0, said[0].1.as_str()), ("duplicate-key", "a"));
    let mut texts = Texts::default();
    let content = "[criteria.e]\ng\n\0\n[[criteria]]\n1\nt\ns\n[criteria";
    let text = add(&mut texts, content);
    let mut diagnostics = Diagnostics::default();
    parse(content, text, &mut diagnostics);
    for label in diagnostics.iter().flat_map(|said| &said.labels) {
        assert!(content.get(label.span.start..label.span.end).is_some(), "{label:?}");
    }
}
