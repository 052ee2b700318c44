//! File systems of a test's own, as root: a small one in memory, and one whose power can be cut.
//!
//! Everything is in a temporary folder and is unmounted when the guard is dropped, also after a failure.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// The size of the disk, in bytes. Large enough for ext4 with its journal.
const DISK_BYTES: u64 = 64 * 1024 * 1024;

/// Whether this process may mount.
pub fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

/// Something that is mounted until it is dropped.
pub struct Mount {
    folder: TempDir,
    mounted: bool,
}

impl Mount {
    /// A file system in memory of so many kilobytes; or why there is none.
    pub fn in_memory(kilobytes: u32) -> Result<Self, String> {
        let mut mount = Self::prepare()?;
        let size = format!("size={kilobytes}k");
        let arguments = ["-t", "tmpfs", "-o", &size, "plenair-proof"].map(OsStr::new);
        mount.mount(&arguments)?;
        Ok(mount)
    }

    /// A disk with ext4 in a file, mounted; or why there is none.
    pub fn disk() -> Result<Self, String> {
        let mut mount = Self::prepare()?;
        File::create(mount.image())
            .and_then(|file| file.set_len(DISK_BYTES))
            .map_err(|error| error.to_string())?;
        run(Command::new("mkfs.ext4").args(["-q", "-F"]).arg(mount.image()))?;
        mount.power_on()?;
        Ok(mount)
    }

    /// The folder where it is mounted.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("disk")
    }

    /// Cuts the power: what was not synced to the disk is gone. Then mounts the disk again, as a restart does. Nobody may
    /// have a file open on it.
    pub fn cut_power(&mut self) -> Result<(), String> {
        run(Command::new("xfs_io").args(["-x", "-c", "shutdown"]).arg(self.path()))?;
        run(Command::new("umount").arg(self.path()))?;
        self.mounted = false;
        self.power_on()
    }

    fn power_on(&mut self) -> Result<(), String> {
        let image = self.image();
        self.mount(&[OsStr::new("-o"), OsStr::new("loop"), image.as_os_str()])
    }

    fn mount(&mut self, arguments: &[&OsStr]) -> Result<(), String> {
        run(Command::new("mount").args(arguments).arg(self.path()))?;
        self.mounted = true;
        Ok(())
    }

    fn prepare() -> Result<Self, String> {
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        let mount = Self { folder, mounted: false };
        fs::create_dir(mount.path()).map_err(|error| error.to_string())?;
        Ok(mount)
    }

    fn image(&self) -> PathBuf {
        self.folder.path().join("disk.img")
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        if self.mounted && run(Command::new("umount").arg(self.path())).is_err() {
            // Somebody has a file open: gone from sight now, and for good once it is closed.
            let _: Result<(), String> = run(Command::new("umount").arg("--lazy").arg(self.path()));
        }
    }
}

/// Runs a command; its own words when it fails.
fn run(command: &mut Command) -> Result<(), String> {
    let name = Path::new(command.get_program()).display().to_string();
    let output = command.stdin(Stdio::null()).output().map_err(|error| format!("{name}: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("{name}: {}", String::from_utf8_lossy(&output.stderr).trim()))
}
