//! What derived weights came with: their shares, and figures such as a consistency ratio.
//! Made from the view; part of `rank`.

use serde_json::{Map, Value, json};

use crate::report::view::weights::WeightsView;

/// The weights of the top level, and under `groups` those of each group; empty where all are written.
pub fn weights(views: &[WeightsView]) -> Map<String, Value> {
    let mut top = Map::new();
    let mut groups = Map::new();
    for view in views {
        let mut own = Map::new();
        own.insert("kind".to_owned(), Value::from(view.kind));
        let shares = view.shares.iter().map(|(id, share)| (id.clone(), json!(share)));
        own.insert("shares".to_owned(), Value::Object(shares.collect()));
        own.extend(view.figures.iter().map(|(name, figure)| ((*name).to_owned(), json!(figure))));
        match &view.group {
            Some(group) => {
                groups.insert(group.clone(), Value::Object(own));
            }
            None => top.extend(own),
        }
    }
    if !groups.is_empty() {
        top.insert("groups".to_owned(), Value::Object(groups));
    }
    top
}
