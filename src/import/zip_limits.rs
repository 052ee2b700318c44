//! The parts of a Word, Excel or OpenDocument file, unpacked within bounds.
//!
//! Such a file is a zip. What it says about its own sizes is not believed: a part is unpacked up to a bound and not
//! further, and a zip inside a zip stays closed.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;

use crate::domain::problem::{Problem, ProblemKind};

/// The most bytes that the parts of one file may have together once they are unpacked.
const MOST_UNPACKED: u64 = 64 * 1024 * 1024;

/// The most parts that are looked at.
const MOST_PARTS: usize = 10_000;

/// The parts of a file.
pub(super) struct Parts<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

impl<'a> Parts<'a> {
    /// The parts of `bytes`, which should be a zip.
    pub(super) fn of(bytes: &'a [u8]) -> Result<Self, Problem> {
        let archive =
            ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged("the file is damaged or not whole"))?;
        if archive.len() > MOST_PARTS {
            return Err(damaged("the file has too many parts"));
        }
        Ok(Self { archive, left: MOST_UNPACKED })
    }

    /// Whether there is a part with this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// A part as text in UTF-8; nothing where there is no such part.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, Problem> {
        let Some(index) = self.archive.index_for_name(name) else {
            return Ok(None);
        };
        let mut bytes = Vec::new();
        self.unpack(index, &mut bytes)?;
        Ok(Some(
            String::from_utf8(bytes)
                .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()),
        ))
    }

    /// Sees that all parts but pictures stay within the bounds together, for a reader that unpacks them by itself.
    pub(super) fn check(&mut self) -> Result<(), Problem> {
        for index in 0..self.archive.len() {
            let is_picture = self.archive.by_index_raw(index).is_ok_and(|part| {
                part.name().is_ok_and(|name| name.contains("/media/") || name.starts_with("Pictures/"))
            });
            if !is_picture {
                self.unpack(index, &mut io::sink())?;
            }
        }
        Ok(())
    }

    fn unpack(&mut self, index: usize, to: &mut impl io::Write) -> Result<(), Problem> {
        let part =
            self.archive.by_index(index).map_err(|_| damaged("a part of the file cannot be unpacked"))?;
        let unpacked = io::copy(&mut part.take(self.left + 1), to)
            .map_err(|_| damaged("a part of the file is damaged"))?;
        self.left = self
            .left
            .checked_sub(unpacked)
            .ok_or_else(|| damaged("the file unpacks to more than a programme can be"))?;
        Ok(())
    }
}

/// A file that cannot be read, and why.
pub(super) fn damaged(cause: &str) -> Problem {
    Problem::new(ProblemKind::NotUnderstood, 1, cause)
}

#[cfg(test)]
pub(super) mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    /// A zip with these parts.
    pub(in crate::import) fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            writer.start_file(*name, SimpleFileOptions::default()).expect("a part");
            writer.write_all(bytes).expect("its bytes");
        }
        writer.finish().expect("a zip").into_inner()
    }

    #[test]
    fn a_part_is_read_by_its_name() {
        let zip = zipped(&[("a.xml", b"een"), ("b.xml", b"twee")]);
        let mut parts = Parts::of(&zip).expect("a zip");
        assert_eq!(parts.text("b.xml").expect("readable").as_deref(), Some("twee"));
        assert_eq!(parts.text("c.xml").expect("readable"), None);
        assert!(parts.has("a.xml") && !parts.has("c.xml"));
    }

    #[test]
    fn what_grows_beyond_the_bound_is_refused() {
        let much = vec![b' '; usize::try_from(MOST_UNPACKED).expect("a size") + 1];
        let zip = zipped(&[("a.xml", &much)]);
        assert!(zip.len() < 200_000, "{}", zip.len());
        let mut parts = Parts::of(&zip).expect("a zip");
        assert!(parts.text("a.xml").expect_err("too much").cause.contains("more than a programme"));
        assert!(Parts::of(&zip).expect("a zip").check().is_err());
    }

    #[test]
    fn a_zip_that_is_cut_off_is_refused() {
        let zip = zipped(&[("a.xml", b"een")]);
        for length in 0..zip.len() {
            assert!(Parts::of(&zip[..length]).and_then(|mut parts| parts.text("a.xml")).is_err(), "{length}");
        }
    }
}
