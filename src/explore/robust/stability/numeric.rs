//! Stretches of a share where nothing is exact: steps, and halvings where the choice changes.
//! Part of `stability`.

use crate::explore::robust::part::Stop;
use crate::explore::robust::stability::{BEYOND, Stretch, Swept, newcomers, run_at};

/// Steps of the search where nothing is exact: 1/200.
const STEPS: u32 = 200;
/// Halvings of a step: below 1e-12.
const HALVINGS: u32 = 34;

/// Steps through the line and halves every step across which the choice changes; `None` where
/// stopped.
pub fn numeric(swept: &Swept<'_>, column: usize, stop: Stop<'_>) -> Option<Vec<Stretch>> {
    if swept.reading.chosen.is_empty() || !swept.reading.tied.is_empty() {
        return Some(Vec::new());
    }
    let mut wanted = swept.reading.chosen.clone();
    wanted.sort_unstable();
    let is_kept = |t: f64| {
        run_at(swept, column, t).is_some_and(|standing| {
            let mut chosen = standing.chosen;
            chosen.sort_unstable();
            chosen == wanted && standing.tied.is_empty()
        })
    };
    let share = swept.base.shares()[column];
    let mut points: Vec<f64> = (0..=STEPS).map(|step| f64::from(step) / f64::from(STEPS)).collect();
    points.push(share);
    points.sort_by(f64::total_cmp);
    points.dedup();
    let tried = points.iter().map(|point| (!stop.is_asked()).then(|| is_kept(*point)));
    let kept: Vec<bool> = tried.collect::<Option<_>>()?;
    if !kept.iter().any(|kept| *kept) {
        return Some(Vec::new());
    }
    let mut stretches = Vec::new();
    let mut open = kept[0].then_some((0.0, Vec::new()));
    for at in 1..points.len() {
        if kept[at] == kept[at - 1] {
            continue;
        }
        let (mut inside, mut outside) = (points[at], points[at - 1]);
        if kept[at - 1] {
            std::mem::swap(&mut inside, &mut outside);
        }
        let far = outside;
        for _ in 0..HALVINGS {
            if stop.is_asked() {
                return None;
            }
            let middle = inside + (outside - inside) / 2.0;
            if is_kept(middle) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        let beyond = outside + (far - outside).clamp(-BEYOND, BEYOND);
        let there = if is_kept(beyond) { outside } else { beyond };
        let rivals = newcomers(swept, run_at(swept, column, there).as_ref());
        match open.take() {
            Some((low, low_rivals)) => {
                stretches.push(Stretch { low, high: inside, low_rivals, high_rivals: rivals });
            }
            None => open = Some((inside, rivals)),
        }
    }
    if let Some((low, low_rivals)) = open {
        stretches.push(Stretch { low, high: 1.0, low_rivals, high_rivals: Vec::new() });
    }
    Some(stretches)
}
