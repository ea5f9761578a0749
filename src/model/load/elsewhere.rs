//! The words that people bring from other programs and papers for what a key may say.
//! Asked by `fields` when a value is none of the words that its key takes.

/// Words from elsewhere, each list with the word it means here.
const MEANT: &[(&str, &[&str])] = &[
    (
        "maximize",
        &[
            "max",
            "maximum",
            "higher",
            "higher-is-better",
            "benefit",
            "more",
            "more-is-better",
            "up",
        ],
    ),
    (
        "minimize",
        &["min", "minimum", "lower", "lower-is-better", "cost", "less", "less-is-better", "down"],
    ),
    ("weighted-sum", &["saw", "wsm", "sum", "additive", "simple-additive-weighting"]),
    ("weighted-product", &["wpm", "mew", "product", "multiplicative"]),
    ("promethee-ii", &["promethee", "promethee-i", "promethee-1", "promethee-2"]),
    ("electre-i", &["electre-1", "electre1"]),
    ("electre-ii", &["electre-2", "electre2"]),
    ("electre-iii", &["electre", "electre-3", "electre3"]),
    ("electre-tri-b", &["electre-tri", "tri-b"]),
    ("grey-relational", &["gra", "grey", "gray", "gray-relational"]),
    ("maut", &["mavt", "mau", "utility"]),
    ("standard-deviation", &["std", "sd", "stdev"]),
    ("entropy", &["shannon", "ewm"]),
    ("bwm", &["best-worst", "best-worst-method"]),
    ("rank-order", &["roc", "rs", "rr", "centroid", "ranking", "ordinal"]),
    ("fucom", &["full-consistency"]),
    ("swing", &["points", "direct", "smarts"]),
    ("mean-weights", &["mean", "average", "aip"]),
    ("min-max", &["range", "max-min"]),
    ("sum", &["percentage", "share", "proportion"]),
];

/// The one of `words` that a word from elsewhere means, if it does; case, `_` and blanks do not count.
pub fn meant<'w>(word: &str, words: &[&'w str]) -> Option<&'w str> {
    let folded = word.to_lowercase().replace(['_', ' '], "-");
    let means = |(_, theirs): &&(&str, &[&str])| theirs.contains(&folded.as_str());
    let mut ours = MEANT.iter().filter(means).map(|(ours, _)| *ours);
    ours.find_map(|ours| words.iter().copied().find(|word| *word == ours))
}

#[cfg(test)]
mod tests {
    use super::{MEANT, meant};
    use crate::method::id::MethodId;
    use crate::weights::kind::Kind;

    #[test]
    fn a_word_means_what_its_key_takes_or_nothing() {
        let methods: Vec<&str> = MethodId::ALL.iter().map(|method| method.id()).collect();
        let directions = ["maximize", "minimize"];
        assert_eq!(meant("SAW", &methods), Some("weighted-sum"));
        assert_eq!(meant("ELECTRE_TRI", &methods), Some("electre-tri-b"));
        assert_eq!(meant("Max", &directions), Some("maximize"));
        assert_eq!(meant("Lower is better", &directions), Some("minimize"));
        assert_eq!(meant("saw", &directions), None);
        assert_eq!(meant("topsi", &methods), None);
    }

    #[test]
    fn no_word_from_elsewhere_is_a_method_or_a_kind_here() {
        for (_, theirs) in MEANT {
            for word in *theirs {
                assert!(
                    MethodId::from_id(word).is_none() && Kind::from_id(word).is_none(),
                    "{word}"
                );
            }
        }
    }
}
