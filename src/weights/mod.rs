//! Weights derived from judgements or from data.
//! Numbers in, shares out: called by `decide` once the field is known; knows no names and no spans.
