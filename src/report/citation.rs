//! Places in files, cited after a sentence: the first few, the rest counted.
//! A file that was just named is not named again.

/// Places cited before the rest is counted.
const CITED: usize = 2;

/// `a.toml:3, :9, +2`.
pub fn citation(places: &[String]) -> String {
    let mut shown: Vec<String> = Vec::new();
    let mut file = "";
    for place in places.iter().take(CITED) {
        match place.rsplit_once(':') {
            Some((same, line)) if same == file => shown.push(format!(":{line}")),
            Some((other, _)) => {
                file = other;
                shown.push(place.clone());
            }
            None => shown.push(place.clone()),
        }
    }
    if places.len() > CITED {
        shown.push(format!("+{}", places.len() - CITED));
    }
    shown.join(", ")
}

#[cfg(test)]
mod tests {
    use super::citation;

    #[test]
    fn a_file_is_named_once_in_a_row() {
        let places = ["a:1", "a:2", "b:3"].map(str::to_owned);
        assert_eq!(citation(&places), "a:1, :2, +1");
        assert_eq!(citation(&["a:1".to_owned(), "b:2".to_owned()]), "a:1, b:2");
    }
}
