//! The two ratings that a value function runs between: which is worth 0, and which is worth 1.
//! Written as a scale or anchors, or found from the field by `decide`.

/// Which rating has value 0 and which has value 1 in one run.
///
/// For a `relative` function `best` is the lowest (or highest) rating of the field.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ends {
    /// Has value 0.
    pub worst: f64,
    /// Has value 1.
    pub best: f64,
}

impl Ends {
    /// Those of what needs none: levels carry their values, targets have points of their own.
    pub const UNIT: Self = Self { worst: 0.0, best: 1.0 };

    /// How far a rating lies from worst to best, in [0, 1]; 1 where the two are equal.
    pub fn fraction(self, rating: f64) -> f64 {
        if self.best == self.worst {
            return 1.0;
        }
        // Halves, so that no difference of finite ratings overflows.
        let width = self.best * 0.5 - self.worst * 0.5;
        ((rating * 0.5 - self.worst * 0.5) / width).clamp(0.0, 1.0)
    }

    /// The rating at a fraction of the way from worst to best.
    pub fn at(self, fraction: f64) -> f64 {
        if fraction >= 1.0 {
            return self.best;
        }
        self.worst * (1.0 - fraction) + self.best * fraction
    }
}
