//! Stretches of a share where scores are linear in it: roots of lines, and of gates on groups.
//! Part of `stability`.

use crate::answer::pieces::{Line, Piece, chosen_pieces};
use crate::answer::stability::shares_at;
use crate::explore::robust::group_line::{gate_roots, has_group_gates};
use crate::explore::robust::stability::{
    BEYOND, Stretch, Swept, is_own_everywhere, newcomers, run_at,
};
use crate::method::matrix::Matrix;
use crate::model::id::VendorId;
use crate::reasons::basis::Basis;

/// Exact stretches; `None` where the field moves in a way that values follow.
pub fn exact(swept: &Swept<'_>, basis: &Basis, column: usize) -> Option<Vec<Stretch>> {
    if swept.reading.chosen.is_empty() || !swept.reading.tied.is_empty() {
        return Some(Vec::new());
    }
    let Some(start) = shares_at(&basis.shares, column, 0.0) else { return Some(Vec::new()) };
    let end = shares_at(&basis.shares, column, 1.0)?;
    // A tie that `tie-break` decides is not in the scores.
    let scores = basis.contest().scores();
    let is_ahead = |id: &VendorId| {
        swept.reading.row(*id).is_some_and(|row| basis.contest().is_chosen(row, &scores))
    };
    if !swept.reading.chosen.iter().all(is_ahead) {
        return None;
    }
    let mut cuts = vec![0.0, 1.0];
    if has_group_gates(swept.model) {
        // A field that changes may change its values, unless they are everybody's own.
        if !basis.is_value || !is_own_everywhere(swept) {
            return None;
        }
        cuts.extend(gate_roots(swept.base, &start, &end));
        cuts.sort_by(f64::total_cmp);
        cuts.dedup_by(|a, b| *a - *b < 1e-13);
    }
    let mut wanted = swept.reading.chosen.clone();
    wanted.sort_unstable();
    let mut stretches: Vec<Stretch> = Vec::new();
    for pair in cuts.windows(2) {
        let [from, to] = [pair[0], pair[1]];
        let (field, values) = field_at(swept, basis, column, from + (to - from) / 2.0)?;
        let segment = Segment { from, to, field: &field, tie: basis.tie };
        let lines = lines(&values, &start, &end);
        if !swept.model.tie_break.is_empty() && have_twins(&lines, basis.tie) {
            return None;
        }
        for stretch in segment.stretches(&lines, &wanted, swept.model.choose) {
            match stretches.last_mut() {
                Some(last) if last.high == stretch.low && last.high_rivals.is_empty() => {
                    last.high = stretch.high;
                    last.high_rivals = stretch.high_rivals;
                }
                _ => stretches.push(stretch),
            }
        }
    }
    name_who_takes_over(swept, column, &mut stretches);
    Some(stretches)
}

/// Who stands at a share, and the values of those; the basis itself where the field is today's.
fn field_at(
    swept: &Swept<'_>,
    basis: &Basis,
    column: usize,
    t: f64,
) -> Option<(Vec<VendorId>, Matrix)> {
    let standing = run_at(swept, column, t)?;
    if standing.field == swept.reading.field {
        return Some((standing.field, basis.values.clone()));
    }
    let values = swept.base.table(&standing.field).ok()?.values;
    Some((standing.field, values))
}

fn lines(values: &Matrix, start: &[f64], end: &[f64]) -> Vec<Line> {
    let at_zero = crate::answer::contest::scores(values, start);
    let at_one = crate::answer::contest::scores(values, end);
    at_zero.into_iter().zip(at_one).map(|(at_zero, at_one)| Line { at_zero, at_one }).collect()
}

/// Whether two vendors tie all along the line, so that only `tie-break` tells them apart.
fn have_twins(lines: &[Line], tie: f64) -> bool {
    let is_near = |a: f64, b: f64| (a - b).abs() <= 2.0 * tie;
    let mut pairs = lines
        .iter()
        .enumerate()
        .flat_map(|(idx, one)| lines[..idx].iter().map(move |other| (one, other)));
    pairs.any(|(a, b)| is_near(a.at_zero, b.at_zero) && is_near(a.at_one, b.at_one))
}

/// A part of the line over which the field stays.
struct Segment<'a> {
    from: f64,
    to: f64,
    field: &'a [VendorId],
    tie: f64,
}

impl Segment<'_> {
    /// Where exactly the wanted are chosen: where each of them is.
    fn stretches(&self, lines: &[Line], wanted: &[VendorId], choose: usize) -> Vec<Stretch> {
        let rows: Option<Vec<usize>> =
            wanted.iter().map(|id| self.field.binary_search(id).ok()).collect();
        let Some(rows) = rows else { return Vec::new() };
        // Where fewer stand than are wanted all of them are chosen, and then nobody else may be.
        if rows.len() != choose.min(self.field.len()) {
            return Vec::new();
        }
        let whole = Stretch {
            low: self.from,
            high: self.to,
            low_rivals: Vec::new(),
            high_rivals: Vec::new(),
        };
        let mut stretches = vec![whole];
        for row in rows {
            let pieces = chosen_pieces(lines, row, choose, self.tie);
            stretches = stretches.iter().flat_map(|open| self.cut(open, &pieces)).collect();
        }
        stretches
    }

    fn cut(&self, open: &Stretch, pieces: &[Piece]) -> Vec<Stretch> {
        let rival = |row: Option<usize>| row.map(|row| vec![self.field[row]]).unwrap_or_default();
        let mut kept = Vec::new();
        for piece in pieces {
            let mut stretch = open.clone();
            if piece.from > stretch.low {
                (stretch.low, stretch.low_rivals) = (piece.from, rival(piece.rival_below));
            }
            if piece.to < stretch.high {
                (stretch.high, stretch.high_rivals) = (piece.to, rival(piece.rival_above));
            }
            if stretch.low < stretch.high {
                kept.push(stretch);
            }
        }
        kept
    }
}

/// Whoever is chosen beyond an end takes over: all who tie there, and where a gate ends a stretch too.
fn name_who_takes_over(swept: &Swept<'_>, column: usize, stretches: &mut [Stretch]) {
    let beyond = |t: f64| newcomers(swept, run_at(swept, column, t).as_ref());
    for stretch in stretches {
        if stretch.low > 0.0 {
            let found = beyond((stretch.low - BEYOND).max(0.0));
            stretch.low_rivals = if found.is_empty() { stretch.low_rivals.clone() } else { found };
        }
        if stretch.high < 1.0 {
            let found = beyond((stretch.high + BEYOND).min(1.0));
            stretch.high_rivals =
                if found.is_empty() { stretch.high_rivals.clone() } else { found };
        }
    }
}
