//! Numeric what-ifs: the same model with a few numbers changed, run thousands of times.
//! Beside `evaluate` for whoever searches or samples; one `Bench` for a model, one run per what-if, on
//! its `Sheet` where that can show it and on a frame of its own elsewhere.

use crate::decide::change::Change;
use crate::decide::completion::{Completion, Departure};
use crate::decide::contest::{Contest, contest};
use crate::decide::edits::Edits;
use crate::decide::evaluation::Evaluation;
use crate::decide::frame::Frame;
use crate::decide::run::evaluate_frame;
use crate::decide::run_error::RunError;
use crate::decide::sheet::Sheet;
use crate::decide::sheet::moves::Moves;
use crate::decide::sheet::scratch::Scratch;
use crate::decide::standing::Standing;
use crate::decide::standings::{Row, Standings};
use crate::model::id::{AssumptionId, CriterionId, VendorId};
use crate::model::scenario::Model;

/// A model laid out for many what-ifs.
#[derive(Debug, Clone)]
pub struct Bench<'m> {
    base: Frame<'m>,
    /// `None` where a number moves more than its own place.
    sheet: Option<Sheet>,
    /// For each claim the ratings that name it.
    naming: Vec<Vec<(VendorId, CriterionId)>>,
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
    let Contest { outcome, selection, .. } = contest(frame, &state, &field)?;
    Ok(Standing::new(field, outcome.merits, outcome.scores, selection))
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
