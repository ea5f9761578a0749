//! A file replaced in one step: either the old text or the new one is there, never half of one.

use std::fmt;
use std::fs::{self, Metadata, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use crate::files::read::reason;
use crate::text::unreadable::Reason;

/// A file that could not be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unwritable {
    /// The path that was asked for.
    pub path: PathBuf,
    /// What stood in the way; [`Reason::Missing`] is about the folder.
    pub reason: Reason,
}

impl fmt::Display for Unwritable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match &self.reason {
            Reason::Missing => write!(formatter, "cannot write `{path}`: there is no such folder"),
            reason => write!(formatter, "cannot write `{path}`: {reason}"),
        }
    }
}

impl std::error::Error for Unwritable {}

/// Writes a file whole, keeping the permissions of the one it replaces and following symbolic links.
///
/// # Errors
/// When the folder is missing, the path is a folder, or writing is not permitted.
pub fn write(path: &Path, content: &[u8]) -> Result<(), Unwritable> {
    let unwritable = |reason| Unwritable { path: path.to_path_buf(), reason };
    let target = followed(path);
    match fs::metadata(&target) {
        Ok(metadata) if metadata.is_dir() => Err(unwritable(Reason::Folder)),
        // Replacing the entry would get around the protection of the file.
        Ok(metadata) if metadata.permissions().readonly() => Err(unwritable(Reason::Denied)),
        Ok(metadata) if !metadata.is_file() => {
            // A device or a pipe cannot be replaced, only written to.
            fs::write(&target, content).map_err(|error| unwritable(reason(&error)))
        }
        Ok(metadata) => {
            replace(&target, content, Some(&metadata)).map_err(|error| unwritable(reason(&error)))
        }
        Err(_) => replace(&target, content, None).map_err(|error| unwritable(reason(&error))),
    }
}

fn replace(target: &Path, content: &[u8], old: Option<&Metadata>) -> io::Result<()> {
    let folder = match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let mut file = beside(folder)?;
    file.write_all(content)?;
    if let Some(old) = old {
        let permissions: Permissions = old.permissions();
        file.as_file().set_permissions(permissions)?;
    }
    file.as_file().sync_all()?;
    file.persist(target).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(unix)]
fn beside(folder: &Path) -> io::Result<NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;
    // The system takes from these what the user's mask forbids, as for any new file.
    Builder::new()
        .prefix(".rationale-")
        .permissions(Permissions::from_mode(0o666))
        .tempfile_in(folder)
}

#[cfg(not(unix))]
fn beside(folder: &Path) -> io::Result<NamedTempFile> {
    Builder::new().prefix(".rationale-").tempfile_in(folder)
}

/// The file that a path leads to over symbolic links, also where it does not exist yet.
fn followed(path: &Path) -> PathBuf {
    if let Ok(target) = fs::canonicalize(path) {
        return target;
    }
    match fs::read_link(path) {
        Ok(link) => path.parent().unwrap_or(Path::new("")).join(link),
        Err(_) => path.to_path_buf(),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::write;
    use crate::text::unreadable::Reason;

    #[test]
    fn a_file_is_replaced_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.toml");
        write(&path, b"one\r\n").unwrap();
        write(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        let missing = write(&folder.path().join("no/a.toml"), b"").unwrap_err();
        assert!(missing.to_string().ends_with("there is no such folder"), "{missing}");
        assert_eq!(write(folder.path(), b"").unwrap_err().reason, Reason::Folder);
    }

    #[cfg(unix)]
    #[test]
    fn permissions_stay_and_links_are_followed() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("a.toml"), folder.path().join("link.toml"));
        fs::write(&path, "one").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        symlink("a.toml", &link).unwrap();
        write(&link, b"two").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        assert_eq!(write(&path, b"three").unwrap_err().reason, Reason::Denied);
        let fresh = folder.path().join("fresh.toml");
        write(&fresh, b"x").unwrap();
        assert_ne!(fs::metadata(&fresh).unwrap().permissions().mode() & 0o077, 0, "not 0600");
    }
}
