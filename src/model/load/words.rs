//! The words of the file format by place, the words people bring from elsewhere, the reserved ones.
//! Asked by `fields` when a key is none of those known.

/// Which kind of table is being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The top of a file.
    Root,
    /// `[criteria.ID]`.
    Criterion,
    /// A weight written as a table.
    Weight,
    /// A gate.
    Gate,
    /// A value function.
    ValueFunction,
    /// `preference`.
    Preference,
    /// `thresholds`.
    Thresholds,
    /// `[vendors.ID]`.
    Vendor,
    /// A rating written as a table.
    Rating,
    /// `[sources.ID]`.
    Source,
    /// `[evidence.ID]`.
    Evidence,
    /// `[assumptions.ID]`.
    Assumption,
    /// `[expect]`.
    Expect,
    /// `[lints]`.
    Lints,
    /// `[method]`.
    Method,
    /// `[weights]` or a group's.
    Weights,
    /// `compare` on a criterion.
    Compare,
    /// `[group]`.
    Group,
    /// `[stakeholders.ID]`.
    Stakeholder,
    /// One of `[[weight-constraints]]`.
    WeightConstraint,
    /// `[evidence-settings]`.
    EvidenceSettings,
}

impl Place {
    /// How a message names the place.
    pub fn words(self) -> &'static str {
        match self {
            Self::Root => "the file",
            Self::Criterion => "a criterion",
            Self::Weight => "a weight",
            Self::Gate => "a gate",
            Self::ValueFunction => "a value function",
            Self::Preference => "`preference`",
            Self::Thresholds => "`thresholds`",
            Self::Vendor => "a vendor",
            Self::Rating => "a rating",
            Self::Source => "a source",
            Self::Evidence => "a claim of `evidence`",
            Self::Assumption => "an assumption",
            Self::Expect => "`[expect]`",
            Self::Lints => "`[lints]`",
            Self::Method => "`[method]`",
            Self::Weights => "`[weights]`",
            Self::Compare => "`compare`",
            Self::Group => "`[group]`",
            Self::Stakeholder => "a stakeholder",
            Self::WeightConstraint => "a weight constraint",
            Self::EvidenceSettings => "`[evidence-settings]`",
        }
    }

    /// Keys that may stand at the top of a file; empty for every other place.
    pub fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Root => &[
                "title",
                "date",
                "criteria-file",
                "extends",
                "choose",
                "tie-break",
                "close-call",
                "vendors-from",
            ],
            _ => &[],
        }
    }
}

/// Whether a key is kept for later and refused until then.
pub fn reserved(place: Place, name: &str) -> bool {
    let words: &[&str] = match place {
        Place::Root => &[
            "facts",
            "formula",
            "marks",
            "panel",
            "award",
            "labels",
            "lots",
            "stage",
            "stages",
            "flag",
            "gates",
            "where",
            "history",
            "incumbent",
            "columns",
        ],
        Place::Criterion => &[
            "formula",
            "marks",
            "panel",
            "stage",
            "flag",
            "gates",
            "not-applicable",
            "out-of",
            "decimals",
            "published",
            "bands",
            "anchors",
            "labels",
        ],
        Place::Vendor => &["labels", "lots", "facts", "marks", "history", "incumbent", "flag"],
        Place::Rating => &["marks", "formula", "panel", "history", "not-applicable", "out-of"],
        Place::Gate => &["any", "all", "when", "where", "flag", "stage"],
        Place::Assumption => &["history"],
        Place::Evidence => &["cost-of-asking", "history"],
        _ => &[],
    };
    words.contains(&name)
}

