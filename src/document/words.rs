//! Words people bring from elsewhere, and what they are called here.
//! Asked by the reader before it looks for the nearest spelling.

/// A foreign word and the words here that it may mean, the first known one being suggested.
const FOREIGN: &[(&str, &[&str])] = &[
    ("alias", &["title"]),
    ("alternatives", &["vendors"]),
    ("approach", &["kind", "method"]),
    ("ascending", &["direction"]),
    ("assumption", &["assumptions"]),
    ("attributes", &["criteria"]),
    ("base", &["extends"]),
    ("baseline", &["extends"]),
    ("because-of", &["because"]),
    ("beneficial", &["direction"]),
    ("bidders", &["vendors"]),
    ("candidates", &["vendors"]),
    ("categories", &["levels"]),
    ("category", &["under"]),
    ("choices", &["vendors", "levels"]),
    ("citation", &["evidence", "source"]),
    ("citations", &["evidence", "sources"]),
    ("claims", &["evidence"]),
    ("comment", &["because"]),
    ("companies", &["vendors"]),
    ("confidence", &["credibility", "probability"]),
    ("cost", &["direction"]),
    ("criteria-path", &["criteria-file"]),
    ("criterion", &["criteria"]),
    ("cutoff", &["gate", "cut"]),
    ("depends-on", &["requires"]),
    ("description", &["title", "claim"]),
    ("deviation", &["sd"]),
    ("disabled", &["excluded"]),
    ("domain", &["scale"]),
    ("equals", &["is"]),
    ("excludes", &["excluded"]),
    ("expected", &["expect"]),
    ("factors", &["criteria"]),
    ("fallback", &["otherwise"]),
    ("goal", &["direction", "target"]),
    ("grades", &["ratings", "levels"]),
    ("group", &["under"]),
    ("header", &["title"]),
    ("higher-is-better", &["direction"]),
    ("if-fails", &["otherwise"]),
    ("importance", &["weight"]),
    ("imports", &["extends", "criteria-file"]),
    ("include", &["extends", "criteria-file"]),
    ("inherits", &["extends"]),
    ("in", &["one-of"]),
    ("interval", &["between", "scale"]),
    ("justification", &["because"]),
    ("kpis", &["criteria"]),
    ("label", &["title"]),
    ("likelihood", &["probability"]),
    ("lower", &["low", "at-least"]),
    ("lower-is-better", &["direction"]),
    ("marks", &["ratings"]),
    ("max", &["at-most", "high", "scale", "best", "direction"]),
    ("maximise", &["direction"]),
    ("maximize", &["direction"]),
    ("maximum", &["at-most", "high", "scale"]),
    ("mean", &["value"]),
    ("min", &["at-least", "low", "scale", "worst", "direction"]),
    ("minimise", &["direction"]),
    ("minimize", &["direction"]),
    ("minimum", &["at-least", "low", "scale"]),
    ("mode", &["value", "kind"]),
    ("must", &["gate"]),
    ("must-have", &["gate"]),
    ("name", &["title"]),
    ("normalise", &["normalize"]),
    ("normalization", &["normalise"]),
    ("normalisation", &["normalise"]),
    ("normalize", &["normalise"]),
    ("not-in", &["none-of"]),
    ("note", &["because"]),
    ("notes", &["because"]),
    ("objective", &["direction"]),
    ("offers", &["vendors"]),
    ("optimize", &["direction"]),
    ("optimise", &["direction"]),
    ("options", &["vendors", "levels"]),
    ("parent", &["under"]),
    ("points", &["weight", "ratings", "piecewise"]),
    ("polarity", &["direction"]),
    ("prob", &["probability"]),
    ("proposals", &["vendors"]),
    ("prerequisites", &["requires"]),
    ("range", &["scale", "between"]),
    ("rate", &["ratings"]),
    ("rationale", &["because"]),
    ("reason", &["because"]),
    ("references", &["evidence", "sources"]),
    ("requirement", &["gate", "requires"]),
    ("scores", &["ratings"]),
    ("score", &["value", "ratings"]),
    ("sense", &["direction"]),
    ("sigma", &["sd"]),
    ("state", &["status"]),
    ("std", &["sd"]),
    ("stdev", &["sd"]),
    ("suppliers", &["vendors"]),
    ("symbol", &["unit"]),
    ("technique", &["kind", "method"]),
    ("tenderers", &["vendors"]),
    ("threshold", &["gate", "thresholds"]),
    ("tiebreak", &["tie-break"]),
    ("tie-breaker", &["tie-break"]),
    ("top", &["choose"]),
    ("units", &["unit"]),
    ("upper", &["high", "at-most"]),
    ("utility", &["value-function"]),
    ("values", &["ratings", "levels"]),
    ("weighting", &["weight", "weights"]),
    ("winners", &["choose", "chosen"]),
];

