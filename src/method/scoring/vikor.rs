//! VIKOR: a compromise between the smallest total regret and the smallest single regret.
//! Also says which vendors form the compromise set.

use crate::method::map::Map;
use crate::method::matrix::Matrix;
use crate::method::normalise::ends;
use crate::method::outcome::{Figures, Lead, Outcome, Refusal, Split, Unit};
use crate::method::problem::Problem;
use crate::method::ranks::{leading_groups, tie_tolerance};
use crate::method::rows;
use crate::method::scoring::scored::{Scored, refuse_outside, undefined};
use crate::method::statistics::{self, BLOCK, Summary};
use crate::method::terms::Terms;

/// Q = v (S − S*) / (S⁻ − S*) + (1 − v) (R − R*) / (R⁻ − R*), lower is better, where the regret on a
/// criterion is w (f* − f) / (f* − f⁻), S their sum and R the largest.
///
/// A term of Q whose range is 0 has no value by this definition and is refused, unless its weight
/// in the mix is 0.
///
/// Source: Opricovic, S., & Tzeng, G. H. (2004). Compromise solution by MCDM methods: a comparative
/// analysis of VIKOR and TOPSIS. European Journal of Operational Research, 156(2), 445–455.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Vikor {
    /// Weight of the group's utility against the individual regret, in [0, 1].
    pub v: f64,
}

impl Default for Vikor {
    fn default() -> Self {
        Self { v: 0.5 }
    }
}

/// VIKOR with its ends held fixed.
#[derive(Debug, Clone, PartialEq)]
pub struct FrozenVikor {
    regrets: Terms,
    total: Scale,
    largest: Scale,
}

/// One term of Q: what a figure counts, from the best of the field.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Scale {
    best: f64,
    /// The term's weight divided by its range; 0 where the weight is 0.
    factor: f64,
}

impl Vikor {
    /// Scores the field; details `s`, `r`, `acceptable-advantage`, `acceptable-stability` (1 or 0)
    /// and `compromise-set`.
    ///
    /// # Errors
    /// A criterion without range, and a term of Q without range.
    pub fn solve(&self, problem: &Problem) -> Result<Outcome, Refusal> {
        let frozen = self.freeze(problem)?;
        let [totals, largest] = frozen.figures(&problem.ratings);
        let scores = frozen.mixed(&totals, &largest);
        let compromise = Compromise::of(&scores, &totals, &largest);
        let flag = |holds: bool| Figures::Whole(f64::from(u8::from(holds)));
        Scored::lower(scores)
            .detail("s", Figures::PerVendor(totals))
            .detail("r", Figures::PerVendor(largest))
            .detail("acceptable-advantage", flag(compromise.has_advantage))
            .detail("acceptable-stability", flag(compromise.is_stable))
            .detail("compromise-set", Figures::Set(compromise.set))
            .outcome()
    }

    /// Holds the best and worst of ratings, S and R fixed.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn freeze(&self, problem: &Problem) -> Result<FrozenVikor, Refusal> {
        refuse_outside("v", self.v, 0.0, 1.0)?;
        let map = |column: usize| {
            let direction = problem.axes[column].direction;
            let (best, worst) = ends(column, problem.ratings.column(column), direction)?;
            Ok(Map::Linear { origin: best, span: worst - best })
        };
        let maps = rows::per_column(problem.vendors(), problem.criteria(), map)
            .into_iter()
            .collect::<Result<_, Refusal>>()?;
        let nothing = Scale { best: 0.0, factor: 0.0 };
        let mut frozen = FrozenVikor {
            regrets: Terms::with_shares(maps, problem),
            total: nothing,
            largest: nothing,
        };
        let [totals, largest] = rows::summaries(
            problem.vendors(),
            problem.criteria(),
            #[inline(always)]
            |start, figures| frozen.add_regrets(&problem.ratings, start, figures),
        );
        frozen.total = Scale::over(
            totals,
            self.v,
            "all vendors have the same total regret S, so that Q is undefined",
        )?;
        frozen.largest = Scale::over(
            largest,
            1.0 - self.v,
            "all vendors have the same largest regret R, so that Q is undefined",
        )?;
        Ok(frozen)
    }

    /// How far vendor `a` is ahead of `b`: S splits over all criteria, R goes to the criterion of
    /// the largest regret of each, in equal parts where several are largest.
    ///
    /// # Errors
    /// As [`Self::solve`].
    pub fn lead(&self, problem: &Problem, a: usize, b: usize) -> Result<Lead, Refusal> {
        let frozen = self.freeze(problem)?;
        let pair = problem.ratings.select_rows(&[a, b]);
        let regrets = frozen.regrets.cells(&pair);
        let (own, other) = (frozen.blame(&regrets.row(0)), frozen.blame(&regrets.row(1)));
        let parts = other.iter().zip(&own).map(|(other, own)| other - own).collect();
        let scores = frozen.scores(&pair);
        Ok(Lead { amount: scores[1] - scores[0], unit: Unit::Score, parts, how: Split::Exact })
    }
}

