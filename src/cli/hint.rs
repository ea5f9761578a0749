//! Names people bring from elsewhere: they work, and the name used here is said once.
//! Read from what was typed, before clap resolves it.

use std::ffi::OsString;

/// What people may type, and what it is called here.
pub const NAMES: &[(&str, &str)] = &[
    ("explain", "why"),
    ("sensitivity", "robust"),
    ("what-would-it-take", "flip"),
    ("goalseek", "flip"),
    ("validate", "check"),
    ("lint", "check"),
    ("export", "report"),
];

/// The hint for the verb that was typed, where it has another name here.
pub fn hint(arguments: &[OsString]) -> Option<String> {
    let mut words = arguments.iter().skip(1).filter_map(|argument| argument.to_str());
    let verb = words.find(|word| !word.starts_with('-') && !is_color(word))?;
    let (typed, here) = NAMES.iter().find(|(typed, _)| *typed == verb)?;
    Some(format!("hint: `{typed}` is called `{here}` here"))
}

/// The only value that may stand before the verb.
fn is_color(word: &str) -> bool {
    matches!(word, "auto" | "always" | "never")
}

#[cfg(test)]
mod tests {
    use super::hint;

    #[test]
    fn a_verb_is_found_behind_global_flags() {
        let typed = |words: &[&str]| hint(&words.iter().map(Into::into).collect::<Vec<_>>());
        let said = typed(&["rationale", "--color", "never", "explain", "x.toml"]);
        assert_eq!(said.as_deref(), Some("hint: `explain` is called `why` here"));
        assert_eq!(typed(&["rationale", "rank", "explain"]), None);
    }
}
