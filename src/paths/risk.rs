//! Folders in which a database is not safe: a program that syncs them may copy half of it, and on a network drive the
//! promise that something is on the disk does not hold. Names the risk; moves nothing.

use std::env;
use std::path::{Component, Path, PathBuf, Prefix};

/// Why a folder is a risky place for notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FolderRisk {
    /// This program copies it to other machines while it changes.
    Synced(&'static str),
    /// It is on a network drive or in a virtual machine's shared folder, of this type.
    Network(String),
}

/// What roots of synced folders are called; Microsoft and Dropbox put the name of an organisation behind theirs.
const SYNCED: [(&str, &str); 6] = [
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("nextcloud", "Nextcloud"),
    ("iclouddrive", "iCloud"),
    ("mobile documents", "iCloud"),
    ("cloudstorage", "CloudStorage"),
];

/// What OneDrive calls its folders.
const ONE_DRIVE_VARIABLES: [&str; 3] = ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"];

/// Types of file systems on which SQLite's log cannot be trusted: <https://www.sqlite.org/wal.html>.
const NETWORK: [&str; 20] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "ncpfs",
    "9p",
    "afs",
    "ceph",
    "lustre",
    "davfs",
    "virtiofs",
    "vboxsf",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.davfs2",
    "fuse.glusterfs",
    "fuse.s3fs",
    "fuse.gvfsd-fuse",
    "fuse.vmhgfs-fuse",
];

/// Where Linux says what is mounted where.
const MOUNTS: &str = "/proc/self/mountinfo";

impl FolderRisk {
    /// The name of the program or of the type of file system.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Synced(name) => name,
            Self::Network(name) => name,
        }
    }
}

/// Why `folder`, which need not exist yet, is a risky place for notes; `None` when it is not known to be.
#[must_use]
pub fn risk_of(folder: &Path) -> Option<FolderRisk> {
    let folder = real(folder);
    let in_one_drive = ONE_DRIVE_VARIABLES
        .iter()
        .filter_map(env::var_os)
        .any(|root| !root.is_empty() && folder.starts_with(real(Path::new(&root))));
    if in_one_drive {
        return Some(FolderRisk::Synced("OneDrive"));
    }
    let mounts = std::fs::read_to_string(MOUNTS).unwrap_or_default();
    synced_by_name(&folder).or_else(|| on_share(&folder)).or_else(|| on_network(&folder, &mounts))
}

/// The folder without links in it, as far as it exists.
fn real(folder: &Path) -> PathBuf {
    let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.to_path_buf());
    for ancestor in absolute.ancestors() {
        if let (Ok(found), Ok(rest)) = (ancestor.canonicalize(), absolute.strip_prefix(ancestor)) {
            return found.join(rest);
        }
    }
    absolute
}

fn synced_by_name(folder: &Path) -> Option<FolderRisk> {
    let mut names = folder.components().filter_map(|component| match component {
        Component::Normal(name) => Some(name.to_string_lossy().to_lowercase()),
        _ => None,
    });
    names.find_map(|name| synced_name(&name)).map(FolderRisk::Synced)
}

fn synced_name(name: &str) -> Option<&'static str> {
    let (_, program) = SYNCED.iter().find(|(root, _)| {
        name.strip_prefix(root).is_some_and(|rest| {
            rest.is_empty() || rest.starts_with(" - ") || rest.starts_with(" (") || rest.starts_with('-')
        })
    })?;
    Some(program)
}

/// `\\server\share` of Windows.
fn on_share(folder: &Path) -> Option<FolderRisk> {
    match folder.components().next() {
        Some(Component::Prefix(prefix)) => match prefix.kind() {
            Prefix::UNC(..) | Prefix::VerbatimUNC(..) => Some(FolderRisk::Network("UNC".to_owned())),
            _ => None,
        },
        _ => None,
    }
}

/// Of the mounts that hold the folder the innermost counts, and of two on the same place the last
/// (<https://www.kernel.org/doc/html/latest/filesystems/proc.html>, 3.5).
fn on_network(folder: &Path, mounts: &str) -> Option<FolderRisk> {
    let (_, file_system) = mounts
        .lines()
        .filter_map(mount)
        .filter(|(place, _)| folder.starts_with(place))
        .max_by_key(|(place, _)| place.components().count())?;
    NETWORK.contains(&file_system).then(|| FolderRisk::Network(file_system.to_owned()))
}

/// Where something is mounted, and the type of its file system.
fn mount(line: &str) -> Option<(PathBuf, &str)> {
    let (before, after) = line.split_once(" - ")?;
    let place = before.split(' ').nth(4)?;
    Some((PathBuf::from(unescaped(place)), after.split(' ').next()?))
}

/// Spaces, tabs, line breaks and backslashes are written in octal there.
fn unescaped(text: &str) -> String {
    [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")]
        .iter()
        .fold(text.to_owned(), |text, (octal, plain)| text.replace(octal, plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by_name(path: &str) -> Option<String> {
        synced_by_name(Path::new(path)).map(|risk| risk.name().to_owned())
    }

    #[test]
    fn synced_folders_are_known_by_their_names() {
        for (path, program) in [
            ("/home/noor/Dropbox/Plenair", "Dropbox"),
            ("/home/noor/Dropbox (Gemeente)/x", "Dropbox"),
            ("/home/noor/Nextcloud", "Nextcloud"),
            ("/home/noor/OneDrive - Gemeente Ergens/x", "OneDrive"),
            ("/Users/noor/Library/Mobile Documents/x", "iCloud"),
            ("/Users/noor/Library/CloudStorage/OneDrive-Gemeente/x", "CloudStorage"),
        ] {
            assert_eq!(by_name(path).as_deref(), Some(program), "{path}");
        }
        for path in ["/home/noor/.local/share/plenair", "/home/dropboxer/x", "/home/noor/onedrives"] {
            assert_eq!(by_name(path), None, "{path}");
        }
    }

    #[test]
    fn the_innermost_and_last_mount_decides() {
        let mounts = "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n\
                      40 22 0:35 / /home/noor/net\\040werk rw,nosuid shared:1 - cifs //server/x rw\n\
                      41 22 0:36 / /mnt rw - nfs4 server:/x rw\n\
                      42 41 8:2 / /mnt/schijf rw - ext4 /dev/sdb1 rw\n\
                      43 22 0:37 / /twee rw - ext4 /dev/sdc1 rw\n\
                      44 43 0:38 / /twee rw - fuse.sshfs x rw\n";
        let risk = |path: &str| on_network(Path::new(path), mounts).map(|risk| risk.name().to_owned());
        assert_eq!(risk("/home/noor/net werk/plenair").as_deref(), Some("cifs"));
        assert_eq!(risk("/mnt/plenair").as_deref(), Some("nfs4"));
        assert_eq!(risk("/twee/plenair").as_deref(), Some("fuse.sshfs"));
        assert_eq!(risk("/mnt/schijf/plenair"), None);
        assert_eq!(risk("/home/noor/net"), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_into_a_synced_folder_is_seen_through() {
        let folder = tempfile::tempdir().expect("a folder");
        let synced = folder.path().join("Nextcloud");
        std::fs::create_dir(&synced).expect("a folder");
        let link = folder.path().join("notities");
        std::os::unix::fs::symlink(&synced, &link).expect("a link");
        assert_eq!(risk_of(&link.join("nieuw")), Some(FolderRisk::Synced("Nextcloud")));
    }
}
