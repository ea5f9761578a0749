//! A scenario named on the command line: a file, or `REV:FILE` as git keeps it.
//! At a revision, everything the file stands on is read at that revision too.

use std::path::{Component, Path, PathBuf};
use std::process::Command;

use crate::cli::opening::{Opened, open_beside, read};
use crate::document::overlay::Flag;
use crate::files::LARGEST;
use crate::text::source::Texts;
use crate::text::unreadable::{Reason, Unreadable};

/// Where a scenario is read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place<'a> {
    /// A file, or standard input.
    File(&'a str),
    /// A file at a revision.
    Revision {
        /// As typed.
        typed: &'a str,
        /// What git takes for a revision.
        revision: &'a str,
        /// The file, from the root of the repository or from the working folder.
        file: &'a str,
    },
}

/// What an argument names: a file if there is one of that name, else `REV:FILE`.
pub fn reader(typed: &str) -> Place<'_> {
    match typed.split_once(':') {
        Some((revision, file)) if !file.is_empty() && !Path::new(typed).exists() => {
            Place::Revision { typed, revision, file }
        }
        _ => Place::File(typed),
    }
}

impl Place<'_> {
    /// Opens it beside texts that were read before.
    ///
    /// # Errors
    /// When the file itself cannot be read.
    pub fn open(&self, flags: &[Flag], texts: Texts) -> Result<Opened, Unreadable> {
        let (typed, revision, file) = match *self {
            Self::File(path) => return open_beside(path, flags, texts, &mut read),
            Self::Revision { typed, revision, file } => (typed, revision, file),
        };
        let unreadable = |reason| Unreadable { path: PathBuf::from(typed), reason };
        let commit = commit(revision).map_err(unreadable)?;
        let file = whole(&commit, file);
        let folder = PathBuf::from(format!("{revision}:"));
        let mut at_revision = |path: &Path| {
            let failed = |reason| Unreadable { path: path.to_path_buf(), reason };
            let inner = path.strip_prefix(&folder).ok().and_then(inside);
            let inner = inner.ok_or_else(|| {
                failed(Reason::Other("it lies outside the repository".to_owned()))
            })?;
            show(&commit, &inner).map_err(failed)
        };
        let start = folder.join(file);
        let mut opened = open_beside(&start.display().to_string(), flags, texts, &mut at_revision)
            .map_err(|error| unreadable(error.reason))?;
        typed.clone_into(&mut opened.path);
        Ok(opened)
    }
}

/// The commit of a revision.
fn commit(revision: &str) -> Result<String, Reason> {
    let other = |words: &str| Reason::Other(words.to_owned());
    if revision.is_empty() || revision.starts_with('-') {
        return Err(other("there is no such file, and no revision stands before the `:`"));
    }
    git(&["rev-parse", "--git-dir"]).map_err(|missing| match missing {
        Missing::Git => {
            other("there is no such file, and git cannot be run to look for a revision")
        }
        Missing::Answer => other("there is no such file, and this folder is in no git repository"),
    })?;
    let name = format!("{revision}^{{commit}}");
    let bytes = git(&["rev-parse", "--verify", "--quiet", &name])
        .map_err(|_| Reason::Other(format!("git knows no revision `{revision}`")))?;
    Ok(String::from_utf8_lossy(&bytes).trim().to_owned())
}

/// A file from the root of the repository, as git itself reads `REV:FILE`; one that is not there is
/// looked for from the working folder.
fn whole(commit: &str, file: &str) -> String {
    let exists = |file: &str| git(&["cat-file", "-e", &format!("{commit}:{file}")]).is_ok();
    let prefix = git(&["rev-parse", "--show-prefix"]).unwrap_or_default();
    let prefix = String::from_utf8_lossy(&prefix).trim().to_owned();
    let from_here = inside(Path::new(&format!("{prefix}{file}")));
    match from_here {
        Some(from_here) if !exists(file) => from_here,
        _ => file.to_owned(),
    }
}

/// The text of a file at a commit.
fn show(commit: &str, file: &str) -> Result<String, Reason> {
    let bytes = git(&["cat-file", "blob", &format!("{commit}:{file}")])
        .map_err(|_| Reason::Other("it is not a file of that revision".to_owned()))?;
    if bytes.len() as u64 > LARGEST {
        return Err(Reason::TooLarge { limit: LARGEST });
    }
    String::from_utf8(bytes)
        .map_err(|error| Reason::NotText { byte: error.utf8_error().valid_up_to() })
}

/// A path without `.` and `folder/..`, as git takes it; `None` where it leads outside.
fn inside(path: &Path) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => drop(names.pop()?),
            Component::Normal(name) => names.push(name.to_string_lossy().into_owned()),
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(names.join("/"))
}

enum Missing {
    /// The program itself.
    Git,
    /// It ran and failed.
    Answer,
}

fn git(arguments: &[&str]) -> Result<Vec<u8>, Missing> {
    let output = Command::new("git").args(arguments).output().map_err(|_| Missing::Git)?;
    if output.status.success() { Ok(output.stdout) } else { Err(Missing::Answer) }
}

#[cfg(test)]
mod tests {
    use super::{Place, inside, reader};
    use std::path::Path;

    #[test]
    fn a_name_with_a_colon_is_a_revision_unless_it_is_a_file() {
        let found = reader("HEAD~1:scenarios/x.toml");
        assert!(matches!(
            found,
            Place::Revision { revision: "HEAD~1", file: "scenarios/x.toml", .. }
        ));
        assert_eq!(reader("x.toml"), Place::File("x.toml"));
        assert_eq!(reader("HEAD:"), Place::File("HEAD:"));
    }

    #[test]
    fn paths_never_lead_out_of_the_repository() {
        assert_eq!(inside(Path::new("a/../b/./c.toml")).as_deref(), Some("b/c.toml"));
        assert_eq!(inside(Path::new("a/../../b")), None);
        assert_eq!(inside(Path::new("/etc/passwd")), None);
    }
}
