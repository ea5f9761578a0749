//! The kernel of an outranking relation: nobody in it outranks another, everybody outside is
//! outranked from inside. ELECTRE I recommends its members.

use crate::method::outranking::graph::Graph;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Open,
    Inside,
    Outside,
}

/// The kernel, in rising order; never empty in a field that is not.
///
/// A relation without cycles has exactly one kernel: whoever is not outranked from inside stands
/// inside. With cycles there may be several or none, so what the rule leaves open is settled as
/// Roy advises, by taking a cycle for a single vendor: the cycles that lead among those still open
/// go inside whole, and the rule goes on from there. Only within such a cycle do members of the
/// kernel outrank each other. The rule comes before the cycles, so that a vendor never stands
/// inside while one that dominates it stands outside.
///
/// Source: Roy, B. (1968). Classement et choix en présence de points de vue multiples (la méthode
/// ELECTRE). RIRO, 2(8), 57–75.
pub fn kernel(graph: &Graph) -> Vec<usize> {
    let vendors = graph.vendors();
    let mut standings = vec![Standing::Open; vendors];
    // How many of those that outrank a vendor are not known to stand outside.
    let mut rivals = vec![0_usize; vendors];
    for first in 0..vendors {
        for second in graph.outranked_by(first) {
            rivals[second] += 1;
        }
    }
    let mut entering: Vec<usize> = (0..vendors).filter(|&vendor| rivals[vendor] == 0).collect();
    if entering.is_empty() {
        entering = leading_cycles(graph, &standings);
    }
    while !entering.is_empty() {
        for &vendor in &entering {
            standings[vendor] = Standing::Inside;
        }
        let leaving = outranked_from(graph, &entering, &mut standings);
        entering.clear();
        for second in leaving.iter().flat_map(|&first| graph.outranked_by(first)) {
            rivals[second] -= 1;
            if rivals[second] == 0 && standings[second] == Standing::Open {
                entering.push(second);
            }
        }
        if entering.is_empty() {
            entering = leading_cycles(graph, &standings);
        }
    }
    (0..vendors).filter(|&vendor| standings[vendor] == Standing::Inside).collect()
}

/// Sends outside whoever is still open and outranked by one of those given; gives the ones sent.
fn outranked_from(graph: &Graph, inside: &[usize], standings: &mut [Standing]) -> Vec<usize> {
    let mut leaving = Vec::new();
    for second in inside.iter().flat_map(|&first| graph.outranked_by(first)) {
        if standings[second] == Standing::Open {
            standings[second] = Standing::Outside;
            leaving.push(second);
        }
    }
    leaving
}

fn leading_cycles(graph: &Graph, standings: &[Standing]) -> Vec<usize> {
    let open: Vec<usize> =
        (0..standings.len()).filter(|&vendor| standings[vendor] == Standing::Open).collect();
    graph.leaders(&open)
}

#[cfg(test)]
mod tests {
    use super::kernel;
    use crate::method::outranking::graph::Graph;
    use proptest::prelude::{any, proptest};

    fn graph(vendors: usize, edges: &[(usize, usize)]) -> Graph {
        let mut graph = Graph::empty(vendors);
        for &(first, second) in edges {
            graph.add(first, second);
        }
        graph
    }

    #[test]
    fn a_chain_has_every_second_vendor_in_its_kernel() {
        assert_eq!(kernel(&graph(4, &[(0, 1), (1, 2), (2, 3)])), [0, 2]);
    }

    #[test]
    fn a_cycle_enters_whole_only_where_the_rule_leaves_it_open() {
        assert_eq!(kernel(&graph(4, &[(0, 1), (1, 2), (2, 0), (2, 3)])), [0, 1, 2]);
        // 0 is outranked by nobody and so settles the cycle of 1 and 2.
        assert_eq!(kernel(&graph(4, &[(0, 1), (1, 2), (2, 1), (2, 3)])), [0, 2]);
        assert_eq!(kernel(&graph(0, &[])), [0; 0]);
    }

    proptest! {
        #[test]
        fn without_cycles_it_is_the_kernel_of_the_definition(
            bits in proptest::collection::vec(any::<bool>(), 64),
        ) {
            let pairs = (0..64).filter(|&at| bits[at]).map(|at| (at / 8, at % 8));
            let edges: Vec<_> = pairs.filter(|(first, second)| first < second).collect();
            let graph = graph(8, &edges);
            let kernel = kernel(&graph);
            for vendor in 0..8 {
                let from_inside = kernel.iter().any(|&member| graph.outranks(member, vendor));
                assert_eq!(from_inside, !kernel.contains(&vendor));
            }
        }

        #[test]
        fn with_cycles_whoever_is_outside_is_outranked_from_inside(
            bits in proptest::collection::vec(any::<bool>(), 49),
        ) {
            let edges: Vec<_> =
                (0..49).filter(|&at| bits[at] && at % 8 != 0).map(|at| (at / 7, at % 7)).collect();
            let graph = graph(7, &edges);
            let kernel = kernel(&graph);
            assert!(!kernel.is_empty());
            for vendor in (0..7).filter(|vendor| !kernel.contains(vendor)) {
                assert!(kernel.iter().any(|&member| graph.outranks(member, vendor)));
            }
        }
    }
}
