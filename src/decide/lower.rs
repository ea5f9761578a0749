//! The seam to `method`: from the choice in a file to a method that solves a problem.
//! Parameters that name criteria become columns here, since only a run knows which leaves take part.

use crate::method::id::MethodId;
use crate::method::kind::Method;
use crate::method::matrix::Matrix;
use crate::method::normalise::Normalise;
use crate::method::outcome::Refusal;
use crate::method::outranking::agreement::DiscordanceScale;
use crate::method::outranking::choquet::Interaction;
use crate::method::scoring::ahp::Mode;
use crate::method::scoring::maut::Form;
use crate::model::id::CriterionId;
use crate::model::method::{MethodChoice, Setting};
use crate::model::scenario::Model;

/// The method of a model on the leaves that take part.
///
/// # Errors
/// If what the method needs is absent.
pub fn lower(model: &Model, leaves: &[CriterionId]) -> Result<Method, Refusal> {
    let settings = Settings { choice: &model.method, leaves };
    let mut method = model.method.kind.with_defaults();
    match &mut method {
        Method::WeightedSum(own) => settings.normalise(&mut own.normalise),
        Method::WeightedProduct(own) => settings.normalise(&mut own.normalise),
        Method::Topsis(own) => settings.normalise(&mut own.normalise),
        Method::Waspas(own) => settings.number("lambda", &mut own.lambda),
        Method::Cocoso(own) => settings.number("lambda", &mut own.lambda),
        Method::Vikor(own) => settings.number("v", &mut own.v),
        Method::Codas(own) => settings.number("tau", &mut own.tau),
        Method::GreyRelational(own) => settings.number("rho", &mut own.rho),
        Method::Todim(own) => settings.number("theta", &mut own.theta),
        Method::Maut(own) => own.form = settings.form()?,
        Method::Aras(own) => own.ideal = settings.ideal(),
        Method::Spotis(own) => own.ideal = settings.ideal(),
        Method::Comet(own) => own.characteristic_values = settings.characteristic_values()?,
        Method::ElectreI(own) => {
            settings.number("concordance", &mut own.concordance);
            settings.number("discordance", &mut own.discordance);
            settings.scale(&mut own.scale);
        }
        Method::ElectreIi(own) => {
            settings.number("strong", &mut own.strong);
            settings.number("medium", &mut own.medium);
            settings.number("weak", &mut own.weak);
            settings.number("discordance-high", &mut own.discordance_high);
            settings.number("discordance-low", &mut own.discordance_low);
            settings.scale(&mut own.scale);
        }
        Method::ElectreIii(own) => {
            settings.number("alpha", &mut own.alpha);
            settings.number("beta", &mut own.beta);
        }
        Method::ElectreTriB(own) => {
            settings.number("cut", &mut own.cut);
            own.profiles = settings.profiles()?;
        }
        Method::Owa(own) => own.order_weights = settings.order_weights()?,
        Method::Choquet(own) => own.interactions = settings.interactions()?,
        // Its priorities differ from field to field: see `compared`.
        Method::Ahp(own) => own.mode = settings.mode(),
        _ => {}
    }
    Ok(method)
}

/// Whether a method reads value functions, rather than ratings in their own units.
pub fn uses_values(model: &Model) -> bool {
    match model.method.kind {
        MethodId::WeightedSum => normalises_by(model).is_none_or(|way| way == Normalise::Value),
        MethodId::WeightedProduct | MethodId::Topsis => {
            normalises_by(model) == Some(Normalise::Value)
        }
        MethodId::Maut | MethodId::Owa | MethodId::Choquet => true,
        _ => false,
    }
}

/// Whether a method reads ratings with a target in their own units, with scale and target beside them.
pub fn reads_targets(model: &Model) -> bool {
    model.method.kind == MethodId::Rim
}

/// Whether a vendor's merit depends on its own row of the problem only.
///
/// Invariant: where this is true, solving any selection of rows gives each row the merit, bit for
/// bit, that solving all rows gives it. Short cuts of `decide` rest on that.
pub fn is_row_wise(model: &Model) -> bool {
    model.method.kind == MethodId::WeightedSum && uses_values(model)
}

fn normalises_by(model: &Model) -> Option<Normalise> {
    let settings = Settings { choice: &model.method, leaves: &[] };
    settings.word("normalise").and_then(|word| Normalise::ALL.into_iter().find(|n| n.id() == word))
}

/// The parameters of a method over the columns of a problem.
struct Settings<'a> {
    choice: &'a MethodChoice,
    leaves: &'a [CriterionId],
}

