//! Boxes and lines as SVG: one element a line, plain numbers, text escaped.
//! Lines run under boxes; the legend names only what is drawn.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::report::svg::advance::{advance, broken};
use crate::report::svg::fold::Folded;
use crate::report::svg::layout::{LEADING, LETTER, Layout, Placed, SMALL};
use crate::report::svg::look::{LOOKS, Look, Outline, look};
use crate::report::view::graph::EdgeView;

/// Room that points and cuts of an outline take.
const CUT: f64 = 8.0;

/// The whole drawing.
pub fn sheet(folded: &Folded, layout: &Layout) -> String {
    let mut used: Vec<usize> =
        folded.graph.nodes.iter().map(|node| look(node.kind, &node.value)).collect();
    used.sort_unstable();
    used.dedup();
    let legend = legend(&used, folded, layout);
    let (width, height) = (layout.width.max(legend.width), layout.height + legend.height);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" \
         viewBox=\"0 0 {w} {h}\" font-family=\"Helvetica, Arial, sans-serif\" \
         font-size=\"{LETTER}\" role=\"img\">\n<title>What the decision rests on</title>\n",
        w = number(width),
        h = number(height)
    );
    svg.push_str(
        "<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7.5\" refY=\"4\" markerWidth=\"7\" \
         markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"#475569\"/></marker>\
         </defs>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n",
    );
    svg.push_str(&lines(folded, layout));
    for (node, placed) in folded.graph.nodes.iter().zip(&layout.boxes) {
        let tip = escaped(&format!("{} ({})", node.text(), node.id));
        let _ = writeln!(svg, "<g><title>{tip}</title>");
        svg.push_str(&outline(&LOOKS[look(node.kind, &node.value)], placed));
        svg.push_str(&words(placed));
        svg.push_str("</g>\n");
    }
    svg.push_str(&legend.svg);
    svg.push_str("</svg>\n");
    svg
}

fn lines(folded: &Folded, layout: &Layout) -> String {
    let at: BTreeMap<&str, &Placed> = folded
        .graph
        .nodes
        .iter()
        .zip(&layout.boxes)
        .map(|(node, placed)| (node.id.as_str(), placed))
        .collect();
    let mut svg = String::new();
    for (edge, points) in folded.graph.edges.iter().zip(&layout.lines) {
        let ends = at.get(edge.from.as_str()).zip(at.get(edge.to.as_str()));
        if edge.kind == "contradicts" {
            if let Some((from, to)) = ends {
                svg.push_str(&contradiction(from, to));
            }
        } else if points.len() > 1 {
            svg.push_str(&line(edge, points));
        }
    }
    svg
}

fn line(edge: &EdgeView, points: &[[f64; 2]]) -> String {
    let style = match edge.kind {
        "fails" => " stroke-width=\"2.2\"",
        "requires" | "overrides" => " stroke-dasharray=\"5 3\"",
        _ => "",
    };
    format!(
        "<path d=\"{}\" fill=\"none\" stroke=\"#64748b\"{style} marker-end=\"url(#tip)\"><title>{}\
         </title></path>\n",
        curve(points),
        escaped(&format!("{} {} {}", edge.from, edge.kind, edge.to))
    )
}

/// To the next layer one sweep, level at both ends; further on bent around every point between.
fn curve(points: &[[f64; 2]]) -> String {
    let [from, .., to] = points else { return String::new() };
    let [from_x, from_y, to_x, to_y] = [from[0], from[1], to[0], to[1]].map(number);
    if points.len() <= 3 {
        let middle = number((from[0] + to[0]) / 2.0);
        return format!("M{from_x} {from_y}C{middle} {from_y} {middle} {to_y} {to_x} {to_y}");
    }
    let mut path = format!("M{from_x} {from_y}");
    for pair in points[1..points.len() - 1].windows(2) {
        let [bend, next] = [pair[0], pair[1]];
        let middle = [(bend[0] + next[0]) / 2.0, (bend[1] + next[1]) / 2.0].map(number);
        let _ =
            write!(path, "Q{} {} {} {}", number(bend[0]), number(bend[1]), middle[0], middle[1]);
    }
    let last = points[points.len() - 2];
    let _ = write!(path, "Q{} {} {to_x} {to_y}", number(last[0]), number(last[1]));
    path
}

/// Between two claims of one layer, bulging to the left, without a direction.
fn contradiction(from: &Placed, to: &Placed) -> String {
    let left = |placed: &Placed| placed.x - placed.width / 2.0;
    let out = left(from).min(left(to)) - 18.0;
    format!(
        "<path d=\"M{} {}C{out} {} {out} {} {} {}\" fill=\"none\" stroke=\"#b91c1c\" \
         stroke-width=\"1.6\" stroke-dasharray=\"2 3\"><title>contradicts</title></path>\n",
        number(left(from)),
        number(from.y),
        number(from.y),
        number(to.y),
        number(left(to)),
        number(to.y),
        out = number(out),
    )
}

