//! Numeric what-ifs: the same model with a few numbers changed, run thousands of times.
//! Beside `evaluate` for whoever searches or samples; one `Bench` for a model, one run per what-if, on
//! its `Sheet` where that can show it and on a frame of its own elsewhere.

use crate::decide::completion::{Completion, Departure};
use crate::decide::contest::contest;
use crate::decide::edits::Edits;
use crate::decide::evaluation::Evaluation;
use crate::decide::frame::Frame;
use crate::decide::run::evaluate_frame;
use crate::decide::run_error::RunError;
use crate::decide::sheet::Sheet;
use crate::decide::sheet::moves::Moves;
use crate::decide::standings::{Row, Scratch, Standings};
use crate::model::assumption::Status;
use crate::model::datum::Quantity;
use crate::model::id::{AssumptionId, CriterionId, EvidenceId, VendorId};
use crate::model::scenario::Model;

/// One number changed. A later change of the same thing replaces an earlier one.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// A rating, as a bare value over what is written: claims go, `requires` and `otherwise` stay.
    Rating {
        /// Whose.
        vendor: VendorId,
        /// On which leaf.
        criterion: CriterionId,
        /// What is known then, of the leaf's type and on its scale.
        quantity: Quantity,
    },
    /// A weight, as the number in the file; gives one to a leaf that had none. Says nothing where
    /// weights come from the data of the field.
    Weight {
        /// Leaf or group.
        criterion: CriterionId,
        /// Finite and ≥ 0.
        number: f64,
    },
    /// A share of the whole; all of them apply at once, after plain weights, and the leaves that
    /// nobody asked for keep their proportions in what is left.
    Share {
        /// Leaf or group.
        criterion: CriterionId,
        /// In [0, 1].
        share: f64,
    },
    /// The status of an assumption.
    Assumption {
        /// Which.
        assumption: AssumptionId,
        /// What it is then.
        status: Status,
    },
    /// Out of the running by decision.
    Exclude(VendorId),
    /// Back in the running.
    Include(VendorId),
    /// A claim that no longer counts; a rating left without any becomes unknown.
    Withdraw(EvidenceId),
}

/// A model laid out for many what-ifs.
#[derive(Debug, Clone)]
pub struct Bench<'m> {
    base: Frame<'m>,
    /// `None` where a number moves more than its own place.
    sheet: Option<Sheet>,
    /// For each claim the ratings that name it.
    naming: Vec<Vec<(VendorId, CriterionId)>>,
}

/// Who stands where in the reading of a what-if.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// The field, in declared order.
    pub field: Vec<VendorId>,
    /// Merit of each vendor of the field, more is better.
    pub merits: Vec<f64>,
    /// Score of each vendor of the field, where the method has one.
    pub scores: Option<Vec<f64>>,
    /// Competition rank of each vendor of the field, before tie-break.
    pub ranks: Vec<usize>,
    /// The chosen, best first.
    pub chosen: Vec<VendorId>,
    /// Tied across the edge, in declared order.
    pub tied: Vec<VendorId>,
}

impl<'m> Bench<'m> {
    /// Lays a model out.
    ///
    /// # Errors
    /// If shares cannot be divided, a group's gate is circular, or the method lacks something.
    pub fn new(model: &'m Model) -> Result<Self, RunError> {
        let mut naming = vec![Vec::new(); model.evidence.len()];
        for vendor in model.vendor_ids() {
            for criterion in model.criterion_ids() {
                let rating = model.vendor(vendor).rating(criterion);
                for claim in rating.iter().flat_map(|rating| &rating.evidence) {
                    naming[claim.value.index()].push((vendor, criterion));
                }
            }
        }
        let base = Frame::new(model, Edits::none(model))?;
        let sheet = Sheet::new(&base, &base.state(&Completion::default()));
        Ok(Self { base, sheet, naming })
    }

    /// Whether what-ifs of ratings and weights are arithmetic on columns; else the model is laid out
    /// anew for each.
    pub fn has_sheet(&self) -> bool {
        self.sheet.is_some()
    }

