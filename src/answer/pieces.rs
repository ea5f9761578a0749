//! Scores that move along a line: break points, who leads where, and where a vendor is chosen.
//! Under one-weight sweeps and one-at-a-time changes of a weighted sum.

/// A score that is linear in t.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// The score at t = 0.
    pub at_zero: f64,
    /// The score at t = 1.
    pub at_one: f64,
}

impl Line {
    /// The score at t.
    pub fn at(self, t: f64) -> f64 {
        self.at_zero + t * (self.at_one - self.at_zero)
    }
}

/// A stretch of the line where a vendor is chosen; open at an end that names a rival.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// Lower end.
    pub from: f64,
    /// Upper end.
    pub to: f64,
    /// Who takes the place below `from`; `None` at the end of the line.
    pub rival_below: Option<usize>,
    /// Who takes the place above `to`; `None` at the end of the line.
    pub rival_above: Option<usize>,
}

/// A stretch of the line with one leader.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reign {
    /// Lower end.
    pub from: f64,
    /// Upper end.
    pub to: f64,
    /// Who has the highest score; of equals the first.
    pub leader: usize,
}

/// Roots closer than this are one root.
const SAME: f64 = 1e-13;

/// Who overtakes within this of an end is taken for overtaking at it: rivals that meet in one point
/// cross the tie tolerance one after another.
const NEAR: f64 = 1e-6;

/// Where in [0, 1] a vendor is safely chosen: fewer than `choose` rivals are ahead of it or tied.
///
/// The lead over rival b is D_b(t) = D_b(0) + t (D_b(1) − D_b(0)); it crosses the tie tolerance
/// at t* = (tie − D_b(0)) / (D_b(1) − D_b(0)). Between neighbouring roots nothing changes, so
/// counting once per gap is exact.
pub fn chosen_pieces(lines: &[Line], vendor: usize, choose: usize, tie: f64) -> Vec<Piece> {
    let mut roots: Vec<(f64, usize)> = Vec::new();
    for rival in (0..lines.len()).filter(|rival| *rival != vendor) {
        let at_zero = lines[vendor].at_zero - lines[rival].at_zero;
        let at_one = lines[vendor].at_one - lines[rival].at_one;
        if (at_zero > tie) != (at_one > tie) {
            roots.push(((tie - at_zero) / (at_one - at_zero), rival));
        }
    }
    roots.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let mut is_beaten: Vec<bool> =
        lines.iter().map(|line| lines[vendor].at_zero - line.at_zero > tie).collect();
    is_beaten[vendor] = true;
    let mut unbeaten = is_beaten.iter().filter(|beaten| !**beaten).count();
    let mut pieces = Vec::new();
    let mut open: Option<(f64, Option<usize>)> = (unbeaten < choose).then_some((0.0, None));
    let mut idx = 0;
    while idx < roots.len() {
        let here = roots[idx].0;
        let crossing: Vec<usize> = roots[idx..]
            .iter()
            .take_while(|root| root.0 - here <= SAME)
            .map(|root| root.1)
            .collect();
        idx += crossing.len();
        let losing = crossing.iter().copied().find(|&rival| is_beaten[rival]);
        let gaining = crossing.iter().copied().find(|&rival| !is_beaten[rival]);
        // On the root itself everyone who crosses is tied.
        let tied = unbeaten + crossing.iter().filter(|&&rival| is_beaten[rival]).count();
        for &rival in &crossing {
            unbeaten = if is_beaten[rival] { unbeaten + 1 } else { unbeaten - 1 };
            is_beaten[rival] = !is_beaten[rival];
        }
        if tied >= choose
            && let Some((from, rival_below)) = open.take()
        {
            push(&mut pieces, Piece { from, to: here, rival_below, rival_above: losing });
        }
        if unbeaten < choose && open.is_none() {
            open = Some((here, gaining));
        }
    }
    if let Some((from, rival_below)) = open {
        push(&mut pieces, Piece { from, to: 1.0, rival_below, rival_above: None });
    }
    for piece in &mut pieces {
        let crossing = |from: f64, to: f64| -> Vec<usize> {
            let near = roots.iter().filter(|root| from <= root.0 && root.0 <= to);
            near.map(|root| root.1).collect()
        };
        if let Some(rival) = &mut piece.rival_below {
            let beyond = (piece.from - NEAR).max(0.0);
            *rival = first_at(lines, vendor, beyond, *rival, &crossing(beyond, piece.from));
        }
        if let Some(rival) = &mut piece.rival_above {
            let beyond = (piece.to + NEAR).min(1.0);
            *rival = first_at(lines, vendor, beyond, *rival, &crossing(piece.to, beyond));
        }
    }
    pieces
}