fn outline(look: &Look, placed: &Placed) -> String {
    let (left, top) = (placed.x - placed.width / 2.0, placed.y - placed.height / 2.0);
    let (right, bottom) = (left + placed.width, top + placed.height);
    let fill = look.fill;
    let stroke = "stroke=\"#334155\"";
    let rect = |more: &str| {
        format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{fill}\" {stroke}{more}/>\n",
            number(left),
            number(top),
            number(placed.width),
            number(placed.height)
        )
    };
    let polygon = |points: &[[f64; 2]], more: &str| {
        let points: Vec<String> =
            points.iter().map(|[x, y]| format!("{},{}", number(*x), number(*y))).collect();
        format!("<polygon points=\"{}\" fill=\"{fill}\" {stroke}{more}/>\n", points.join(" "))
    };
    let cut = CUT.min(placed.height / 3.0);
    let octagon = |by: f64| {
        [
            [left + cut + by, top + by],
            [right - cut - by, top + by],
            [right - by, top + cut + by],
            [right - by, bottom - cut - by],
            [right - cut - by, bottom - by],
            [left + cut + by, bottom - by],
            [left + by, bottom - cut - by],
            [left + by, top + cut + by],
        ]
    };
    match look.outline {
        Outline::Box => rect(""),
        Outline::Round => rect(" rx=\"9\""),
        Outline::Dashed => rect(" stroke-dasharray=\"5 3\""),
        Outline::Marked => {
            let corner = [[left, top], [left + 11.0, top], [left, top + 11.0]];
            let corner: Vec<String> =
                corner.iter().map(|[x, y]| format!("{},{}", number(*x), number(*y))).collect();
            rect(" stroke-width=\"2.6\"")
                + &format!("<polygon points=\"{}\" fill=\"#9a3412\"/>\n", corner.join(" "))
        }
        Outline::Note => {
            let fold = 9.0;
            let sheet = [
                [left, top],
                [right - fold, top],
                [right, top + fold],
                [right, bottom],
                [left, bottom],
            ];
            let turned = [[right - fold, top], [right - fold, top + fold], [right, top + fold]];
            polygon(&sheet, "") + &polygon(&turned, "")
        }
        Outline::Hexagon => {
            let point = CUT;
            let middle = (top + bottom) / 2.0;
            polygon(
                &[
                    [left + point, top],
                    [right - point, top],
                    [right, middle],
                    [right - point, bottom],
                    [left + point, bottom],
                    [left, middle],
                ],
                "",
            )
        }
        Outline::Octagon => polygon(&octagon(0.0), ""),
        Outline::Double => {
            polygon(&octagon(0.0), " stroke-width=\"1.6\"") + &polygon(&octagon(3.0), "")
        }
    }
}

fn words(placed: &Placed) -> String {
    let rows =
        placed.lines.len() as f64 * LEADING + placed.place.iter().len() as f64 * (LEADING - 2.0);
    let mut y = placed.y - rows / 2.0 + LEADING - 4.0;
    let mut svg = String::new();
    for line in &placed.lines {
        let _ = writeln!(
            svg,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\" fill=\"#0f172a\">{}</text>",
            number(placed.x),
            number(y),
            escaped(line)
        );
        y += LEADING;
    }
    if let Some(place) = &placed.place {
        let _ = writeln!(
            svg,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\" font-size=\"{SMALL}\" \
             fill=\"#475569\">{}</text>",
            number(placed.x),
            number(y - 2.0),
            escaped(place)
        );
    }
    svg
}

struct Legend {
    svg: String,
    width: f64,
    height: f64,
}

/// What the shapes mean and what was left out, under the drawing.
fn legend(used: &[usize], folded: &Folded, layout: &Layout) -> Legend {
    let mut svg = String::new();
    let (mut x, mut y) = (24.0, layout.height + 18.0);
    let most = layout.width.max(480.0);
    let mut width: f64 = 0.0;
    for &idx in used {
        let words = LOOKS[idx].words;
        let wide = 44.0 + advance(words) * LETTER + 20.0;
        if x + wide > most && x > 24.0 {
            (x, y) = (24.0, y + 26.0);
        }
        let sample =
            Placed { x: x + 17.0, y, width: 34.0, height: 20.0, lines: Vec::new(), place: None };
        svg.push_str(&outline(&LOOKS[idx], &sample));
        let _ = writeln!(
            svg,
            "<text x=\"{}\" y=\"{}\" fill=\"#334155\">{}</text>",
            number(x + 42.0),
            number(y + 4.0),
            escaped(words)
        );
        x += wide;
        width = width.max(x);
    }
    if !folded.note.is_empty() {
        for line in broken(&folded.note, (most - 48.0) / LETTER, 4) {
            y += 26.0;
            let _ = writeln!(
                svg,
                "<text x=\"24\" y=\"{}\" fill=\"#334155\">{}</text>",
                number(y),
                escaped(&line)
            );
        }
        width = width.max(most);
    }
    Legend { svg, width, height: y + 24.0 - layout.height }
}

/// A length with at most one decimal.
fn number(length: f64) -> String {
    let text = crate::report::digits::fixed(length, 1);
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            control if control.is_control() => escaped.push(' '),
            other => escaped.push(other),
        }
    }
    escaped
}
