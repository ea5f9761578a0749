//! Loops over numbers, compiled for every width of vectors and run at the widest this machine has.
//! Entered by the kernels of `method` and `answer`; no width changes a digit, since nothing is fused.

use fearless_simd::{Level, Simd, dispatch};
use std::cell::Cell;

thread_local! {
    /// The level this thread is held to; the widest where none is set.
    static HELD: Cell<Option<Level>> = const { Cell::new(None) };
}

/// Runs a kernel compiled for the widest vectors of this machine.
///
/// Only what is inlined into the kernel is compiled so: pass `#[inline(always)] || …` and mark
/// what it calls the same way.
#[inline(always)]
pub fn widest<R>(kernel: impl FnOnce() -> R) -> R {
    dispatch!(level(), simd => within(simd, kernel))
}

/// The level of this thread, for kernels that are written in vectors and dispatch by themselves.
pub fn level() -> Level {
    HELD.get().unwrap_or_else(Level::new)
}

#[inline(always)]
fn within<S: Simd, R>(_: S, kernel: impl FnOnce() -> R) -> R {
    kernel()
}

/// Holds this thread to one level while `run` runs: how tests look at the levels of older machines.
pub fn held_to<R>(level: Level, run: impl FnOnce() -> R) -> R {
    let before = HELD.replace(Some(level));
    let answer = run();
    HELD.set(before);
    answer
}

/// Every level that this machine can run, narrowest first.
pub fn levels() -> Vec<Level> {
    let widest = Level::new();
    let mut levels = vec![Level::baseline()];
    #[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
    {
        levels.extend(widest.as_sse4_2().map(Simd::level));
        levels.extend(widest.as_avx2().map(Simd::level));
        levels.extend(widest.as_avx512().map(Simd::level));
    }
    levels.dedup_by_key(|level| format!("{level:?}"));
    levels
}

#[cfg(test)]
mod tests {
    use super::{held_to, levels, widest};

    #[test]
    fn every_level_of_this_machine_computes_the_same() {
        let numbers: Vec<f64> = (1..1000).map(|idx| f64::from(idx) * 0.1).collect();
        let computed = || {
            let mut numbers = numbers.clone();
            widest(
                #[inline(always)]
                || {
                    for number in &mut numbers {
                        *number = *number * 1.1 + 0.7;
                    }
                },
            );
            numbers
        };
        assert!(!levels().is_empty());
        for level in levels() {
            assert_eq!(held_to(level, computed), computed(), "{level:?}");
        }
    }
}