impl Settings<'_> {
    fn find(&self, name: &str) -> Option<&Setting> {
        let found = self.choice.parameters.iter().find(|parameter| parameter.name == name);
        found.map(|parameter| &parameter.setting)
    }

    fn number(&self, name: &str, own: &mut f64) {
        if let Some(Setting::Number(number)) = self.find(name) {
            *own = *number;
        }
    }

    fn word(&self, name: &str) -> Option<&str> {
        match self.find(name) {
            Some(Setting::Word(word)) => Some(word),
            _ => None,
        }
    }

    fn normalise(&self, own: &mut Normalise) {
        let word = self.word("normalise");
        if let Some(way) = Normalise::ALL.into_iter().find(|way| Some(way.id()) == word) {
            *own = way;
        }
    }

    fn scale(&self, own: &mut DiscordanceScale) {
        if self.word("discordance-scale") == Some("global") {
            *own = DiscordanceScale::Global;
        }
    }

    fn mode(&self) -> Mode {
        match self.word("mode") {
            Some("ideal") => Mode::Ideal,
            _ => Mode::Distributive,
        }
    }

    fn form(&self) -> Result<Form, Refusal> {
        if self.word("form") != Some("multiplicative") {
            return Ok(Form::Additive);
        }
        let mut interaction = f64::NAN;
        self.number("interaction", &mut interaction);
        if interaction.is_nan() {
            return Err(lacks_parameter("`interaction` for the multiplicative form"));
        }
        Ok(Form::Multiplicative { interaction })
    }

    fn column(&self, id: CriterionId) -> Option<usize> {
        self.leaves.binary_search(&id).ok()
    }

    /// For each column the rating given for it, where one is.
    fn ideal(&self) -> Vec<Option<f64>> {
        let mut ideal = vec![None; self.leaves.len()];
        if let Some(Setting::PerCriterion(given)) = self.find("ideal") {
            for (id, ratings) in given {
                if let Some(column) = self.column(*id) {
                    ideal[column] = ratings.first().copied();
                }
            }
        }
        ideal
    }

    fn characteristic_values(&self) -> Result<Vec<Vec<f64>>, Refusal> {
        let Some(Setting::PerCriterion(given)) = self.find("characteristic-values") else {
            return Err(lacks_parameter("`characteristic-values`"));
        };
        let mut values = vec![Vec::new(); self.leaves.len()];
        for (id, ratings) in given {
            if let Some(column) = self.column(*id) {
                values[column].clone_from(ratings);
            }
        }
        match values.iter().position(Vec::is_empty) {
            Some(criterion) => {
                Err(Refusal::Lacks { criterion, what: "its `characteristic-values`" })
            }
            None => Ok(values),
        }
    }

    fn profiles(&self) -> Result<Matrix, Refusal> {
        let Some(Setting::Profiles(given)) = self.find("profiles") else {
            return Err(lacks_parameter("`[[method.profiles]]`"));
        };
        let mut profiles = Matrix::zeros(given.len(), self.leaves.len());
        for (row, profile) in given.iter().enumerate() {
            for (criterion, id) in self.leaves.iter().enumerate() {
                let found = profile.ratings.iter().find(|(named, _)| named == id);
                let Some((_, rating)) = found else {
                    return Err(Refusal::Lacks { criterion, what: "a rating in every profile" });
                };
                profiles.set(row, criterion, *rating);
            }
        }
        Ok(profiles)
    }

    fn order_weights(&self) -> Result<Vec<f64>, Refusal> {
        match self.find("order-weights") {
            Some(Setting::Numbers(weights)) => Ok(weights.clone()),
            _ => Err(lacks_parameter("`order-weights`")),
        }
    }

    fn interactions(&self) -> Result<Vec<Interaction>, Refusal> {
        let Some(Setting::Interactions(given)) = self.find("interactions") else {
            return Err(lacks_parameter("`[[method.interactions]]`"));
        };
        let column = |id| {
            let why = "an interaction names a criterion that has no weight";
            self.column(id).ok_or_else(|| Refusal::Undefined { why: why.to_owned() })
        };
        given
            .iter()
            .map(|pair| {
                let between = [column(pair.between[0])?, column(pair.between[1])?];
                Ok(Interaction { between, strength: pair.strength })
            })
            .collect()
    }
}

fn lacks_parameter(what: &str) -> Refusal {
    Refusal::Undefined { why: format!("the method needs {what}") }
}
