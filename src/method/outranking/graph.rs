//! A crisp outranking relation between vendors, and what its cycles come to.
//! ELECTRE I looks for its kernel in one, ELECTRE II peels two of them.

use crate::method::outcome::Relation;

/// Vendors, or edges to them, as one bit each.
type Bits = u64;

/// Which vendor outranks which; a quarter of n² bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct Graph {
    vendors: usize,
    /// Whom each vendor outranks, and who outranks it.
    edges: [Table; 2],
}

impl Graph {
    /// The relation in which nobody outranks anybody.
    pub fn empty(vendors: usize) -> Self {
        Self { vendors, edges: [Table::empty(vendors), Table::empty(vendors)] }
    }

    /// How many vendors.
    pub fn vendors(&self) -> usize {
        self.vendors
    }

    /// Lets the first outrank the second.
    pub fn add(&mut self, first: usize, second: usize) {
        let [down, up] = &mut self.edges;
        insert(down.row_mut(first), second);
        insert(up.row_mut(second), first);
    }

    /// Whom one vendor outranks, in rising order.
    pub fn outranked_by(&self, first: usize) -> impl Iterator<Item = usize> {
        members(self.edges[0].row(first))
    }

    /// Whether anybody outranks a vendor.
    pub fn is_outranked(&self, second: usize) -> bool {
        self.edges[1].row(second).iter().any(|&bits| bits != 0)
    }

    /// Whether the first outranks the second.
    pub fn outranks(&self, first: usize, second: usize) -> bool {
        contains(self.edges[0].row(first), second)
    }

    /// The relation turned round.
    #[must_use]
    pub fn reversed(self) -> Self {
        let [down, up] = self.edges;
        Self { vendors: self.vendors, edges: [up, down] }
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
    ///
    /// Cycles are the strongly connected components of the relation among members.
    ///
    /// Source: Sharir, M. (1981). A strong-connectivity algorithm and its applications in data
    /// flow analysis. Computers & Mathematics with Applications, 7(1), 67–72.
    pub fn leaders(&self, members: &[usize]) -> Vec<usize> {
        let mut all = vec![0; self.edges[0].width];
        members.iter().for_each(|&member| insert(&mut all, member));
        let (mut unseen, mut finished) = (all.clone(), Vec::with_capacity(members.len()));
        for &root in members {
            walk(root, &self.edges[0], &mut unseen, &mut finished);
        }
        let (mut unseen, mut leaders) = (all.clone(), Vec::new());
        for &root in finished.iter().rev() {
            // What is walked against the edges and was not seen before is the cycle of its root.
            let (before, from) = (unseen.clone(), leaders.len());
            walk(root, &self.edges[1], &mut unseen, &mut leaders);
            let is_led = leaders[from..].iter().any(|&member| {
                let outrankers = self.edges[1].row(member).iter().zip(&all);
                let cycle = before.iter().zip(&unseen);
                outrankers
                    .zip(cycle)
                    .any(|((row, all), (before, after))| row & all & !(before & !after) != 0)
            });
            if is_led {
                leaders.truncate(from);
            }
        }
        leaders.sort_unstable();
        leaders
    }
}

/// A row of bits for each vendor.
#[derive(Debug, Clone, PartialEq)]
struct Table {
    /// Words in a row.
    width: usize,
    words: Vec<Bits>,
}

impl Table {
    fn empty(vendors: usize) -> Self {
        let width = vendors.div_ceil(Bits::BITS as usize);
        Self { width, words: vec![0; vendors * width] }
    }

    fn row(&self, vendor: usize) -> &[Bits] {
        &self.words[vendor * self.width..(vendor + 1) * self.width]
    }