/// Of those who overtake a vendor about an end the first just beyond it; of equals the one named.
fn first_at(lines: &[Line], vendor: usize, t: f64, named: usize, others: &[usize]) -> usize {
    let score = |row: usize| lines[row].at(t);
    let ahead = others.iter().copied().filter(|&other| score(other) > score(vendor));
    ahead.fold(named, |first, other| if score(other) > score(first) { other } else { first })
}

/// A stretch without length is a tie, not a place where the vendor is chosen.
fn push(pieces: &mut Vec<Piece>, piece: Piece) {
    if piece.to - piece.from > SAME || piece.rival_below.is_none() && piece.rival_above.is_none() {
        pieces.push(piece);
    }
}

/// Who leads where in [0, 1]: the upper envelope of the lines, by the slope order of the convex
/// hull trick. O(n log n).
pub fn upper_envelope(lines: &[Line]) -> Vec<Reign> {
    let slope = |vendor: usize| lines[vendor].at_one - lines[vendor].at_zero;
    let mut order: Vec<usize> = (0..lines.len()).collect();
    order.sort_by(|&a, &b| {
        slope(a)
            .total_cmp(&slope(b))
            .then(lines[b].at_zero.total_cmp(&lines[a].at_zero))
            .then(a.cmp(&b))
    });
    order.dedup_by(|later, kept| slope(*later) == slope(*kept));
    let meet = |a: usize, b: usize| (lines[a].at_zero - lines[b].at_zero) / (slope(b) - slope(a));
    let mut hull: Vec<usize> = Vec::new();
    for vendor in order {
        while let Some(&last) = hull.last() {
            let is_hidden = match hull.len().checked_sub(2).map(|idx| hull[idx]) {
                Some(before) => meet(before, vendor) <= meet(before, last),
                None => false,
            };
            if !is_hidden {
                break;
            }
            hull.pop();
        }
        hull.push(vendor);
    }
    let mut reigns = Vec::new();
    for (idx, &leader) in hull.iter().enumerate() {
        let from = if idx == 0 { 0.0 } else { meet(hull[idx - 1], leader).max(0.0) };
        let to = hull.get(idx + 1).map_or(1.0, |&next| meet(leader, next).min(1.0));
        if to > from {
            reigns.push(Reign { from, to, leader });
        }
    }
    reigns
}

#[cfg(test)]
mod tests {
    use super::{Line, chosen_pieces, upper_envelope};

    const LINES: [Line; 3] = [
        Line { at_zero: 1.0, at_one: 0.0 },
        Line { at_zero: 0.0, at_one: 1.0 },
        Line { at_zero: 0.6, at_one: 0.6 },
    ];

    #[test]
    fn the_flat_line_leads_in_the_middle() {
        let leaders: Vec<usize> = upper_envelope(&LINES).iter().map(|reign| reign.leader).collect();
        assert_eq!(leaders, vec![0, 2, 1]);
        let pieces = chosen_pieces(&LINES, 2, 1, 0.0);
        assert_eq!(pieces.len(), 1);
        assert!((pieces[0].from - 0.4).abs() < 1e-12 && (pieces[0].to - 0.6).abs() < 1e-12);
        assert_eq!((pieces[0].rival_below, pieces[0].rival_above), (Some(0), Some(1)));
    }

    #[test]
    fn with_two_places_the_falling_line_is_chosen_up_to_the_last_overtaking() {
        let pieces = chosen_pieces(&LINES, 0, 2, 0.0);
        assert_eq!(pieces.len(), 1);
        assert!((pieces[0].to - 0.5).abs() < 1e-12);
        assert_eq!(pieces[0].rival_above, Some(1));
    }
}
