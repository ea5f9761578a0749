//! Random scenarios as TOML text, so that they come in by the same door as a person's files.
//! The same recipe gives the same text; shrinking makes it smaller.

use std::fmt::Write;

use proptest::prelude::{Strategy, any};

use rationale::method::id::MethodId;

/// What a random scenario is made from.
#[derive(Debug, Clone, PartialEq)]
pub struct Recipe {
    /// Decides everything that is not said here.
    pub seed: u64,
    /// How many vendors, at least 1.
    pub vendors: usize,
    /// How many leaves, at least 1.
    pub criteria: usize,
    /// The `kind` of `[method]`; `None` leaves it out.
    pub method: Option<&'static str>,
    /// Whether every leaf has a scale of its own, so that no value depends on the field.
    pub fixed: bool,
    /// Whether ratings may be unknown or hang on assumptions, and gates may stand.
    pub open: bool,
}

/// Small scenarios of every sort under the weighted sum.
pub fn recipes() -> impl Strategy<Value = Recipe> {
    (any::<u64>(), 1..=6_usize, 1..=5_usize, any::<bool>(), any::<bool>()).prop_map(
        |(seed, vendors, criteria, fixed, open)| Recipe {
            seed,
            vendors,
            criteria,
            method: None,
            fixed,
            open,
        },
    )
}

/// Small scenarios under any method of the catalogue that needs no parameters of its own; a method
/// may refuse what it is given.
pub fn recipes_for_any_method() -> impl Strategy<Value = Recipe> {
    let method = (0..MethodId::ALL.len()).prop_map(|idx| MethodId::ALL[idx].id());
    (recipes(), method).prop_map(|(recipe, method)| {
        let needs_parameters =
            matches!(method, "electre-tri-b" | "rim" | "comet" | "choquet" | "owa");
        Recipe { method: (!needs_parameters).then_some(method), ..recipe }
    })
}

/// The scenario of a recipe.
pub fn text(recipe: &Recipe) -> String {
    let mut writer = Writer { recipe, dice: Dice(recipe.seed), text: String::new() };
    let leaves = writer.leaves();
    writer.head(&leaves);
    writer.groups(&leaves);
    writer.criteria(&leaves);
    writer.sources_and_claims();
    writer.assumptions();
    writer.vendors(&leaves);
    writer.text
}

const CLAIMS: usize = 4;
const ASSUMPTIONS: usize = 3;

#[derive(Debug, Clone, Copy, PartialEq)]
enum Sort {
    Scale { minimize: bool },
    Anchors,
    Observed,
    Relative,
    Levels,
    Boolean,
    GateOnly,
}

#[derive(Debug, Clone)]
struct LeafPlan {
    name: String,
    sort: Sort,
    group: Option<usize>,
}

struct Writer<'a> {
    recipe: &'a Recipe,
    dice: Dice,
    text: String,
}

