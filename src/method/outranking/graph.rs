//! A crisp outranking relation between vendors, and what its cycles come to.
//! ELECTRE I looks for its kernel in one, ELECTRE II peels two of them.

use crate::method::outcome::Relation;

/// Which vendor outranks which; n² bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct Graph {
    vendors: usize,
    edges: Vec<bool>,
}

impl Graph {
    /// The relation in which nobody outranks anybody.
    pub fn empty(vendors: usize) -> Self {
        Self { vendors, edges: vec![false; vendors * vendors] }
    }

    /// How many vendors.
    pub fn vendors(&self) -> usize {
        self.vendors
    }

    /// Whom one vendor outranks.
    pub fn outranked_by(&self, first: usize) -> &[bool] {
        &self.edges[first * self.vendors..(first + 1) * self.vendors]
    }

    /// The same, to be written.
    pub fn outranked_by_mut(&mut self, first: usize) -> &mut [bool] {
        &mut self.edges[first * self.vendors..(first + 1) * self.vendors]
    }

    /// Whether the first outranks the second.
    pub fn outranks(&self, first: usize, second: usize) -> bool {
        self.outranked_by(first)[second]
    }

    /// The relation turned round.
    pub fn reversed(&self) -> Self {
        let mut reversed = Self::empty(self.vendors);
        for first in 0..self.vendors {
            for second in 0..self.vendors {
                reversed.edges[second * self.vendors + first] = self.outranks(first, second);
            }
        }
        reversed
    }

    /// How every vendor stands to every other; each is indifferent to itself.
    pub fn relations(&self) -> Vec<Vec<Relation>> {
        let relation = |first, second| match (self.outranks(first, second), first == second) {
            (_, true) => Relation::Indifferent,
            (true, _) if self.outranks(second, first) => Relation::Indifferent,
            (true, _) => Relation::Preferred,
            (false, _) if self.outranks(second, first) => Relation::Worse,
            (false, _) => Relation::Incomparable,
        };
        let row = |first| (0..self.vendors).map(|second| relation(first, second)).collect();
        (0..self.vendors).map(row).collect()
    }

    /// Those of `members` whom no member outranks from outside their own cycle, in rising order.
    /// A cycle counts as one vendor, so somebody always leads.
    pub fn leaders(&self, members: &[usize]) -> Vec<usize> {
        let cycles = self.cycles(members);
        let mut led = vec![false; self.vendors];
        for &first in members {
            for &second in members {
                if self.outranks(first, second) && cycles[first] != cycles[second] {
                    led[cycles[second]] = true;
                }
            }
        }
        let mut leaders: Vec<usize> =
            members.iter().copied().filter(|&member| !led[cycles[member]]).collect();
        leaders.sort_unstable();
        leaders
    }

    /// For each member a number that it shares with exactly those it forms a cycle with: the
    /// strongly connected components of the relation among members.
    ///
    /// Source: Sharir, M. (1981). A strong-connectivity algorithm and its applications in data
    /// flow analysis. Computers & Mathematics with Applications, 7(1), 67–72.
    fn cycles(&self, members: &[usize]) -> Vec<usize> {
        let mut seen = vec![false; self.vendors];
        let mut finished = Vec::with_capacity(members.len());
        for &root in members {
            let edge = |from, to| self.outranks(from, to);
            finished.extend(walk(root, members, &mut seen, edge));
        }
        let mut cycles = vec![usize::MAX; self.vendors];
        let mut seen = vec![false; self.vendors];
        for &root in finished.iter().rev() {
            let edge = |from, to| self.outranks(to, from);
            for member in walk(root, members, &mut seen, edge) {
                cycles[member] = root;
            }
        }
        cycles
    }
}

/// Walks depth first from a root over members not yet seen; gives them as they are left.
fn walk(
    root: usize,
    members: &[usize],
    seen: &mut [bool],
    edge: impl Fn(usize, usize) -> bool,
) -> Vec<usize> {
    let mut left = Vec::new();
    if seen[root] {
        return left;
    }
    seen[root] = true;
    let mut path = vec![(root, 0)];
    while let Some(&mut (from, ref mut place)) = path.last_mut() {
        let next = members[*place..].iter().position(|&to| !seen[to] && edge(from, to));
        match next {
            Some(steps) => {
                let to = members[*place + steps];
                *place += steps + 1;
                seen[to] = true;
                path.push((to, 0));
            }
            None => {
                left.push(from);
                path.pop();
            }
        }
    }
    left
}

#[cfg(test)]
mod tests {
    use super::Graph;
    use proptest::prelude::{any, proptest};

    fn graph(vendors: usize, edges: &[(usize, usize)]) -> Graph {
        let mut graph = Graph::empty(vendors);
        for &(first, second) in edges {
            graph.outranked_by_mut(first)[second] = true;
        }
        graph
    }

    #[test]
    fn a_cycle_leads_as_one() {
        let graph = graph(4, &[(0, 1), (1, 2), (2, 0), (2, 3)]);
        assert_eq!(graph.leaders(&[0, 1, 2, 3]), [0, 1, 2]);
        assert_eq!(graph.leaders(&[0, 1, 3]), [0, 3], "without 2 the cycle is broken");
    }

    proptest! {
        #[test]
        fn leaders_are_those_whose_every_outranker_they_reach(
            bits in proptest::collection::vec(any::<bool>(), 49),
        ) {
            let edges: Vec<_> =
                (0..49).filter(|&at| bits[at] && at % 8 != 0).map(|at| (at / 7, at % 7)).collect();
            let graph = graph(7, &edges);
            let mut reaches: Vec<Vec<bool>> =
                (0..7).map(|a| (0..7).map(|b| a == b || graph.outranks(a, b)).collect()).collect();
            for via in 0..7 {
                for a in 0..7 {
                    for b in 0..7 {
                        reaches[a][b] = reaches[a][b] || (reaches[a][via] && reaches[via][b]);
                    }
                }
            }
            let expected: Vec<usize> =
                (0..7).filter(|&b| (0..7).all(|a| !reaches[a][b] || reaches[b][a])).collect();
            assert_eq!(graph.leaders(&[0, 1, 2, 3, 4, 5, 6]), expected);
        }
    }
}
