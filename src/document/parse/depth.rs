//! How deep a text nests, found without recursion before anything recurses over it.
//! Guards `parse`: the tree that follows is never deeper than twice [`DEEPEST`] or so.

use std::ops::Range;

use crate::document::parse::DEEPEST;

/// Where the first bracket or dot stands that opens one level more than [`DEEPEST`], if any.
///
/// Reads strings and comments as TOML does, so that brackets in them do not count.
pub(crate) fn too_deep(content: &str) -> Option<Range<usize>> {
    let bytes = content.as_bytes();
    let mut open: Vec<usize> = Vec::new();
    let mut dots = 0;
    let mut index = 0;
    while let Some(&byte) = bytes.get(index) {
        let mut next = index + 1;
        match byte {
            b'"' | b'\'' => next = string_end(bytes, index),
            b'#' => next = line_end(bytes, index),
            b'[' | b'{' => {
                open.push(dots);
                dots = 0;
            }
            b']' | b'}' => dots = open.pop().unwrap_or(0),
            b'.' => dots += 1,
            b',' => dots = 0,
            b'\n' if open.is_empty() => dots = 0,
            _ => {}
        }
        if matches!(byte, b'[' | b'{' | b'.')
            && open.len() + open.iter().sum::<usize>() + dots > DEEPEST
        {
            return Some(index..next);
        }
        index = next;
    }
    None
}

fn line_end(bytes: &[u8], from: usize) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    rest.iter().position(|&byte| byte == b'\n').map_or(bytes.len(), |length| from + length)
}

/// One past the string that opens at `from`; a single-line string ends with its line.
fn string_end(bytes: &[u8], from: usize) -> usize {
    let quote = bytes[from];
    let escapes = quote == b'"';
    let multi_line = bytes[from..].starts_with(&[quote; 3]);
    let mut index = if multi_line { from + 3 } else { from + 1 };
    while let Some(&byte) = bytes.get(index) {
        match byte {
            b'\\' if escapes => index += 1,
            b'\n' if !multi_line => return index,
            _ if multi_line && bytes[index..].starts_with(&[quote; 3]) => {
                // Up to two more quotes belong to the string's own end.
                let more = bytes[index + 3..].iter().take(2).take_while(|&&b| b == quote).count();
                return index + 3 + more;
            }
            _ if !multi_line && byte == quote => return index + 1,
            _ => {}
        }
        index += 1;
    }
    bytes.len()
}
