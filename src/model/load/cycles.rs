//! Cycles among references: `under`, `relays`, `requires`.
//! A cycle is named once, from its first member in declared order.

/// Every elementary cycle that a depth-first walk in declared order meets, as indices in its order.
pub fn find_cycles(count: usize, next: impl Fn(usize) -> Vec<usize>) -> Vec<Vec<usize>> {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        New,
        Open,
        Done,
    }
    let mut marks = vec![Mark::New; count];
    let mut cycles = Vec::new();
    for start in 0..count {
        if marks[start] != Mark::New {
            continue;
        }
        // The path as a stack with what is left to visit of each: no recursion on input's depth.
        let mut path: Vec<(usize, Vec<usize>)> = vec![(start, reversed(next(start)))];
        marks[start] = Mark::Open;
        while let Some((_, left)) = path.last_mut() {
            match left.pop() {
                Some(target) if marks[target] == Mark::New => {
                    marks[target] = Mark::Open;
                    path.push((target, reversed(next(target))));
                }
                Some(target) if marks[target] == Mark::Open => {
                    let from = path.iter().position(|(index, _)| *index == target).unwrap_or(0);
                    cycles.push(path[from..].iter().map(|(index, _)| *index).collect());
                }
                Some(_) => {}
                None => {
                    if let Some((index, _)) = path.pop() {
                        marks[index] = Mark::Done;
                    }
                }
            }
        }
    }
    cycles
}

fn reversed(mut targets: Vec<usize>) -> Vec<usize> {
    targets.reverse();
    targets
}

#[cfg(test)]
mod tests {
    use super::find_cycles;

    #[test]
    fn names_each_cycle_once_and_no_diamond() {
        let edges = [vec![1, 2], vec![3], vec![3], vec![], vec![5], vec![4], vec![6]];
        let cycles = find_cycles(edges.len(), |index| edges[index].clone());
        assert_eq!(cycles, vec![vec![4, 5], vec![6]]);
    }
}
