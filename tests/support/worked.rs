//! The worked example of `docs/format.md`.

/// Four vendors on speed and price: one hangs on an assumption, one on an unknown price, one fails a
/// gate.
pub const WORKED: &str = r#"
[criteria.speed]
weight = 60
scale = [0, 10]
gate = { at-least = 5 }
[criteria.price]
weight = 40
scale = [0, 10]
[assumptions.upgrade]
claim = "the upgrade ships"
status = "pending"
owner = "Operations"
[vendors.a.ratings]
speed = 6
price = 7
[vendors.b.ratings]
speed = 9
price = "unknown"
[vendors.c.ratings]
speed = { value = 8, requires = ["upgrade"], otherwise = 3 }
price = 5
[vendors.d.ratings]
speed = 4
price = 10
"#;
