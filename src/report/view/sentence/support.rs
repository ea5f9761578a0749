//! Whom it rests on, in words: origins, echoes, contradictions, judgement.

use crate::reasons::statement::Says;
use crate::report::view::scene::Scene;
use crate::report::words::count;

/// How many judgements are named before the rest is counted.
const NAMED: usize = 3;

/// What is said about the origins.
pub fn support(scene: &Scene<'_>, says: &Says) -> String {
    let model = scene.model();
    match says {
        Says::SingleOrigin { source, claims } => format!(
            "All its evidence ({}) has one origin: {}.",
            count(claims.len(), "claim"),
            scene.source(*source)
        ),
        Says::Echoed { claim, origin, outlets } => {
            let (claim, origin) = (&model.claim(*claim).name, scene.source(*origin));
            match outlets {
                1 => format!("`{claim}` rests on one report: {origin}."),
                _ => format!("`{claim}` has {outlets} outlets and one origin: {origin}."),
            }
        }
        Says::Contradicted { first, second } => format!(
            "`{}` and `{}` cannot both hold; both are kept.",
            model.claim(*first).name,
            model.claim(*second).name
        ),
        Says::Judgement { judged, of } => {
            let named: Vec<String> = judged
                .iter()
                .take(NAMED)
                .map(|(vendor, criterion)| {
                    format!("{} of {}", scene.criterion(*criterion), scene.vendor(*vendor))
                })
                .collect();
            let rest = judged.len() - named.len();
            let more = if rest > 0 { format!(" and {rest} more") } else { String::new() };
            let ratings = count(*of, "rating");
            let is = if judged.len() == 1 { "is" } else { "are" };
            format!(
                "{} of {ratings} behind it {is} judgement: {}{more}.",
                judged.len(),
                named.join(", ")
            )
        }
        _ => String::new(),
    }
}
