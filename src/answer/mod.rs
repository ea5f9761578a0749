//! Numbers-only answers: dominance, linear programs, break points, smallest sets, sampling.
//! Called by `reasons` and `explore`; knows neither vendors' names nor output.
