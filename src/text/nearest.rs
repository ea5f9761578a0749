//! The nearest right word for a wrong one.
//! Asked by every diagnostic about a name; pure text, no tables of words.

/// The candidate nearest to `word`, if any is near enough to be a slip of the hand.
///
/// Near enough: a Damerau–Levenshtein distance of at most a third of the longer word's length, at
/// least 1; case, `-` and `_` do not count. Ties go to the candidate that comes first.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = fold(word);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let other = fold(candidate);
        let distance = strsim::damerau_levenshtein(&folded, &other);
        let longest = folded.chars().count().max(other.chars().count());
        let near = distance <= (longest / 3).max(1) && distance < longest;
        if near && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Names listed at most.
const LISTED: usize = 12;

/// The names there are, for a word that is near to none: "there are `a`, `b` and `c`", "there is only
/// `a`"; `None` where there are none. Of many the first, and how many more.
pub fn there_are<'a>(names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let mut words: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    if words.len() > LISTED + 1 {
        let more = words.len() - LISTED;
        words.truncate(LISTED);
        words.push(format!("{more} more"));
    }
    let last = words.pop()?;
    Some(match words.is_empty() {
        true => format!("there is only {last}"),
        false => format!("there are {} and {last}", words.join(", ")),
    })
}

fn fold(word: &str) -> String {
    word.to_lowercase().replace(['-', '_', ' '], "")
}

#[cfg(test)]
mod tests {
    use super::{nearest, there_are};

    #[test]
    fn finds_a_slip_and_refuses_a_stranger() {
        assert_eq!(nearest("wieght", ["title", "weight", "gate"]), Some("weight"));
        assert_eq!(nearest("At_Least", ["at-least", "at-most"]), Some("at-least"));
        assert_eq!(nearest("zebra", ["weight", "gate"]), None);
        assert_eq!(nearest("x", ["y"]), None);
    }

    #[test]
    fn the_names_there_are_read_as_names() {
        assert_eq!(there_are([]), None);
        assert_eq!(there_are(["only"]).as_deref(), Some("there is only `only`"));
        assert_eq!(there_are(["only", "b"]).as_deref(), Some("there are `only` and `b`"));
        let many = there_are(["x"; 14]);
        assert!(many.is_some_and(|many| many.ends_with("`x`, `x` and 2 more")));
    }
}
