//! Statements in words: one function for each sort, every number from the engine, each with places.
//! `Explanation → sentence → view`; conclusion first, causes by size, knock-outs never folded.

mod ballots;
mod leads;
mod open;
mod standing;
mod support;

use crate::reasons::name::name;
use crate::reasons::statement::{Says, Statement};
use crate::reasons::votes::Side;
use crate::report::view::scene::Scene;
use crate::report::view::tie_break;
use crate::report::words::closed;

/// Where in an explanation a sentence stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// What came out.
    Conclusion,
    /// What speaks for it.
    Because,
    /// What speaks against it.
    But,
    /// What is pending, unknown or set by a what-if.
    Open,
    /// What would turn it.
    Turns,
    /// Whom it rests on.
    Rests,
}

/// How long an explanation has to be before it says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Length {
    /// A line: the conclusion and what knocks out.
    Line,
    /// A paragraph: what decides.
    Paragraph,
    /// Everything.
    All,
}

/// One thing said within a sentence that lists several, with its places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What is said.
    pub text: String,
    /// `file:line` of what it rests on.
    pub places: Vec<String>,
}

/// A sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// The whole of it, with a capital and a period.
    pub text: String,
    /// What it lists, each on a line of its own where there is room; empty for most.
    pub items: Vec<Item>,
    /// The sort of statement, kebab-case.
    pub kind: &'static str,
    /// Names of the facts it is said of.
    pub nodes: Vec<String>,
    /// `file:line` of what it rests on.
    pub places: Vec<String>,
    /// Where it stands.
    pub section: Section,
    /// From which length on it is said.
    pub length: Length,
}

/// A statement in words.
pub fn sentence(scene: &Scene<'_>, statement: &Statement) -> Sentence {
    let (text, items) = words(scene, statement);
    let (section, length) = standing_of(&statement.says);
    Sentence {
        text: closed(text),
        items,
        kind: statement.says.id(),
        nodes: statement.nodes.iter().map(|fact| name(scene.model(), *fact)).collect(),
        places: scene.places(&statement.nodes),
        section,
        length,
    }
}

fn words(scene: &Scene<'_>, statement: &Statement) -> (String, Vec<Item>) {
    let plain = |text: String| (text, Vec::new());
    match &statement.says {
        Says::Chosen { .. } | Says::Nobody { .. } | Says::Tied { .. } => {
            plain(standing::choice(scene, &statement.says))
        }
        Says::Verdict { .. }
        | Says::Excluded { .. }
        | Says::Fails(_)
        | Says::WouldRank { .. }
        | Says::Passes { .. }
        | Says::Loses { .. } => plain(standing::vendor(scene, &statement.says)),
        Says::For(parts) => leads::parts(scene, parts, "for", parts.ahead),
        Says::Against(parts) => leads::parts(scene, parts, "for", parts.behind),
        Says::TieBreak(breaker) => plain(tie_break::sentence(scene, breaker)),
        Says::Lead { .. }
        | Says::Decisive { .. }
        | Says::Sufficient { .. }
        | Says::Form { .. }
        | Says::Coalition { .. } => plain(leads::lead(scene, &statement.says)),
        Says::Ballots { .. } | Says::Pivotal { .. } | Says::Duels { .. } => {
            ballots::ballots(scene, &statement.says)
        }
        Says::AtRisk { .. }
        | Says::UnknownGate { .. }
        | Says::Pending { .. }
        | Says::Filled { .. }
        | Says::Changed { .. } => plain(open::open(scene, &statement.says)),
        Says::Turns(turn) => plain(open::turn(scene, turn)),
        Says::SingleOrigin { .. }
        | Says::Echoed { .. }
        | Says::Contradicted { .. }
        | Says::Judgement { .. } => plain(support::support(scene, &statement.says)),
    }
}

fn standing_of(says: &Says) -> (Section, Length) {
    match says {
        Says::Chosen { .. }
        | Says::Nobody { .. }
        | Says::Tied { .. }
        | Says::Verdict { .. }
        | Says::Excluded { .. } => (Section::Conclusion, Length::Line),
        Says::Fails(_) => (Section::Because, Length::Line),
        Says::Lead { .. } => (Section::Conclusion, Length::Paragraph),
        Says::Ballots { side: Side::Against, .. } => (Section::But, Length::Paragraph),
        Says::Ballots { .. }
        | Says::Pivotal { .. }
        | Says::Duels { .. }
        | Says::WouldRank { .. }
        | Says::Loses { .. }
        | Says::TieBreak(_)
        | Says::For(_)
        | Says::Decisive { .. }
        | Says::Coalition { .. }
        | Says::Passes { .. } => (Section::Because, Length::Paragraph),
        Says::Sufficient { .. } | Says::Form { .. } => (Section::Because, Length::All),
        Says::Against(_) => (Section::But, Length::Paragraph),
        Says::AtRisk { .. }
        | Says::UnknownGate { .. }
        | Says::Pending { .. }
        | Says::Filled { .. }
        | Says::Changed { .. } => (Section::Open, Length::Paragraph),
        Says::Turns(_) => (Section::Turns, Length::Paragraph),
        Says::Echoed { .. } => (Section::Rests, Length::All),
        Says::SingleOrigin { .. } | Says::Contradicted { .. } | Says::Judgement { .. } => {
            (Section::Rests, Length::Paragraph)
        }
    }
}
