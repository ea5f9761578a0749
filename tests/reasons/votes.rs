//! What is said of a vote: every ballot on the right side, Borda's points that add up to the score,
//! and a ballot that is said to carry it does, by running the file without it.
#![allow(clippy::expect_used, reason = "helpers of tests fail the test by panicking")]

use std::fmt::Write as _;

use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

use rationale::decide::decision::Decision;
use rationale::decide::run::decide;
use rationale::model::id::{StakeholderId, VendorId};
use rationale::model::scenario::Model;
use rationale::reasons::build::{Asked, build};
use rationale::reasons::explain::{explain_choice, explain_over};
use rationale::reasons::fact::Fact;
use rationale::reasons::node::Figure;
use rationale::reasons::statement::Says;
use rationale::reasons::votes::Side;

use crate::support::read::model;

/// How three people vote on four vendors by three criteria.
#[derive(Debug, Clone)]
struct Poll {
    rule: &'static str,
    shares: [u8; 3],
    weights: [[u8; 3]; 3],
    ratings: [[u8; 3]; 4],
}

fn text(poll: &Poll) -> String {
    let mut text = format!("[group]\ncombine = {:?}\n", poll.rule);
    for criterion in 0..3 {
        let _ = writeln!(text, "[criteria.c{criterion}]\nweight = 1\nscale = [0, 10]");
    }
    for (who, (share, weights)) in poll.shares.iter().zip(&poll.weights).enumerate() {
        let _ = writeln!(text, "[stakeholders.s{who}]\nshare = {share}");
        let _ = writeln!(text, "[stakeholders.s{who}.weights]");
        for (criterion, weight) in weights.iter().enumerate() {
            let _ = writeln!(text, "c{criterion} = {}", u16::from(*weight) + 1);
        }
    }
    for (vendor, ratings) in poll.ratings.iter().enumerate() {
        let _ = writeln!(text, "[vendors.v{vendor}.ratings]");
        for (criterion, rating) in ratings.iter().enumerate() {
            let _ = writeln!(text, "c{criterion} = {rating}");
        }
    }
    text
}

fn decided(poll: &Poll) -> (Model, Decision) {
    let model = model(&text(poll));
    let decision = decide(&model).expect("votes can be counted");
    (model, decision)
}

/// Whether one vendor ranks before another.
fn is_ahead(poll: &Poll, first: VendorId, second: VendorId) -> bool {
    let (_, decision) = decided(poll);
    let rank = |id: VendorId| decision.reading.row(id).map(|row| decision.reading.ranks[row]);
    rank(first) < rank(second)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn a_vote_is_told_as_it_was_counted(
        rule in 0_usize..3,
        shares in [1_u8..4, 1_u8..4, 1_u8..4],
        weights in [[0_u8..9, 0_u8..9, 0_u8..9], [0_u8..9, 0_u8..9, 0_u8..9], [0_u8..9, 0_u8..9, 0_u8..9]],
        ratings in [
            [0_u8..=10, 0_u8..=10, 0_u8..=10],
            [0_u8..=10, 0_u8..=10, 0_u8..=10],
            [0_u8..=10, 0_u8..=10, 0_u8..=10],
            [0_u8..=10, 0_u8..=10, 0_u8..=10],
        ],
    ) {
        let rule = ["borda", "copeland", "kemeny"][rule];
        let poll = Poll { rule, shares, weights, ratings };
        let (model, decision) = decided(&poll);
        let reading = &decision.reading;
        for (first, second) in [(0, 1), (2, 1), (3, 0)] {
            let pair = [VendorId(first), VendorId(second)];
            let asked = Asked { vendors: pair.to_vec(), ..Asked::default() };
            let reasons = build(&model, &decision, &asked);
            let explanation =
                explain_over(&reasons, pair[0], pair[1]).expect("both stand in the graph");
            let mut told = Vec::new();
            for statement in &explanation.statements {
                match &statement.says {
                    Says::Ballots { side, ballots, .. } => {
                        for vote in ballots {
                            let own = reading.standpoints[vote.stakeholder.index()]
                                .as_ref()
                                .expect("a ballot");
                            let ranks = pair.map(|id| own.ranks[id.index()]);
                            prop_assert_eq!(ranks, vote.ranks);
                            prop_assert_eq!(*side, match ranks[0].cmp(&ranks[1]) {
                                std::cmp::Ordering::Less => Side::For,
                                std::cmp::Ordering::Greater => Side::Against,
                                std::cmp::Ordering::Equal => Side::Level,
                            });
                            told.push(vote.stakeholder);
                        }
                    }
                    Says::Pivotal { voters, .. } => {
                        prop_assert!(is_ahead(&poll, pair[0], pair[1]));
                        for voter in 0..3 {
                            let mut without = poll.clone();
                            without.shares[voter] = 0;
                            prop_assert_eq!(
                                voters.contains(&StakeholderId(voter)),
                                !is_ahead(&without, pair[0], pair[1])
                            );
                        }
                    }
                    _ => {}
                }
            }
            told.sort();
            prop_assert_eq!(told, [0, 1, 2].map(StakeholderId));
            if rule == "borda" {
                for vendor in pair {
                    let credits = (0..3).map(|who| {
                        match reasons.graph.node(Fact::Ballot(StakeholderId(who), vendor)) {
                            Some(node) => match node.figure {
                                Figure::Ballot(ballot) => ballot.credit.unwrap_or(f64::NAN),
                                _ => f64::NAN,
                            },
                            None => f64::NAN,
                        }
                    });
                    let sum: f64 = credits.sum();
                    let score = reading.score(vendor).unwrap_or(f64::NAN);
                    prop_assert!((sum - score).abs() < 1e-9, "{sum} is not {score}");
                }
            }
        }
    }
}

#[test]
fn the_choice_of_a_vote_names_its_ballots_and_whom_it_hangs_on() {
    let poll = Poll {
        rule: "copeland",
        shares: [2, 1, 1],
        weights: [[8, 1, 1], [1, 8, 1], [1, 1, 8]],
        ratings: [[9, 2, 8], [4, 9, 4], [5, 5, 5], [1, 1, 1]],
    };
    let (model, decision) = decided(&poll);
    let reasons = build(&model, &decision, &Asked::default());
    let said: Vec<&str> =
        explain_choice(&reasons).statements.iter().map(|own| own.says.id()).collect();
    assert_eq!(
        said,
        ["chosen", "ballots-for", "ballots-against", "duels", "duels", "pivotal", "judgement"]
    );
}