/// The known word that a foreign one most likely means, if the table has it.
///
/// Case, `_` and spaces do not count. A word that the table gives several meanings takes the first known.
pub fn native<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let folded = word.to_lowercase().replace(['_', ' '], "-");
    let entries = FOREIGN.iter().filter(|(foreign, _)| *foreign == folded);
    let mut meanings = entries.flat_map(|(_, meanings)| meanings.iter());
    meanings.find_map(|meaning| known.iter().find(|word| *word == meaning).copied())
}

/// A line of help for a word whose meaning is a value, not a key: `lower-is-better`.
pub fn direction(word: &str) -> Option<&'static str> {
    let folded = word.to_lowercase().replace(['_', ' '], "-");
    match folded.as_str() {
        "lower-is-better" | "minimize" | "minimise" | "cost" | "ascending" => {
            Some("write `direction = \"minimize\"`")
        }
        "higher-is-better" | "maximize" | "maximise" | "benefit" | "beneficial" => {
            Some("write `direction = \"maximize\"`")
        }
        "max" | "min" | "maximum" | "minimum" | "range" => {
            Some("a scale is written `scale = [0, 10]`")
        }
        _ => None,
    }
}

/// Keys that stand at the top of a file; in another table they have slid under its header.
pub const TOP_LEVEL: &[&str] = &[
    "title",
    "date",
    "close-call",
    "choose",
    "tie-break",
    "criteria-file",
    "extends",
    "vendors-from",
];

/// Reserved keys by place, refused with "known, not yet supported".
pub mod reserved {
    /// At the top of a file.
    pub const ROOT: &[&str] = &[
        "facts",
        "formula",
        "panel",
        "award",
        "labels",
        "lots",
        "stage",
        "stages",
        "gates",
        "where",
        "history",
        "bands",
        "evidence-settings",
        "weight-constraints",
        "columns",
        "decimals",
        "published",
        "incumbent",
    ];
    /// In a criterion.
    pub const CRITERION: &[&str] = &[
        "formula",
        "facts",
        "anchors",
        "bands",
        "decimals",
        "out-of",
        "stage",
        "panel",
        "marks",
        "flag",
        "cost-of-asking",
        "effort",
        "history",
    ];
    /// In a gate.
    pub const GATE: &[&str] = &["any", "all", "when", "stage", "flag"];
    /// In a vendor.
    pub const VENDOR: &[&str] =
        &["facts", "marks", "incumbent", "labels", "lots", "stage", "history"];
    /// In a rating table.
    pub const RATING: &[&str] =
        &["marks", "out-of", "effort", "cost-of-asking", "formula", "history"];
    /// In an assumption.
    pub const ASSUMPTION: &[&str] = &["effort", "cost-of-asking"];
    /// In a claim or a source.
    pub const EVIDENCE: &[&str] = &["published", "effort", "cost-of-asking"];
    /// In `[group]` and in a stakeholder.
    pub const PEOPLE: &[&str] = &["marks", "panel"];
}

#[cfg(test)]
mod tests {
    use super::{FOREIGN, native};

    #[test]
    fn words_from_elsewhere_lead_to_what_the_place_knows() {
        assert_eq!(native("bidders", &["criteria", "vendors"]), Some("vendors"));
        assert_eq!(native("Min", &["at-least", "at-most"]), Some("at-least"));
        assert_eq!(native("min", &["low", "high"]), Some("low"));
        assert_eq!(native("lower_is_better", &["direction"]), Some("direction"));
        assert_eq!(native("bidders", &["weight"]), None);
    }

    #[test]
    fn no_word_is_listed_twice() {
        let mut words: Vec<&str> = FOREIGN.iter().map(|(word, _)| *word).collect();
        words.sort_unstable();
        let len = words.len();
        words.dedup();
        assert_eq!(words.len(), len);
    }
}
