//! Work over many rows in fixed blocks, on every core where there is enough of it.
//! Blocks do not depend on each other and do not move, so the number of threads never shows.

use crate::method::statistics::{BLOCK, Summary};
use crate::method::vectors::widest;
use rayon::iter::{
    IndexedParallelIterator, IntoParallelIterator, IntoParallelRefMutIterator, ParallelIterator,
};
use rayon::slice::{ParallelSlice, ParallelSliceMut};

/// From this many cells on threads pay: it is about half a millisecond of work.
const THREADS_FROM: usize = 1 << 19;

/// N figures for each row. `write` is given the first row of a block and the block's figures, all 0;
/// `columns` says how many cells a row takes to read. Marked `#[inline(always)]`, `write` runs at
/// the widest vectors of the machine.
pub fn figures<const N: usize>(
    rows: usize,
    columns: usize,
    write: impl Fn(usize, [&mut [f64]; N]) + Sync,
) -> [Vec<f64>; N] {
    let mut figures = [(); N].map(|()| vec![0.0; rows]);
    let mut chunks = figures.each_mut().map(|figures| figures.chunks_mut(BLOCK));
    let mut blocks: Vec<(usize, [&mut [f64]; N])> = (0..rows)
        .step_by(BLOCK)
        .map(|start| (start, chunks.each_mut().map(|chunks| chunks.next().unwrap_or_default())))
        .collect();
    if is_much(rows, columns) {
        blocks.par_iter_mut().with_min_len(4).for_each(|(start, block)| {
            let block = block.each_mut().map(|figures| &mut **figures);
            widest(
                #[inline(always)]
                || write(*start, block),
            );
        });
    } else {
        blocks.into_iter().for_each(|(start, block)| {
            widest(
                #[inline(always)]
                || write(start, block),
            );
        });
    }
    figures
}

/// What N figures of the rows come to, without keeping them: the summaries of what [`figures`]
/// would give. `write` is given the first row of a block and the block's figures, all 0.
pub fn summaries<const N: usize>(
    rows: usize,
    columns: usize,
    write: impl Fn(usize, [&mut [f64]; N]) + Sync,
) -> [Summary; N] {
    let of_block = |block: usize| {
        widest(
            #[inline(always)]
            || {
                let mut figures = [[0.0; BLOCK]; N];
                let start = block * BLOCK;
                let length = BLOCK.min(rows - start);
                write(start, figures.each_mut().map(|figures| &mut figures[..length]));
                let mut summaries = [Summary::EMPTY; N];
                for (summary, figures) in summaries.iter_mut().zip(&figures) {
                    *summary = Summary::of_block(&figures[..length]);
                }
                summaries
            },
        )
    };
    let blocks: Vec<[Summary; N]> = if is_much(rows, columns) {
        (0..rows.div_ceil(BLOCK)).into_par_iter().with_min_len(4).map(of_block).collect()
    } else {
        (0..rows.div_ceil(BLOCK)).map(of_block).collect()
    };
    let mut all = [Summary::EMPTY; N];
    for block in blocks {
        for (all, block) in all.iter_mut().zip(block) {
            *all = all.join(block);
        }
    }
    all
}

/// [`Summary::of`] a column, read by every core where it is long.
pub fn summary(cells: &[f64]) -> Summary {
    if !is_much(cells.len(), 1) {
        return Summary::of(cells);
    }
    let of_block = |block| {
        widest(
            #[inline(always)]
            || Summary::of_block(block),
        )
    };
    let blocks: Vec<Summary> = cells.par_chunks(BLOCK).with_min_len(4).map(of_block).collect();
    blocks.into_iter().fold(Summary::EMPTY, Summary::join)
}

/// Changes each figure, on every core where there are many.
pub fn change(figures: &mut [f64], change: impl Fn(f64) -> f64 + Sync) {
    let change_block = |block: &mut [f64]| {
        widest(
            #[inline(always)]
            || block.iter_mut().for_each(|figure| *figure = change(*figure)),
        );
    };
    if is_much(figures.len(), 1) {
        figures.par_chunks_mut(BLOCK).with_min_len(4).for_each(change_block);
    } else {
        change_block(figures);
    }
}

/// A figure of each row made of N figures of that row.
pub fn mapped<const N: usize>(
    from: [&[f64]; N],
    figure: impl Fn([f64; N]) -> f64 + Sync,
) -> Vec<f64> {
    let rows = from.first().map_or(0, |figures| figures.len());
    let [figures] = figures(
        rows,
        N,
        #[inline(always)]
        |start, [block]| {
            let from = from.map(|figures| &figures[start..start + block.len()]);
            for (row, cell) in block.iter_mut().enumerate() {
                *cell = figure(from.map(|figures| figures[row]));
            }
        },
    );
    figures
}

/// What `of` says of each column, in column order.
pub fn per_column<T: Send>(rows: usize, columns: usize, of: impl Fn(usize) -> T + Sync) -> Vec<T> {
    if is_much(rows, columns) {
        (0..columns).into_par_iter().map(&of).collect()
    } else {
        (0..columns).map(of).collect()
    }
}

/// Whether threads pay for so many cells.
pub fn is_much(rows: usize, columns: usize) -> bool {
    rows.saturating_mul(columns) >= THREADS_FROM
}
