//! How each method makes columns of different units comparable, where that has a name.
//! Asked when a method dissents: another normalisation alone may turn a pair.

use crate::method::id::MethodId;
use crate::method::normalise::Normalise;

/// The normalisation that a method has by default; `None` where it compares pairs, measures from
/// averages or least ratings, or has fixed scales.
pub fn normalised_by(method: MethodId) -> Option<Normalise> {
    match method {
        MethodId::WeightedSum | MethodId::Maut | MethodId::Owa | MethodId::Choquet => {
            Some(Normalise::Value)
        }
        MethodId::WeightedProduct
        | MethodId::Waspas
        | MethodId::Codas
        | MethodId::Marcos
        | MethodId::Cradis => Some(Normalise::Ratio),
        MethodId::Topsis
        | MethodId::Moora
        | MethodId::MooraReference
        | MethodId::Multimoora
        | MethodId::Probid => Some(Normalise::Vector),
        MethodId::Vikor
        | MethodId::Mabac
        | MethodId::Mairca
        | MethodId::Cocoso
        | MethodId::Comet
        | MethodId::Rov
        | MethodId::GreyRelational => Some(Normalise::MinMax),
        MethodId::Copras | MethodId::Aras | MethodId::Ram | MethodId::Todim => Some(Normalise::Sum),
        MethodId::Edas
        | MethodId::Spotis
        | MethodId::Rim
        | MethodId::Ocra
        | MethodId::PrometheeIi
        | MethodId::ElectreI
        | MethodId::ElectreIi
        | MethodId::ElectreIii
        | MethodId::ElectreTriB
        | MethodId::Oreste
        | MethodId::Regime
        | MethodId::Ahp => None,
    }
}
