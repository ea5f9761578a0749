//! A text file read whole, and why one could not be.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use crate::text::unreadable::{Reason, Unreadable};

/// Bytes that are read of a file at most; a larger one is refused.
pub const LARGEST: u64 = 16_000_000;

/// The text of a file, byte for byte.
///
/// # Errors
/// When there is no such file, it is a folder, not permitted, larger than [`LARGEST`], or not UTF-8.
pub fn read(path: &Path) -> Result<String, Unreadable> {
    let unreadable = |reason| Unreadable { path: path.to_path_buf(), reason };
    let bytes = bytes(path).map_err(unreadable)?;
    String::from_utf8(bytes)
        .map_err(|error| unreadable(Reason::NotText { byte: error.utf8_error().valid_up_to() }))
}

fn bytes(path: &Path) -> Result<Vec<u8>, Reason> {
    let file = File::open(path).map_err(|error| reason(&error))?;
    let metadata = file.metadata().map_err(|error| reason(&error))?;
    if metadata.is_dir() {
        return Err(Reason::Folder);
    }
    let mut bytes = Vec::new();
    // A pipe says no length beforehand, so the bound is kept while reading.
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| reason(&error))?;
    if bytes.len() as u64 > LARGEST {
        return Err(Reason::TooLarge { limit: LARGEST });
    }
    Ok(bytes)
}

/// The system's error as a reason.
pub(crate) fn reason(error: &io::Error) -> Reason {
    match error.kind() {
        ErrorKind::NotFound => Reason::Missing,
        ErrorKind::IsADirectory => Reason::Folder,
        ErrorKind::PermissionDenied => Reason::Denied,
        _ => Reason::Other(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::{LARGEST, read};
    use crate::text::unreadable::Reason;

    #[test]
    fn every_way_a_file_cannot_be_read_is_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        assert_eq!(read(&at("none")).unwrap_err().reason, Reason::Missing);
        assert_eq!(read(folder.path()).unwrap_err().reason, Reason::Folder);
        std::fs::write(at("bytes"), [b'a', 0xff]).unwrap();
        assert_eq!(read(&at("bytes")).unwrap_err().reason, Reason::NotText { byte: 1 });
        let large = std::fs::File::create(at("large")).unwrap();
        large.set_len(LARGEST + 1).unwrap();
        let reason = read(&at("large")).unwrap_err().reason;
        assert_eq!(reason, Reason::TooLarge { limit: LARGEST });
        assert_eq!(reason.to_string(), "it is larger than 16 MB");
        std::fs::write(at("crlf"), "\u{feff}a\r\n").unwrap();
        assert_eq!(read(&at("crlf")).unwrap(), "\u{feff}a\r\n");
    }
}