    /// The reading of the model with these changes, as if they stood in its files.
    ///
    /// # Errors
    /// As `evaluate` of the model so changed.
    pub fn run(&self, changes: &[Change]) -> Result<Standing, RunError> {
        if let Some(sheet) = &self.sheet {
            let mut moves = Moves::default();
            if moves.read(sheet, &self.base, &self.naming, changes)? {
                return sheet.run(&self.base, &moves);
            }
        }
        self.run_plain(changes)
    }

    /// The same by laying the model out anew: what tests hold [`Bench::run`] to.
    ///
    /// # Errors
    /// As [`Bench::run`].
    pub fn run_plain(&self, changes: &[Change]) -> Result<Standing, RunError> {
        let frame = changed(self, changes)?;
        standing(&frame, &Completion::default())
    }

    /// The scores and ranks of many what-ifs, in the order given, whatever the number of threads.
    pub fn run_many(&self, what_ifs: &[Vec<Change>]) -> Standings {
        let place = |changes: &Vec<Change>, scratch: &mut Scratch, row: Row<'_>| {
            let Some(sheet) = &self.sheet else { return row.write(self.run_plain(changes)?) };
            if !scratch.moves.read(sheet, &self.base, &self.naming, changes)? {
                return row.write(self.run_plain(changes)?);
            }
            sheet.write(&self.base, scratch, row)
        };
        Standings::of(self.base.model.vendors.len(), what_ifs, place)
    }

    /// The same with every intermediate kept, for who has to look inside.
    ///
    /// # Errors
    /// As [`Bench::run`].
    pub fn evaluate(&self, changes: &[Change]) -> Result<Evaluation, RunError> {
        evaluate_frame(&changed(self, changes)?, &Completion::default())
    }

    /// The model itself with these pending assumptions failing.
    ///
    /// # Errors
    /// If the method refuses the field.
    pub fn complete(&self, failing: &[AssumptionId]) -> Result<Standing, RunError> {
        let departures = failing.iter().map(|id| Departure::Fails(*id)).collect();
        standing(&self.base, &Completion { departures })
    }
}

fn standing(frame: &Frame<'_>, completion: &Completion) -> Result<Standing, RunError> {
    let state = frame.state(completion);
    let field = frame.field(&state);
    let contest = contest(frame, &state, &field)?;
    let vendors = |rows: &[usize]| rows.iter().map(|row| field[*row]).collect();
    Ok(Standing {
        chosen: vendors(&contest.selection.chosen),
        tied: vendors(&contest.selection.tied),
        merits: contest.outcome.merits,
        scores: contest.outcome.scores,
        ranks: contest.selection.ranks,
        field,
    })
}

/// A frame with a few numbers changed: assumptions lay everything out anew, weights the shares, and
/// a rating one cell and its vendor's checks.
fn changed<'m>(bench: &Bench<'m>, changes: &[Change]) -> Result<Frame<'m>, RunError> {
    let mut frame = bench.base.clone();
    let (mut rated, mut weighs, mut settles) = (Vec::new(), false, false);
    for change in changes {
        match change {
            Change::Rating { vendor, criterion, quantity } => {
                frame.edits.ratings.insert((*vendor, *criterion), quantity.clone());
                rated.push((*vendor, *criterion));
            }
            Change::Weight { criterion, number } => {
                frame.edits.weights[criterion.index()] = Some(*number);
                weighs = true;
            }
            Change::Share { criterion, share } => {
                frame.edits.asked[criterion.index()] = Some(*share);
                weighs = true;
            }
            Change::Assumption { assumption, status } => {
                frame.edits.statuses[assumption.index()] = *status;
                settles = true;
            }
            Change::Exclude(vendor) => frame.edits.excluded[vendor.index()] = true,
            Change::Include(vendor) => frame.edits.excluded[vendor.index()] = false,
            Change::Withdraw(claim) => {
                frame.edits.counts[claim.index()] = false;
                rated.extend_from_slice(&bench.naming[claim.index()]);
            }
        }
    }
    if settles {
        return Frame::new(frame.model, frame.edits);
    }
    if weighs {
        frame.weigh_again()?;
    }
    for (vendor, criterion) in rated {
        frame.rate_again(vendor, criterion);
    }
    Ok(frame)
}
