//! Everything that can be read in a document, whatever its format: unzipped, and every file of a folder with its name.

#![allow(dead_code, reason = "each test file uses its own part of this")]

use std::io::{Cursor, Read as _};

use plenair::export::Content;

/// The raw text of a document.
pub fn raw_text(content: &Content) -> String {
    match content {
        Content::File(bytes) => unzipped(bytes),
        Content::Folder(files) => {
            let texts = files.iter().map(|file| format!("{}\n{}\n", file.name, unzipped(&file.bytes)));
            texts.collect()
        }
    }
}

/// The bytes as text; of an archive, every name and every file in it.
pub fn unzipped(bytes: &[u8]) -> String {
    if !bytes.starts_with(b"PK") {
        return String::from_utf8_lossy(bytes).into_owned();
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut text = String::from_utf8_lossy(bytes).into_owned();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).expect("a file in it");
        text.push_str(&file.name().expect("a name"));
        let mut inside = Vec::new();
        file.read_to_end(&mut inside).expect("a file that can be read");
        text.push_str(&String::from_utf8_lossy(&inside));
    }
    text
}
