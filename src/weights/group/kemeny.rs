//! Kemeny's order: the one that contradicts the ballots least, pair by pair.
//! Exact up to twelve vendors; beyond, exact group by group where majorities separate the groups,
//! and improved step by step with a stated bound where they do not.

use crate::weights::group::ballots::Tally;
use crate::weights::group::tournament::separate;

/// Vendors up to which every order is weighed.
pub const EXACT_UP_TO: usize = 12;

/// How many of the optimal orders are listed.
pub const LISTED: usize = 64;

/// What Kemeny's rule answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Consensus {
    /// Orders of least distance found, best vendor first, in lexicographic order: all of them up to
    /// twelve vendors and [`LISTED`] orders, else one.
    pub orders: Vec<Vec<usize>>,
    /// One place for each vendor, the smaller the better: its mean place over all optimal orders up
    /// to twelve vendors; beyond, its place in the one order, shared by neighbours that tie.
    pub places: Vec<f64>,
    /// Weight of ballots that an order contradicts, summed over pairs.
    pub distance: f64,
    /// No order is nearer than this; equal to `distance` where the order is proven optimal.
    pub bound: f64,
}

/// The orders with the least Σ over pairs (a before b) of the weight of ballots with b before a; a
/// ballot that ties a pair contradicts neither.
///
/// Kemeny, J. G. (1959). Mathematics without numbers. Daedalus, 88(4), 577–591. By dynamic
/// programming over sets of vendors already placed: Betzler, N., et al. (2009). Fixed-parameter
/// algorithms for Kemeny rankings. Theoretical Computer Science, 410(45), 4554–4570. Separation by
/// majorities: Truchon, M. (1998). An extension of the Condorcet criterion and Kemeny orders.
pub fn consensus(tally: &Tally) -> Consensus {
    let vendors: Vec<usize> = (0..tally.vendors()).collect();
    if vendors.len() <= EXACT_UP_TO {
        let lattice = Lattice::weigh(tally, &vendors);
        let distance = lattice.rest[0];
        let orders = lattice.orders(LISTED);
        return Consensus { orders, places: lattice.mean_places(), distance, bound: distance };
    }
    let mut order = Vec::new();
    let mut slack = 0.0;
    for group in separate(tally) {
        if group.len() <= EXACT_UP_TO {
            let lattice = Lattice::weigh(tally, &group);
            order.extend(lattice.orders(1).into_iter().flatten());
        } else {
            let improved = improve(tally, &group);
            slack += distance(tally, &improved) - least_by_pairs(tally, &improved);
            order.extend(improved);
        }
    }
    let distance = distance(tally, &order);
    let places = shared_places(tally, &order);
    Consensus { orders: vec![order], places, distance, bound: distance - slack }
}

/// The weight of the ballots that an order contradicts, summed over its pairs.
pub fn distance(tally: &Tally, order: &[usize]) -> f64 {
    pairs(order).map(|(first, second)| tally.before(second, first)).sum()
}

/// What no order of these vendors can avoid: the minority of each pair.
fn least_by_pairs(tally: &Tally, order: &[usize]) -> f64 {
    pairs(order)
        .map(|(first, second)| tally.before(first, second).min(tally.before(second, first)))
        .sum()
}

fn pairs(order: &[usize]) -> impl Iterator<Item = (usize, usize)> + '_ {
    order.iter().enumerate().flat_map(move |(place, &first)| {
        order[place + 1..].iter().map(move |&second| (first, second))
    })
}

/// Every set of vendors placed first, and what the best order of the rest still costs.
struct Lattice<'tally> {
    tally: &'tally Tally,
    vendors: Vec<usize>,
    rest: Vec<f64>,
}

impl<'tally> Lattice<'tally> {
    fn weigh(tally: &'tally Tally, vendors: &[usize]) -> Self {
        let full = 1_usize << vendors.len();
        let vendors = vendors.to_vec();
        let mut lattice = Self { tally, vendors, rest: vec![0.0; full] };
        for placed in (0..full - 1).rev() {
            let costs = lattice.left(placed).map(|next| lattice.cost_by(placed, next));
            lattice.rest[placed] = costs.fold(f64::INFINITY, f64::min);
        }
        lattice
    }

    /// Positions of vendors not yet placed.
    fn left(&self, placed: usize) -> impl Iterator<Item = usize> + use<> {
        (0..self.vendors.len()).filter(move |next| placed & (1 << next) == 0)
    }

