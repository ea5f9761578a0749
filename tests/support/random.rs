//! Random scenarios as TOML text, drawn from a tape of bytes so that a failing one shrinks.
//! Small numbers on purpose: ties, edges of gates and equal values are common.

use std::fmt::Write;

use proptest::prelude::{Strategy, any};

/// What to draw.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// At most so many vendors, at least one.
    pub vendors: usize,
    /// At most so many assumptions.
    pub assumptions: usize,
    /// Whether values may depend on the field.
    pub relative: bool,
    /// One rating in so many is unknown.
    pub unknown: usize,
    /// One leaf in so many has a gate.
    pub gates: usize,
}

/// Models of up to five vendors and three assumptions with everything in them.
pub const SMALL: Shape = Shape { vendors: 5, assumptions: 3, relative: true, unknown: 6, gates: 3 };

/// Scenarios of a shape.
pub fn scenarios(shape: Shape) -> impl Strategy<Value = String> {
    proptest::collection::vec(any::<u8>(), 60..400).prop_map(move |bytes| draw(&bytes, shape))
}

struct Tape<'a> {
    bytes: std::iter::Cycle<std::slice::Iter<'a, u8>>,
    text: String,
}

impl Tape<'_> {
    fn below(&mut self, bound: usize) -> usize {
        usize::from(*self.bytes.next().unwrap_or(&0)) % bound
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == count - 1
    }

    fn say(&mut self, line: &str) {
        let _ = writeln!(self.text, "{line}");
    }
}

fn draw(bytes: &[u8], shape: Shape) -> String {
    let mut tape = Tape { bytes: bytes.iter().cycle(), text: String::new() };
    let leaves = 2 + tape.below(3);
    let vendors = 1 + tape.below(shape.vendors);
    let assumptions = tape.below(shape.assumptions + 1);
    let choose = 1 + tape.below(2);
    tape.say(&format!("choose = {choose}"));
    if tape.one_in(3) {
        tape.say("tie-break = [\"c0\"]");
    }
    if tape.one_in(2) {
        let gate = if tape.one_in(3) { "gate = { at-least = \"50%\" }" } else { "" };
        let weight = 1 + tape.below(4);
        tape.say(&format!("[criteria.g]\nweight = {weight}\n{gate}"));
        // One plain member at least, so that the group is never empty.
        tape.say("[criteria.member]\nunder = \"g\"\nweight = 2\nscale = [0, 10]");
        let under = "under = \"g\"\n";
        tape.say(&format!("[criteria.other]\n{under}weight = 3\nscale = [0, 10]"));
    }
    let grouped = tape.text.contains("[criteria.g]");
    let kinds: Vec<usize> =
        (0..leaves).map(|_| tape.below(if shape.relative { 8 } else { 6 })).collect();
    for (idx, kind) in kinds.iter().enumerate() {
        leaf(&mut tape, idx, *kind, shape);
    }
    for idx in 0..assumptions {
        let status = ["pending", "pending", "holds", "fails"][tape.below(4)];
        let requires = if idx > 0 && tape.one_in(3) {
            format!("requires = [\"a{}\"]", idx - 1)
        } else {
            String::new()
        };
        tape.say(&format!(
            "[assumptions.a{idx}]\nclaim = \"x\"\nstatus = \"{status}\"\n{requires}"
        ));
    }
    tape.say("[evidence.stands]\nclaim = \"x\"\nsource = \"s\"");
    tape.say("[evidence.gone]\nclaim = \"x\"\nsource = \"t\"\nretracted = true");
    for vendor in 0..vendors {
        tape.say(&format!("[vendors.v{vendor}]"));
        if tape.one_in(8) {
            tape.say("excluded = true");
        }
        if assumptions > 0 && tape.one_in(6) {
            let id = tape.below(assumptions);
            tape.say(&format!("requires = [\"a{id}\"]"));
        }
        tape.say(&format!("[vendors.v{vendor}.ratings]"));
        for (idx, kind) in kinds.iter().enumerate() {
            rate(&mut tape, &format!("c{idx}"), *kind, assumptions, shape);
        }
        if grouped {
            rate(&mut tape, "member", 0, assumptions, shape);
            rate(&mut tape, "other", 0, assumptions, shape);
        }
    }
    tape.text
}

fn leaf(tape: &mut Tape<'_>, idx: usize, kind: usize, shape: Shape) {
    tape.say(&format!("[criteria.c{idx}]"));
    // The first always counts, so that something does.
    let weight = if idx == 0 { 1 + tape.below(3) } else { tape.below(4) };
    tape.say(&format!("weight = {weight}"));
    let unknown = ["worst", "midpoint", "best"][tape.below(3)];
    tape.say(&format!("unknown = \"{unknown}\""));
    tape.say(match kind {
        0 => "scale = [0, 10]",
        1 => "worst = 9\nbest = 1",
        2 => "levels = [\"low\", \"mid\", \"high\"]",
        3 => "type = \"boolean\"",
        4 => "scale = [0, 10]\nvalue-function = { target = { best = 5, zero-at = [0, 10] } }",
        5 => "scale = [0, 10]\nvalue-function = { steps = [[0, 0], [4, 0.5], [8, 1]] }",
        6 => "type = \"number\"",
        _ => "value-function = { relative = \"lowest-ratio\" }",
    });
    if tape.one_in(shape.gates) {
        tape.say(match kind {
            2 => "gate = { at-least = \"mid\" }",
            3 => "gate = { is = true }",
            1 | 7 => "gate = { at-most = 6 }",
            4 => "gate = { between = [2, 8] }",
            _ => "gate = { at-least = 4 }",
        });
    }
}

fn rate(tape: &mut Tape<'_>, name: &str, kind: usize, assumptions: usize, shape: Shape) {
    if tape.one_in(shape.unknown) {
        if tape.one_in(2) {
            tape.say(&format!("{name} = \"unknown\""));
        }
        return;
    }
    let value = datum(tape, kind);
    match tape.below(7) {
        0 | 1 if assumptions > 0 => {
            let id = tape.below(assumptions);
            let otherwise = if tape.one_in(3) {
                String::new()
            } else {
                format!(", otherwise = {}", datum(tape, kind))
            };
            tape.say(&format!("{name} = {{ value = {value}, requires = [\"a{id}\"]{otherwise} }}"));
        }
        2 => tape.say(&format!("{name} = {{ value = {value}, evidence = [\"gone\"] }}")),
        3 => {
            tape.say(&format!("{name} = {{ value = {value}, evidence = [\"gone\", \"stands\"] }}"));
        }
        4 if !matches!(kind, 2 | 3) => {
            let low = 1 + tape.below(4);
            let high = low + 1 + tape.below(4);
            tape.say(&format!("{name} = {{ low = {low}, high = {high} }}"));
        }
        _ => tape.say(&format!("{name} = {value}")),
    }
}

fn datum(tape: &mut Tape<'_>, kind: usize) -> String {
    match kind {
        2 => format!("\"{}\"", ["low", "mid", "high"][tape.below(3)]),
        3 => (tape.below(2) == 0).to_string(),
        7 => (1 + tape.below(9)).to_string(),
        _ => tape.below(11).to_string(),
    }
}