    fn row_mut(&mut self, vendor: usize) -> &mut [Bits] {
        &mut self.words[vendor * self.width..(vendor + 1) * self.width]
    }
}

/// Walks depth first from a root over vendors not yet seen; appends them to `left` as they are left.
fn walk(root: usize, edges: &Table, unseen: &mut [Bits], left: &mut Vec<usize>) {
    if !contains(unseen, root) {
        return;
    }
    remove(unseen, root);
    let mut path = vec![root];
    while let Some(&from) = path.last() {
        let next = edges.row(from).iter().zip(&*unseen).map(|(row, unseen)| row & unseen);
        match next.enumerate().find(|&(_, bits)| bits != 0) {
            Some((word, bits)) => {
                let to = word * Bits::BITS as usize + bits.trailing_zeros() as usize;
                remove(unseen, to);
                path.push(to);
            }
            None => left.extend(path.pop()),
        }
    }
}

fn split(vendor: usize) -> (usize, Bits) {
    (vendor / Bits::BITS as usize, 1 << (vendor % Bits::BITS as usize))
}

fn contains(words: &[Bits], vendor: usize) -> bool {
    let (word, bit) = split(vendor);
    words[word] & bit != 0
}

fn insert(words: &mut [Bits], vendor: usize) {
    let (word, bit) = split(vendor);
    words[word] |= bit;
}

fn remove(words: &mut [Bits], vendor: usize) {
    let (word, bit) = split(vendor);
    words[word] &= !bit;
}

fn members(words: &[Bits]) -> impl Iterator<Item = usize> {
    let of_word = |(word, &bits): (usize, &Bits)| {
        let rest = std::iter::successors(Some(bits), |bits| Some(bits & bits.wrapping_sub(1)));
        rest.take_while(|&bits| bits != 0)
            .map(move |bits| word * Bits::BITS as usize + bits.trailing_zeros() as usize)
    };
    words.iter().enumerate().flat_map(of_word)
}

#[cfg(test)]
mod tests {
    use super::Graph;
    use proptest::prelude::{any, proptest};

    fn graph(vendors: usize, edges: &[(usize, usize)]) -> Graph {
        let mut graph = Graph::empty(vendors);
        for &(first, second) in edges {
            graph.add(first, second);
        }
        graph
    }

    #[test]
    fn a_cycle_leads_as_one() {
        let graph = graph(4, &[(0, 1), (1, 2), (2, 0), (2, 3)]);
        assert_eq!(graph.leaders(&[0, 1, 2, 3]), [0, 1, 2]);
        assert_eq!(graph.leaders(&[0, 1, 3]), [0, 3], "without 2 the cycle is broken");
    }

    fn leaders_by_definition(graph: &Graph) -> Vec<usize> {
        let all = 0..graph.vendors();
        let reaches_at_once = |a: usize| all.clone().map(move |b| a == b || graph.outranks(a, b));
        let mut reaches: Vec<Vec<bool>> =
            all.clone().map(|a| reaches_at_once(a).collect()).collect();
        for via in all.clone() {
            for a in all.clone().filter(|&a| a != via) {
                for b in all.clone() {
                    reaches[a][b] = reaches[a][b] || (reaches[a][via] && reaches[via][b]);
                }
            }
        }
        all.clone().filter(|&b| all.clone().all(|a| !reaches[a][b] || reaches[b][a])).collect()
    }

    proptest! {
        #[test]
        fn leaders_are_those_whose_every_outranker_they_reach(
            bits in proptest::collection::vec(any::<bool>(), 49),
            many in proptest::collection::vec((0..70_usize, 0..70_usize), 0..150),
        ) {
            let few = (0..49).filter(|&at| bits[at] && at % 8 != 0).map(|at| (at / 7, at % 7));
            for graph in [graph(7, &few.collect::<Vec<_>>()), graph(70, &many)] {
                let members: Vec<usize> = (0..graph.vendors()).collect();
                assert_eq!(graph.leaders(&members), leaders_by_definition(&graph));
                for (first, second) in members.iter().flat_map(|&a| [(a, 0), (0, a)]) {
                    let outranks = graph.outranks(first, second);
                    assert_eq!(graph.outranked_by(first).any(|other| other == second), outranks);
                    assert_eq!(graph.clone().reversed().outranks(second, first), outranks);
                }
            }
        }
    }
}
