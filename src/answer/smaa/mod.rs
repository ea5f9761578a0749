//! SMAA-2: how often each vendor takes each rank when weights and ratings are drawn.
//! Read by `explore` for `robust`; the same bytes for any number of threads.
//!
//! Source: Lahdelma, R., & Salminen, P. (2001). SMAA-2: stochastic multicriteria acceptability
//! analysis for group decision making. Operations Research, 49(3), 444–454.

pub mod acceptability;
mod ahead;
mod box_sampler;
pub mod distribution;
mod estimates;
mod first_places;
pub mod generator;
mod group;
mod hit_and_run;
mod lane_source;
mod lanes;
pub mod linear;
mod network;
mod planes;
pub mod proposal;
mod ranking;
pub mod run;
pub mod sampler;
pub mod share_stream;
mod sorted_keys;
pub mod tallies;
mod wins;
