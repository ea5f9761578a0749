//! What came out, in words: the choice, a verdict, failed gates, the grade of losing.

use crate::decide::decision::Verdict;
use crate::decide::gate_result::Barrier;
use crate::model::id::VendorId;
use crate::reasons::failing::Failing;
use crate::reasons::grade::Grade;
use crate::reasons::headline::headline;
use crate::reasons::statement::Says;
use crate::report::digits::{percent, plain};
use crate::report::view::barrier::{barrier, shortfall};
use crate::report::view::headline as first_screen;
use crate::report::view::scene::Scene;
use crate::report::words::list;

/// Who is chosen, that nobody is, who ties: the sentences of the first screen.
pub fn choice(scene: &Scene<'_>, says: &Says) -> String {
    let headline = headline(scene.reasons);
    match says {
        Says::Chosen { .. } => first_screen::chosen(scene, &headline),
        Says::Tied { .. } => first_screen::tied(scene, &headline),
        _ => first_screen::headline(scene, &headline).join(" "),
    }
}

/// What is said of one vendor.
pub fn vendor(scene: &Scene<'_>, says: &Says) -> String {
    match says {
        Says::Verdict { vendor, verdict, rank, score, field } => {
            let who = scene.vendor(*vendor);
            let start = match verdict {
                Verdict::Chosen => format!("{who} is chosen"),
                Verdict::Eligible if scene.reasons.decision.reading.tied.contains(vendor) => {
                    first_screen::tied_with(scene, *vendor)
                }
                Verdict::Eligible => format!("{who} is eligible but not chosen"),
                Verdict::Rejected => format!("{who} is rejected"),
                Verdict::Excluded => format!("{who} is excluded"),
            };
            let rank = rank.map(|rank| format!(", rank {rank} of {field}"));
            let score = score.map(|score| format!(" with a score of {}", scene.score(score)));
            format!("{start}{}{}.", rank.unwrap_or_default(), score.unwrap_or_default())
        }
        Says::Excluded { vendor, because } => match because {
            Some(because) => format!("{} is out of the running: {because}.", scene.vendor(*vendor)),
            None => format!("{} is out of the running by decision.", scene.vendor(*vendor)),
        },
        Says::Fails(failing) => fails(scene, failing),
        Says::WouldRank { vendor, rank, score } => {
            let score = score.map(|score| format!(" with a score of {}", scene.score(score)));
            let who = scene.vendor(*vendor);
            format!("If it passed, {who} would rank {rank}{}.", score.unwrap_or_default())
        }
        Says::Passes { vendor, gates, narrowest } => {
            let all =
                if *gates == 1 { "its gate".to_owned() } else { format!("all {gates} gates") };
            let narrowest = narrowest.map(|(criterion, margin)| {
                let margin = match scene.model().criterion(criterion).leaf() {
                    Some(_) => plain(margin),
                    None => percent(margin),
                };
                format!("; the narrowest is {}, by {margin}", scene.criterion(criterion))
            });
            format!("{} passes {all}{}.", scene.vendor(*vendor), narrowest.unwrap_or_default())
        }
        Says::Loses { vendor, grade, rival } => loses(scene, *vendor, grade, *rival),
        _ => String::new(),
    }
}

fn fails(scene: &Scene<'_>, failing: &Failing) -> String {
    let evaluation = &scene.reasons.decision.reading;
    let mut results = evaluation.gates[failing.vendor.index()].iter();
    let Some(result) = results.find(|result| result.barrier == failing.barrier) else {
        return String::new();
    };
    let view = barrier(scene.model(), evaluation, failing.vendor, result);
    let short = shortfall(scene.model(), result).map(|short| format!(" ({short})"));
    let who = scene.vendor(failing.vendor);
    let because = failing.because.as_ref().map(|because| format!(", because {because}"));
    let claims: Vec<String> =
        failing.evidence.iter().map(|id| format!("`{}`", scene.model().claim(*id).name)).collect();
    let evidence = match (claims.is_empty(), failing.barrier) {
        (false, _) => format!(" Evidence: {}.", list(&claims)),
        (true, Barrier::Gate(_)) if failing.rating.is_some() => {
            " The rating is judgement.".to_owned()
        }
        (true, _) => String::new(),
    };
    format!(
        "{who}: {}{}{}.{evidence}",
        view.sentence,
        short.unwrap_or_default(),
        because.unwrap_or_default()
    )
}

fn loses(scene: &Scene<'_>, vendor: VendorId, grade: &Grade, rival: Option<VendorId>) -> String {
    let who = scene.vendor(vendor);
    match grade {
        Grade::Gate => format!("{who} fails a gate."),
        Grade::Dominated { by } => {
            let (is, others) = (if by.len() == 1 { "is" } else { "are" }, scene.vendors(by));
            format!(
                "{others} {is} at least as good as {who} on every criterion and better on one: \
                 no weights can help."
            )
        }
        Grade::NeverBest { mixes } => {
            let mix = mixes.first().map(|mix| {
                if let [(alone, _)] = mix.as_slice() {
                    return format!(
                        ": {} is at least as good on every criterion",
                        scene.vendor(*alone)
                    );
                }
                let parts: Vec<String> = mix
                    .iter()
                    .map(|(id, part)| format!("{} {}", percent(*part), scene.vendor(*id)))
                    .collect();
                format!(": a mix of {} is at least as good on every criterion", list(&parts))
            });
            format!("No weights at all make {who} chosen{}.", mix.unwrap_or_default())
        }
        Grade::Far { nearest: Some(nearest) } => format!(
            "Only other weights make {who} chosen: the nearest move {} of the whole.",
            percent(nearest.moved)
        ),
        Grade::Far { nearest: None } => {
            let rival = rival.map_or("others", |rival| scene.vendor(rival));
            format!("{who} is behind {rival}.")
        }
        Grade::Close => {
            let line = plain(scene.model().close_call);
            format!("It is a close call: {who} is behind by less than {line}.")
        }
    }
}