impl Writer<'_> {
    fn leaves(&mut self) -> Vec<LeafPlan> {
        let mut leaves = Vec::new();
        for idx in 0..self.recipe.criteria {
            let sort = match self.dice.below(9) {
                0 if !self.recipe.fixed => Sort::Observed,
                1 if !self.recipe.fixed => Sort::Relative,
                2 => Sort::Levels,
                3 => Sort::Boolean,
                4 => Sort::Anchors,
                5 if self.recipe.open && idx > 0 => Sort::GateOnly,
                6 => Sort::Scale { minimize: true },
                _ => Sort::Scale { minimize: false },
            };
            // The first leaf stands at the top with a weight, so that there is always a score.
            let may_group = idx > 0 && sort != Sort::GateOnly;
            let group = (may_group && self.dice.chance(2)).then(|| self.dice.below(2));
            leaves.push(LeafPlan { name: format!("c{idx}"), sort, group });
        }
        leaves
    }

    fn head(&mut self, leaves: &[LeafPlan]) {
        let choose = 1 + usize::from(self.dice.chance(4));
        self.line("title = \"a random choice\"");
        self.line(&format!("choose = {choose}"));
        if self.dice.chance(3) {
            let breaker = &leaves[self.dice.below(leaves.len())].name;
            self.line(&format!("tie-break = [\"{breaker}\"]"));
        }
        if let Some(method) = self.recipe.method {
            self.line(&format!("[method]\nkind = \"{method}\""));
        }
    }

    fn groups(&mut self, leaves: &[LeafPlan]) {
        for group in 0..2 {
            let members: Vec<&LeafPlan> =
                leaves.iter().filter(|leaf| leaf.group == Some(group)).collect();
            if members.is_empty() {
                continue;
            }
            let weight = 1 + self.dice.below(9);
            self.line(&format!("[criteria.g{group}]\nweight = {weight}"));
            let is_own = |leaf: &&LeafPlan| !matches!(leaf.sort, Sort::Observed | Sort::Relative);
            if self.recipe.open && members.iter().all(is_own) && self.dice.chance(2) {
                let percent = 10 * (1 + self.dice.below(5));
                self.line(&format!("gate = {{ at-least = \"{percent}%\", because = \"enough\" }}"));
            }
        }
    }

    fn criteria(&mut self, leaves: &[LeafPlan]) {
        for (idx, leaf) in leaves.iter().enumerate() {
            self.line(&format!("[criteria.{}]", leaf.name));
            if let Some(group) = leaf.group {
                self.line(&format!("under = \"g{group}\""));
            }
            let is_first_of_group = leaves.iter().position(|other| other.group == leaf.group);
            if leaf.sort != Sort::GateOnly {
                let least = usize::from(idx == 0 || is_first_of_group == Some(idx));
                let weight = least + self.dice.below(6);
                self.line(&format!("weight = {weight}"));
            }
            self.scale(leaf.sort);
            if self.recipe.method == Some("ahp") {
                self.compare();
            }
            self.gate(leaf.sort);
            if self.recipe.open && matches!(leaf.sort, Sort::Scale { .. } | Sort::Levels) {
                let fill = ["worst", "midpoint", "best"][self.dice.below(3)];
                self.line(&format!("unknown = \"{fill}\""));
            }
        }
    }

    /// Every pair of vendors, mostly as if each had a size; few sizes, so that ties come up.
    fn compare(&mut self) {
        let sizes: Vec<usize> = (0..self.recipe.vendors).map(|_| 1 + self.dice.below(3)).collect();
        let mut pairs = Vec::new();
        for (first, size) in sizes.iter().enumerate() {
            for (second, other) in sizes.iter().enumerate().skip(first + 1) {
                let other = if self.dice.chance(6) { 4 } else { *other };
                pairs.push(format!("[\"v{first}\", \"v{second}\", \"{size}/{other}\"]"));
            }
        }
        if !pairs.is_empty() {
            self.line(&format!("compare = [{}]", pairs.join(", ")));
        }
    }

    fn scale(&mut self, sort: Sort) {
        match sort {
            Sort::Scale { minimize } => {
                self.line("scale = [0, 10]");
                if minimize {
                    self.line("direction = \"minimize\"");
                } else if self.dice.chance(3) {
                    self.line("value-function = { piecewise = [[0, 0], [4, 0.6], [10, 1]] }");
                }
            }
            Sort::Anchors => self.line("worst = 9\nbest = 2"),
            Sort::Observed => self.line("type = \"number\""),
            Sort::Relative => {
                self.line(
                    "direction = \"minimize\"\nvalue-function = { relative = \"lowest-ratio\" }",
                );
            }
            Sort::Levels => self.line("levels = [\"low\", \"middle\", \"high\"]"),
            Sort::Boolean => self.line("type = \"boolean\""),
            Sort::GateOnly => self.line("type = \"number\""),
        }
    }

    fn gate(&mut self, sort: Sort) {
        let needs = sort == Sort::GateOnly;
        let stands = needs || (self.recipe.open && self.dice.chance(4));
        if !stands {
            return;
        }
        let bound = 2 + self.dice.below(4);
        self.line(&match sort {
            Sort::Levels => "gate = { at-least = \"middle\" }".to_owned(),
            Sort::Boolean => "gate = { is = true, because = \"a must\" }".to_owned(),
            Sort::Scale { minimize: true } | Sort::Anchors | Sort::Relative => {
                format!("gate = {{ at-most = {} }}", bound + 4)
            }
            Sort::Scale { .. } | Sort::Observed | Sort::GateOnly => {
                format!("gate = {{ at-least = {bound}, because = \"a floor\" }}")
            }
        });
    }

    fn sources_and_claims(&mut self) {
        self.line("[sources.first]\ntitle = \"First\"\nreliability = \"B\"");
        self.line("[sources.echo]\nrelays = [\"first\"]");
        self.line("[sources.second]");
        if self.dice.chance(6) {
            self.line("retracted = \"withdrawn\"");
        }
        for claim in 0..CLAIMS {
            self.line(&format!("[evidence.e{claim}]\nclaim = \"claim {claim}\""));
            let sources =
                ["[\"first\", \"echo\"]", "[\"second\"]", "[\"first\"]", "[\"second\", \"echo\"]"];
            let sources = sources[self.dice.below(sources.len())];
            self.line(&format!("sources = {sources}"));
            if claim > 0 && self.dice.chance(4) {
                let other = self.dice.below(claim);
                self.line(&format!("contradicts = [\"e{other}\"]"));
            }
            if self.dice.chance(8) {
                self.line("retracted = true");
            }
        }
    }

    fn assumptions(&mut self) {
        if !self.recipe.open {
            return;
        }
        for idx in 0..ASSUMPTIONS {
            let status = ["holds", "pending", "pending", "fails"][self.dice.below(4)];
            self.line(&format!("[assumptions.a{idx}]\nclaim = \"assumption {idx}\""));
            self.line(&format!("status = \"{status}\"\nowner = \"somebody\""));
            if idx > 0 && self.dice.chance(3) {
                let other = self.dice.below(idx);
                self.line(&format!("requires = [\"a{other}\"]"));
            }
        }
    }

    fn vendors(&mut self, leaves: &[LeafPlan]) {
        for idx in 0..self.recipe.vendors {
            self.line(&format!("[vendors.v{idx}]\ntitle = \"Vendor {idx}\""));
            if self.recipe.open && self.dice.chance(8) {
                self.line("excluded = \"not this time\"");
            }
            if self.recipe.open && self.dice.chance(4) {
                let assumption = self.dice.below(ASSUMPTIONS);
                self.line(&format!("requires = [\"a{assumption}\"]"));
            }
            self.line(&format!("[vendors.v{idx}.ratings]"));
            for leaf in leaves {
                let rating = self.rating(leaf.sort);
                if let Some(rating) = rating {
                    self.line(&format!("{} = {rating}", leaf.name));
                }
            }
        }
    }

    fn rating(&mut self, sort: Sort) -> Option<String> {
        let may_be_unknown = self.recipe.open && sort != Sort::Relative;
        if may_be_unknown && self.dice.chance(9) {
            return self.dice.chance(2).then(|| "\"unknown\"".to_owned());
        }
        let mut value = self.datum(sort);
        let is_number = !matches!(sort, Sort::Levels | Sort::Boolean);
        if is_number && self.dice.chance(6) {
            let low = 1 + self.dice.below(5);
            let high = low + 1 + self.dice.below(4);
            return Some(match self.dice.below(2) {
                0 => format!("{{ low = {low}, high = {high} }}"),
                _ => format!("{{ value = {low}, low = {low}, high = {high} }}"),
            });
        }
        let mut keys = String::new();
        if self.dice.chance(2) {
            let _ = write!(keys, ", evidence = [\"e{}\"]", self.dice.below(CLAIMS));
        }
        if may_be_unknown && self.dice.chance(5) {
            let _ = write!(keys, ", requires = [\"a{}\"]", self.dice.below(ASSUMPTIONS));
            if self.dice.chance(2) {
                let _ = write!(keys, ", otherwise = {}", self.datum(sort));
            }
        }
        if !keys.is_empty() {
            value = format!("{{ value = {value}{keys} }}");
        }
        Some(value)
    }

    /// On a coarse grid, so that ties and dominance come up.
    fn datum(&mut self, sort: Sort) -> String {
        match sort {
            Sort::Levels => format!("\"{}\"", ["low", "middle", "high"][self.dice.below(3)]),
            Sort::Boolean => (!self.dice.chance(3)).to_string(),
            Sort::Relative => (1 + self.dice.below(9)).to_string(),
            _ => self.dice.below(11).to_string(),
        }
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }
}

/// SplitMix64: small, seeded, the same everywhere.
///
/// Source: Steele, G. L., Lea, D., & Flood, C. H. (2014). Fast splittable pseudorandom number
/// generators. OOPSLA 2014.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }

    fn chance(&mut self, one_in: usize) -> bool {
        self.below(one_in) == 0
    }
}
