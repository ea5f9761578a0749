//! Methods that give every vendor a number, one file each.
//! Each freezes what the field determines, then scores any rows with it; `kind` brings them together.

pub mod ahp;
pub mod aras;
pub mod cocoso;
pub mod codas;
pub mod comet;
pub mod copras;
pub mod cradis;
pub mod edas;
pub mod grey_relational;
pub mod mabac;
pub mod mairca;
pub mod marcos;
pub mod maut;
pub mod moora;
pub mod moora_reference;
pub mod multimoora;
pub mod ocra;
pub mod probid;
pub mod ram;
pub mod rim;
pub mod rov;
pub mod scored;
pub mod spotis;
pub mod todim;
pub mod topsis;
pub mod vikor;
pub mod waspas;
pub mod weighted_product;
pub mod weighted_sum;
