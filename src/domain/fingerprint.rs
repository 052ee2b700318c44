//! A short sign of a text, by which it is known again: in a file that somebody may have edited meanwhile.
//!
//! Not for secrets and not for proof: two texts can have the same sign, and then one of them gets the other's time.

/// The offset and the prime of FNV-1a with 32 bits.
const OFFSET: u32 = 0x811c_9dc5;
const PRIME: u32 = 0x0100_0193;

/// Eight signs that are the same for the same text, on every machine and in every version.
#[must_use]
pub fn of(text: &str) -> String {
    let sign = text.bytes().fold(OFFSET, |sign, byte| (sign ^ u32::from(byte)).wrapping_mul(PRIME));
    format!("{sign:08x}")
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn a_text_has_the_same_sign_for_ever() {
        assert_eq!(of(""), "811c9dc5");
        assert_eq!(of("foobar"), "bf9cf968", "a published value of FNV-1a");
        assert_ne!(of("een"), of("één"));
    }
}
