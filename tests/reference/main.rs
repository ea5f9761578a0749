//! Figures that papers and independent implementations agree on, read from `tests/cases`.
//! One module a family of methods; each counts its expectations, so that none is skipped unseen.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests fail the test by panicking"
)]

#[allow(
    dead_code,
    reason = "the shape of the cases is written whole; families read what they need"
)]
mod case;
mod groups;
mod outranking;
mod papers;
mod robust;
mod scoring;
mod weights;

#[test]
fn every_case_is_read_and_has_expectations() {
    let cases = case::all();
    assert_eq!(cases.len(), 95);
    assert!(cases.iter().all(|case| case.schema == 1 && !case.expect.is_empty()));
    assert_eq!(cases.iter().map(|case| case.expect.len()).sum::<usize>(), 419);
}
