//! One rated thing as the criterion's type has it, and what is known of it.
//! Read by gates and value functions; a level is kept by its place on its scale.

/// A rating's content, of the criterion's type.
#[derive(Debug, Clone, PartialEq)]
pub enum Datum {
    /// A finite number in the criterion's unit.
    Number(f64),
    /// Yes or no.
    Boolean(bool),
    /// Index into the criterion's levels, low to high.
    Level(usize),
    /// Free text; gates only.
    Text(String),
}

/// What is known of a rating.
#[derive(Debug, Clone, PartialEq)]
pub enum Quantity {
    /// Nobody knows; said on purpose or left out.
    Unknown,
    /// One value.
    Point(Datum),
    /// Anywhere between the ends alike; the middle counts.
    Uniform {
        /// Lower end.
        low: f64,
        /// Upper end.
        high: f64,
    },
    /// Most likely at `value`, never beyond the ends.
    Triangular {
        /// Lower end.
        low: f64,
        /// Most likely value; the one that counts.
        value: f64,
        /// Upper end.
        high: f64,
    },
    /// Normal around `value`, cut to the scale.
    Normal {
        /// Mean before cutting; the one that counts.
        value: f64,
        /// Standard deviation, > 0.
        sd: f64,
    },
}

impl Quantity {
    /// The point that counts in a run; `None` when unknown.
    pub fn point(&self) -> Option<Datum> {
        match self {
            Self::Unknown => None,
            Self::Point(datum) => Some(datum.clone()),
            Self::Uniform { low, high } => Some(Datum::Number(low.midpoint(*high))),
            Self::Triangular { value, .. } | Self::Normal { value, .. } => {
                Some(Datum::Number(*value))
            }
        }
    }

    /// Whether it is more than a point and less than unknown.
    pub fn is_uncertain(&self) -> bool {
        matches!(self, Self::Uniform { .. } | Self::Triangular { .. } | Self::Normal { .. })
    }
}
