//! Small pieces of prose: counts, lists, user text in backticks.
//! Asked by views and diagnostics, so that every sentence counts and lists alike.

/// A number with its noun in the right form: `1 vendor`, `2 vendors`.
pub fn count(number: usize, noun: &str) -> String {
    let plural = match noun.strip_suffix('y') {
        _ if number == 1 => noun.to_owned(),
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if noun == "criterion" => "criteria".to_owned(),
        _ => format!("{noun}s"),
    };
    format!("{number} {plural}")
}

/// `a`, `a and b`, `a, b and c`.
pub fn list<S: AsRef<str>>(items: &[S]) -> String {
    joined(items, "and")
}

/// `a`, `a or b`, `a, b or c`.
pub fn alternatives<S: AsRef<str>>(items: &[S]) -> String {
    joined(items, "or")
}

fn joined<S: AsRef<str>>(items: &[S], word: &str) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    match items.as_slice() {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [rest @ .., last] => format!("{} {word} {last}", rest.join(", ")),
    }
}

/// `is` or `are`, as a list of so many asks for.
pub fn is(number: usize) -> &'static str {
    if number == 1 { "is" } else { "are" }
}

/// The text with its first letter as a capital, for the start of a sentence.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A sentence that ends in a name with a period of its own, as `Acme, Inc.` does, needs no second.
pub fn closed(mut sentence: String) -> String {
    if sentence.ends_with("..") && !sentence.ends_with("...") {
        sentence.pop();
    }
    sentence
}

#[cfg(test)]
mod tests {
    use super::{closed, count, list};

    #[test]
    fn a_name_with_a_period_ends_a_sentence_by_itself() {
        assert_eq!(closed("ahead of Acme, Inc..".to_owned()), "ahead of Acme, Inc.");
        assert_eq!(closed("and so on...".to_owned()), "and so on...");
        assert_eq!(closed("ahead of Acme.".to_owned()), "ahead of Acme.");
    }

    #[test]
    fn counts_and_lists_read_as_english() {
        assert_eq!(count(1, "criterion"), "1 criterion");
        assert_eq!(count(2, "criterion"), "2 criteria");
        assert_eq!(count(0, "completion"), "0 completions");
        assert_eq!(count(3, "entry"), "3 entries");
        assert_eq!(count(3, "day"), "3 days");
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
        assert_eq!(list::<&str>(&[]), "");
    }
}
