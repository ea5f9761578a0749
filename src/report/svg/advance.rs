//! How wide a text is drawn at most, without a font at hand.
//! On the wide side on purpose, so that boxes hold their text whatever sans-serif is found.

use unicode_width::UnicodeWidthChar;

/// The width of a text in units of its font size.
pub fn advance(text: &str) -> f64 {
    text.chars().map(of_character).sum()
}

fn of_character(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.34,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' | ' ' => 0.42,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 1.0,
        'A'..='Z' => 0.78,
        ' '..='~' => 0.6,
        other => match other.width() {
            Some(0) | None => 0.0,
            Some(1) => 0.8,
            Some(_) => 1.1,
        },
    }
}

/// Lines of at most `most` units each; words break at spaces, longer ones anywhere. What does not
/// fit into `lines` lines ends in an ellipsis.
pub fn broken(text: &str, most: f64, lines: usize) -> Vec<String> {
    let mut broken: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let space = if line.is_empty() { "" } else { " " };
        if advance(&line) + advance(space) + advance(word) <= most {
            line.push_str(space);
            line.push_str(word);
            continue;
        }
        if !line.is_empty() {
            broken.push(std::mem::take(&mut line));
        }
        for character in word.chars() {
            if advance(&line) + of_character(character) > most {
                broken.push(std::mem::take(&mut line));
            }
            line.push(character);
        }
    }
    if !line.is_empty() || broken.is_empty() {
        broken.push(line);
    }
    if broken.len() > lines {
        broken.truncate(lines);
        if let Some(last) = broken.last_mut() {
            while advance(last) + advance("…") > most && last.pop().is_some() {}
            last.push('…');
        }
    }
    broken
}

/// The same in as few lines, each as near to the others in width as words allow, so that no line
/// holds a number alone.
pub fn balanced(text: &str, most: f64, lines: usize) -> Vec<String> {
    let widest = broken(text, most, lines);
    if widest.len() == 1 || broken(text, most, usize::MAX).len() > lines {
        return widest;
    }
    let longest = text.split_whitespace().map(advance).fold(0.0, f64::max);
    let narrower = (0..).map(|step| longest + 0.5 * f64::from(step));
    let mut narrower = narrower.take_while(|width| *width < most);
    let fits =
        |width| Some(broken(text, width, usize::MAX)).filter(|all| all.len() <= widest.len());
    narrower.find_map(fits).unwrap_or(widest)
}

#[cfg(test)]
mod tests {
    use super::{advance, balanced, broken};

    #[test]
    fn balanced_lines_are_as_few_and_leave_no_number_alone() {
        let text = "rank of Vendor number thirty two: 1";
        let first = advance("rank of Vendor number thirty two:");
        assert_eq!(broken(text, first, 3).last().unwrap(), "1");
        let lines = balanced(text, first, 3);
        assert_eq!(lines, ["rank of Vendor", "number thirty two: 1"]);
        let long = "WWWWWWWWWWWWWWWWWWWWWWWWWW 阿里巴巴集团控股有限公司 and a tail of words";
        assert_eq!(balanced(long, 12.0, 3), broken(long, 12.0, 3));
        assert_eq!(balanced("", 12.0, 3), [""]);
    }

    #[test]
    fn no_line_is_wider_than_its_box_and_nothing_is_lost_silently() {
        let text =
            "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW 阿里巴巴集团控股有限公司 and a tail of words";
        for line in broken(text, 12.0, 3) {
            assert!(advance(&line) <= 12.0, "{line}");
        }
        assert!(broken(text, 12.0, 3).last().is_some_and(|line| line.ends_with('…')));
        assert_eq!(broken("a b", 12.0, 3), ["a b"]);
        assert_eq!(broken("", 12.0, 3), [""]);
    }
}
