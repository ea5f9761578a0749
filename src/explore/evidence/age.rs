//! How old a report is on the scenario's date, in days.

/// Days from one date to another, both as TOML writes them (a time of day is left aside);
/// `None` where either is no date of the common calendar.
pub fn days_between(from: &str, to: &str) -> Option<i64> {
    Some(day_number(to)? - day_number(from)?)
}

/// Days since the first of January of the year 0 in the Gregorian calendar.
fn day_number(date: &str) -> Option<i64> {
    let mut parts = date.get(..10)?.split('-');
    let mut next = || parts.next()?.parse::<i64>().ok();
    let (year, month, day) = (next()?, next()?, next()?);
    let months = usize::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
    const LENGTHS: [i64; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let before: i64 = LENGTHS[..months - 1].iter().sum();
    let leap_day = i64::from(is_leap && months > 2);
    // Leap days of the years before this one; year 0 is one itself.
    let leaps =
        if year == 0 { 0 } else { (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400 + 1 };
    Some(year * 365 + leaps + before + leap_day + day - 1)
}

#[cfg(test)]
mod tests {
    use super::days_between;

    #[test]
    fn leap_years_are_counted() {
        assert_eq!(days_between("2025-02-11", "2025-02-11"), Some(0));
        assert_eq!(days_between("2024-02-28", "2024-03-01"), Some(2));
        assert_eq!(days_between("2023-02-28", "2023-03-01"), Some(1));
        assert_eq!(days_between("1900-02-28", "1900-03-01"), Some(1));
        // A whole cycle of the calendar.
        assert_eq!(days_between("1625-02-11", "2025-02-11T09:00:00"), Some(146_097));
        assert_eq!(days_between("2025-03-01", "2025-02-11"), Some(-18));
        assert_eq!(days_between("soon", "2025-02-11"), None);
    }
}