    /// What the rest costs if `next` comes first among it.
    fn cost_by(&self, placed: usize, next: usize) -> f64 {
        let after = self.left(placed).filter(|&other| other != next);
        let own: f64 =
            after.map(|other| self.tally.before(self.vendors[other], self.vendors[next])).sum();
        own + self.rest[placed | (1 << next)]
    }

    /// Positions that may come next in an optimal order.
    fn optimal(&self, placed: usize) -> Vec<usize> {
        let limit = self.rest[placed] + self.tally.tolerance();
        self.left(placed).filter(|&next| self.cost_by(placed, next) <= limit).collect()
    }

    /// Up to `limit` optimal orders, in lexicographic order.
    fn orders(&self, limit: usize) -> Vec<Vec<usize>> {
        let mut orders = Vec::new();
        let mut waiting = vec![(0_usize, Vec::new())];
        while let Some((placed, order)) = waiting.pop() {
            if order.len() == self.vendors.len() {
                orders.push(order);
                if orders.len() == limit {
                    break;
                }
                continue;
            }
            for next in self.optimal(placed).into_iter().rev() {
                let mut longer = order.clone();
                longer.push(self.vendors[next]);
                waiting.push((placed | (1 << next), longer));
            }
        }
        orders
    }

    /// The mean place of each vendor over all optimal orders, by counting the ways through each step.
    fn mean_places(&self) -> Vec<f64> {
        let full = self.rest.len();
        let steps: Vec<Vec<usize>> = (0..full).map(|placed| self.optimal(placed)).collect();
        let mut ahead = vec![0.0; full];
        ahead[full - 1] = 1.0;
        for placed in (0..full - 1).rev() {
            ahead[placed] = steps[placed].iter().map(|next| ahead[placed | (1 << next)]).sum();
        }
        let mut behind = vec![0.0; full];
        behind[0] = 1.0;
        let mut sums = vec![0.0; self.vendors.len()];
        for placed in 0..full - 1 {
            let place = f64::from(placed.count_ones() + 1);
            for &next in &steps[placed] {
                let reached = placed | (1 << next);
                behind[reached] += behind[placed];
                sums[next] += place * behind[placed] * ahead[reached];
            }
        }
        sums.iter().map(|sum| sum / ahead[0]).collect()
    }
}

/// From the order of majorities won within the group, moves single vendors while that helps.
fn improve(tally: &Tally, group: &[usize]) -> Vec<usize> {
    let won = |own: usize| group.iter().filter(|&&other| tally.is_majority(own, other)).count();
    let mut order = group.to_vec();
    order.sort_by_key(|&vendor| (std::cmp::Reverse(won(vendor)), vendor));
    // Each move lessens the distance by more than rounding, so this ends; the cap bounds the time.
    for _ in 0..group.len() {
        let mut moved = false;
        for &vendor in group {
            moved |= move_to_best(tally, &mut order, vendor);
        }
        if !moved {
            break;
        }
    }
    order
}

/// Moves one vendor to where it contradicts the ballots least.
fn move_to_best(tally: &Tally, order: &mut Vec<usize>, vendor: usize) -> bool {
    let Some(from) = order.iter().position(|&other| other == vendor) else { return false };
    // What passing a neighbour adds when the vendor moves towards the end, or to the front.
    let cost = |other: usize| tally.before(other, vendor) - tally.before(vendor, other);
    let mut best = (0.0, from);
    let mut change = 0.0;
    for to in from + 1..order.len() {
        change -= cost(order[to]);
        if change < best.0 - tally.tolerance() {
            best = (change, to);
        }
    }
    change = 0.0;
    for to in (0..from).rev() {
        change += cost(order[to]);
        if change < best.0 - tally.tolerance() {
            best = (change, to);
        }
    }
    order.remove(from);
    order.insert(best.1, vendor);
    best.1 != from
}

/// Places 1, 2.5, 2.5, 4 of an order in which neighbours share a place where no pair among them has
/// a majority.
fn shared_places(tally: &Tally, order: &[usize]) -> Vec<f64> {
    let is_tied = |first: usize, second: usize| {
        !tally.is_majority(first, second) && !tally.is_majority(second, first)
    };
    let mut places = vec![0.0; order.len()];
    let mut start = 0;
    while start < order.len() {
        let mut end = start + 1;
        while end < order.len() && order[start..end].iter().all(|&own| is_tied(own, order[end])) {
            end += 1;
        }
        for &vendor in &order[start..end] {
            places[vendor] = (start + 1 + end) as f64 / 2.0;
        }
        start = end;
    }
    places
}