/// Advice for a word that people bring from elsewhere.
pub fn foreign(place: Place, name: &str) -> Option<String> {
    let folded = name.to_lowercase().replace('_', "-");
    let word = folded.as_str();
    let right = match place {
        Place::Root => match word {
            "bidders" | "suppliers" | "alternatives" | "options" | "candidates" | "vendor"
            | "providers" | "offers" | "products" => "[vendors.ID]",
            "criterion" | "attributes" | "factors" | "requirements" | "features" => "[criteria.ID]",
            "claims" | "facts" | "proofs" => "[evidence.ID]",
            "assumption" | "risks" | "conditions" => "[assumptions.ID]",
            "references" | "source" => "[sources.ID]",
            "name" => "title",
            "base" | "inherits" | "parent" | "extend" => "extends",
            "criteria-files" | "include" => "criteria-file",
            "winners" | "select" | "how-many" => "choose",
            "aggregation" | "algorithm" => "[method]",
            "margin" | "closecall" => "close-call",
            _ => return None,
        },
        Place::Criterion => match word {
            "parent" | "group" | "category" => "under",
            "importance" | "points" | "priority" | "share" => "weight",
            "name" | "label" => "title",
            "range" | "bounds" | "min-max" | "limits" => "scale",
            "goal" | "objective" | "sense" | "optimize" | "optimise" | "maximise" | "maximize"
            | "minimise" | "minimize" => "direction = \"maximize\" or \"minimize\"",
            "lower-is-better" | "lowerisbetter" | "cost" => "direction = \"minimize\"",
            "higher-is-better" | "benefit" => "direction = \"maximize\"",
            "min" | "max" => "scale = [low, high], or gate = { at-least = … }",
            "must" | "must-have" | "mandatory" | "required" | "threshold" | "minimum"
            | "knockout" => "gate",
            "utility" | "curve" | "value-fn" | "scoring" => "value-function",
            "units" => "unit",
            "options" | "grades" => "levels",
            "missing" | "default" => "unknown",
            "q" | "p" | "v" => "thresholds = { q = …, p = …, v = … }",
            _ => return None,
        },
        Place::Vendor => match word {
            "scores" | "marks" | "values" | "points" | "rating" | "criteria" => "ratings",
            "name" | "label" => "title",
            "exclude" | "disqualified" | "dropped" => "excluded",
            "depends-on" | "assumes" | "require" => "requires",
            _ => return None,
        },
        Place::Rating => match word {
            "score" | "mark" | "rating" | "points" => "value",
            "min" | "lower" => "low",
            "max" | "upper" => "high",
            "source" | "sources" | "cite" | "proof" => "evidence",
            "note" | "reason" | "comment" | "why" => "because",
            "stdev" | "sigma" | "std" => "sd",
            "else" | "fallback" => "otherwise",
            "depends-on" | "assumes" => "requires",
            _ => return None,
        },
        Place::Gate => match word {
            "min" | "minimum" | "ge" | "gte" | "from" => "at-least",
            "max" | "maximum" | "le" | "lte" | "up-to" => "at-most",
            "equals" | "eq" | "must-be" => "is",
            "in" | "any-of" => "one-of",
            "not" | "not-in" => "none-of",
            "reason" | "why" => "because",
            _ => return None,
        },
        Place::Evidence => match word {
            "text" | "statement" | "fact" => "claim",
            "cites" | "from" | "reported-by" => "sources",
            "withdrawn" => "retracted",
            _ => return None,
        },
        Place::Assumption => match word {
            "text" | "statement" | "title" => "claim",
            "state" => "status",
            "chance" | "likelihood" | "p" => "probability",
            "deadline" | "by" => "due",
            "depends-on" => "requires",
            _ => return None,
        },
        Place::Source => match word {
            "name" => "title",
            "grade" => "reliability",
            "echoes" | "cites" | "repeats" => "relays",
            "withdrawn" => "retracted",
            "link" => "url",
            _ => return None,
        },
        Place::Method => match word {
            "name" | "method" | "type" => "kind",
            "normalize" | "normalization" | "normalisation" => "normalise",
            _ => return None,
        },
        _ => return None,
    };
    Some(format!("here it is called `{right}`"))
}
