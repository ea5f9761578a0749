//! JSON Schema of the files people write and of the JSON that verbs print.
//! Draft 7, which TOML language servers read; descriptions become completion in an editor.

pub mod criteria;
pub mod knowing;
pub mod preference;
pub mod rating;
pub mod scenario;
pub mod weights;

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use crate::report::json::envelope::Envelope;

/// Of a criteria file.
pub fn criteria() -> Schema {
    of::<criteria::CriteriaFile>()
}

/// Of a scenario file, which may hold everything a criteria file may.
pub fn scenario() -> Schema {
    of::<scenario::ScenarioFile>()
}

/// Of what a verb prints, its envelope included.
pub fn output<Body: JsonSchema>() -> Schema {
    plain::<Envelope<Body>>()
}

/// Of what a verb prints that reads no scenario.
pub fn plain<Body: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft07().for_serialize();
    settings.into_generator().into_root_schema_for::<Body>()
}

fn of<File: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft07().with_transform(RecursiveTransform(without_null));
    settings.into_generator().into_root_schema_for::<File>()
}

/// TOML has no null: what is optional is left out, and `null` would only clutter completion.
fn without_null(schema: &mut Schema) {
    let Some(object) = schema.as_object_mut() else { return };
    object.remove("format");
    if let Some(Value::Array(types)) = object.get_mut("type") {
        types.retain(|each| each != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            object.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(options)) = object.get_mut("anyOf") {
        options.retain(|option| option.get("type").is_none_or(|each| each != "null"));
    }
}