impl FrozenVikor {
    /// Q, one for each row.
    pub fn scores(&self, rows: &Matrix) -> Vec<f64> {
        let [scores] = rows::figures(
            rows.rows(),
            self.regrets.0.len(),
            #[inline(always)]
            |start, [scores]| {
                let mut largest = [0.0; BLOCK];
                let largest = &mut largest[..scores.len()];
                self.add_regrets(rows, start, [&mut *scores, &mut *largest]);
                for (score, largest) in scores.iter_mut().zip(largest) {
                    *score = self.mix([*score, *largest]);
                }
            },
        );
        scores
    }

    #[inline(always)]
    fn mix(&self, [total, largest]: [f64; 2]) -> f64 {
        self.total.count(total) + self.largest.count(largest)
    }

    fn mixed(&self, totals: &[f64], largest: &[f64]) -> Vec<f64> {
        rows::mapped([totals, largest], |figures| self.mix(figures))
    }

    /// S and R of each row.
    fn figures(&self, table: &Matrix) -> [Vec<f64>; 2] {
        rows::figures(
            table.rows(),
            self.regrets.0.len(),
            #[inline(always)]
            |start, figures| self.add_regrets(table, start, figures),
        )
    }

    #[inline(always)]
    fn add_regrets(&self, table: &Matrix, start: usize, [totals, largest]: [&mut [f64]; 2]) {
        let columns = 0..self.regrets.0.len();
        self.regrets.step(columns, table, start, [totals, largest], |_| {
            |[total, largest], regret| {
                [total + regret, if regret > largest { regret } else { largest }]
            }
        });
    }

    /// What each criterion adds to Q, up to the constants that all vendors share.
    fn blame(&self, regrets: &[f64]) -> Vec<f64> {
        let largest = statistics::high(regrets);
        let is_largest = |regret: f64| regret >= largest * (1.0 - 1e-12);
        let count = regrets.iter().filter(|&&regret| is_largest(regret)).count() as f64;
        let share = |&regret: &f64| {
            let named = if is_largest(regret) { largest / count } else { 0.0 };
            regret * self.total.factor + named * self.largest.factor
        };
        regrets.iter().map(share).collect()
    }
}

impl Scale {
    fn over(figures: Summary, weight: f64, why: &str) -> Result<Self, Refusal> {
        let Summary { low: best, high: worst, .. } = figures;
        if weight == 0.0 {
            return Ok(Self { best, factor: 0.0 });
        }
        // Regrets are sums of shares: a range at rounding level is no range.
        if worst - best <= 1e-12 * worst.abs() {
            return Err(undefined(why));
        }
        Ok(Self { best, factor: weight / (worst - best) })
    }

    fn count(self, figure: f64) -> f64 {
        (figure - self.best) * self.factor
    }
}

/// The two conditions of the paper's last step and the set they lead to.
struct Compromise {
    has_advantage: bool,
    is_stable: bool,
    set: Vec<usize>,
}

impl Compromise {
    fn of(scores: &[f64], totals: &[f64], largest: &[f64]) -> Self {
        let merits: Vec<f64> = scores.iter().map(|score| -score).collect();
        let groups = leading_groups(&merits);
        let order: Vec<usize> = groups.iter().flatten().copied().take(2).collect();
        if order.is_empty() {
            return Self { has_advantage: false, is_stable: false, set: Vec::new() };
        }
        let threshold = 1.0 / (scores.len().max(2) as f64 - 1.0);
        let tolerance = tie_tolerance(scores);
        let behind = |vendor: usize| scores[vendor] - scores[order[0]];
        let has_advantage = order.get(1).is_none_or(|&next| behind(next) >= threshold - tolerance);
        let is_stable = [totals, largest]
            .iter()
            .any(|figures| figures[order[0]] <= statistics::low(figures) + tie_tolerance(figures));
        let mut set: Vec<usize> = match (has_advantage, is_stable) {
            (true, true) => groups.into_iter().take(1).flatten().collect(),
            (true, false) => groups.into_iter().flatten().collect(),
            (false, _) => {
                (0..scores.len()).filter(|&v| behind(v) < threshold - tolerance).collect()
            }
        };
        set.sort_unstable();
        Self { has_advantage, is_stable, set }
    }
}
