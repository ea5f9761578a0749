//! An order of criteria, best first, and the lists that go along it.
//! Shared by the derivations that start from an order: rank-order, SWARA, FUCOM.

use crate::weights::fault::{Fault, Part, Place};

/// Every mistake of an order that must name each criterion below its length exactly once.
pub fn check_order(order: &[usize]) -> Vec<Fault> {
    if order.is_empty() {
        return vec![Fault::Empty];
    }
    let mut seen = vec![false; order.len()];
    let mut faults = Vec::new();
    for (entry, &criterion) in order.iter().enumerate() {
        let place = Place::new(Part::Order, entry);
        match seen.get_mut(criterion) {
            None => faults.push(Fault::UnknownCriterion { place, criterion }),
            Some(true) => faults.push(Fault::Repeated { place, criterion }),
            Some(unseen) => *unseen = true,
        }
    }
    faults
}

/// Every mistake of the numbers beside an order: one for each criterion after the first, each in
/// `low..=high`.
pub fn check_steps(order: &[usize], steps: &[f64], [low, high]: [f64; 2]) -> Vec<Fault> {
    let expected = order.len().saturating_sub(1);
    let mut faults = out_of_range(Part::Steps, steps, [low, high]);
    if steps.len() != expected {
        faults.push(Fault::Length { part: Part::Steps, expected, found: steps.len() });
    }
    faults
}

/// A fault for each number outside `low..=high`.
pub fn out_of_range(part: Part, stated: &[f64], [low, high]: [f64; 2]) -> Vec<Fault> {
    stated
        .iter()
        .enumerate()
        .filter(|(_, stated)| !(low..=high).contains(*stated))
        .map(|(entry, &stated)| Fault::OutOfRange {
            place: Place::new(part, entry),
            stated,
            low,
            high,
        })
        .collect()
}

/// Numbers given along the order, put back to the place of each criterion. The order is checked.
pub fn scatter(order: &[usize], along: &[f64]) -> Vec<f64> {
    let mut places = vec![0.0; order.len()];
    for (&criterion, &number) in order.iter().zip(along) {
        places[criterion] = number;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::{check_order, scatter};
    use crate::weights::fault::{Fault, Part, Place};

    #[test]
    fn an_order_names_each_criterion_once() {
        assert_eq!(check_order(&[2, 0, 1]), []);
        let place = |entry| Place::new(Part::Order, entry);
        assert_eq!(
            check_order(&[0, 0, 7]),
            [
                Fault::Repeated { place: place(1), criterion: 0 },
                Fault::UnknownCriterion { place: place(2), criterion: 7 },
            ]
        );
        assert_eq!(scatter(&[2, 0, 1], &[0.5, 0.3, 0.2]), [0.3, 0.2, 0.5]);
    }
}
