use crate::document::node::Value;
use crate::document::parse::parse;
use crate::document::reader::{Keys, Reader};
use crate::document::words::reserved;
use crate::text::diagnostic::Diagnostics;
use crate::text::source::{Origin, Text, Texts};

const CRITERION: Keys = Keys {
    of: "a criterion",
    known: &["title", "weight", "direction", "scale", "gate", "under", "levels", "info", "since"],
    reserved: reserved::CRITERION,
};

fn read<T>(content: &str, keys: Keys, with: impl Fn(&mut Reader<'_, '_>) -> T) -> (T, Vec<String>) {
    let mut texts = Texts::default();
    let origin = Origin::File("x.toml".into());
    let text = texts.add(Text { name: "x.toml".into(), content: content.to_owned(), origin });
    let mut diagnostics = Diagnostics::default();
    let root = parse(content, text, &mut diagnostics);
    let Value::Table(table) = &root.value else { panic!() };
    let value = with(&mut Reader::new(table, root.span, keys, &mut diagnostics));
    let said = diagnostics
        .iter()
        .map(|said| {
            let under = texts.slice(said.span().unwrap());
            let help = said.help.join("; ");
            format!("{} [{under}] {} ({help})", said.code, said.message)
        })
        .collect();
    (value, said)
}

#[test]
fn a_key_that_is_not_known_is_refused_with_the_word_meant() {
    let keys = [
        (
            "wieght = 1",
            "unknown-key [wieght] a criterion has no key `wieght` (did you mean `weight`?)",
        ),
        (
            "parent = 'x'",
            "unknown-key [parent] a criterion has no key `parent` (did you mean `under`?)",
        ),
        (
            "lower-is-better = true",
            "unknown-key [lower-is-better] a criterion has no key `lower-is-better` (did you mean `direction`?; write `direction = \"minimize\"`)",
        ),
        (
            "max = 10",
            "unknown-key [max] a criterion has no key `max` (did you mean `scale`?; a scale is written `scale = [0, 10]`)",
        ),
        (
            "close-call = 0.1",
            "unknown-key [close-call] a criterion has no key `close-call` (`close-call` belongs at the top of the file, above the first `[…]`)",
        ),
        ("formula = 'a'", "reserved-key [formula] `formula` is known, not yet supported ()"),
    ];
    for (content, expected) in keys {
        let ((), said) = read(content, CRITERION, |_| ());
        assert_eq!(said, [expected]);
    }
    let gate = Keys { of: "a gate", known: &["at-least", "at-most"], reserved: reserved::GATE };
    let ((), said) = read("zebra = 1", gate, |_| ());
    assert_eq!(
        said,
        ["unknown-key [zebra] a gate has no key `zebra` (it has `at-least` and `at-most`)"]
    );
}

#[test]
fn values_have_the_type_the_key_asks_for() {
    let (title, said) = read("title = 3", CRITERION, |reader| reader.string("title").is_some());
    assert_eq!(
        (title, said.as_slice()),
        (false, ["wrong-type [3] `title` is a string, not an integer ()".to_owned()].as_slice())
    );
    let (_, said) = read("weight = '3'", CRITERION, |reader| reader.number("weight").is_some());
    assert_eq!(
        said,
        ["wrong-type ['3'] `weight` is a number, not a string (write it without quotes)"]
    );
    for infinite in ["nan", "-inf", "1e999"] {
        let (_, said) = read(&format!("weight = {infinite}"), CRITERION, |reader| {
            reader.number("weight").is_some()
        });
        assert!(
            said[0].starts_with(&format!("not-finite [{infinite}] `weight` is a finite number")),
            "{said:?}"
        );
    }
    let (pair, said) =
        read("scale = [0, 10.5]", CRITERION, |reader| reader.pair("scale").unwrap().value);
    assert_eq!((pair, said.len()), ([0.0, 10.5], 0));
    let (_, said) = read("scale = [0, 'a', 1]", CRITERION, |reader| reader.pair("scale").is_some());
    assert_eq!(said, ["wrong-type [[0, 'a', 1]] `scale` is an array of two numbers, not of 3 ()"]);
    let (words, said) =
        read("levels = ['a', 1]", CRITERION, |reader| reader.strings("levels").unwrap().len());
    assert_eq!(
        (words, said.as_slice()),
        (
            1,
            ["wrong-type [1] each of `levels` is a string, not an integer ()".to_owned()]
                .as_slice()
        )
    );
    let (_, said) = read("since = '2025'", CRITERION, |reader| reader.date("since").is_some());
    assert_eq!(
        said,
        [
            "wrong-type ['2025'] `since` is a date such as 2025-02-11, without quotes, not a string ()"
        ]
    );
    let (_, said) = read("info = 'yes'", CRITERION, |reader| reader.boolean("info").is_some());
    assert_eq!(said, ["wrong-type ['yes'] `info` is `true` or `false`, not a string ()"]);
}

#[test]
fn a_word_off_the_list_gets_the_list_and_the_nearest() {
    let words = [("maximize", 1), ("minimize", 2)];
    let (_, said) = read("direction = 'minimise'", CRITERION, |reader| {
        reader.choice("direction", &words).is_some()
    });
    assert_eq!(
        said,
        [
            "unknown-word ['minimise'] `direction` is one of `maximize` and `minimize`, not `minimise` (did you mean `minimize`?)"
        ]
    );
    let (found, _) = read("direction = 'minimize'", CRITERION, |reader| {
        reader.choice("direction", &words).map(|word| word.value)
    });
    assert_eq!(found, Some(2));
}

#[test]
fn a_key_that_must_be_there_is_missed() {
    let (_, said) = read("", CRITERION, |reader| reader.required("weight").is_some());
    assert_eq!(said, ["missing-key [] a criterion needs `weight` ()"]);
}
