#!/usr/bin/env bash
# Makes the packages for Linux: a .deb, and a .tar.gz to unpack anywhere. What goes where is listed once, in Cargo.toml under
# `package.metadata.deb`; `cargo deb` makes the same .deb from it, but takes minutes to install.
#
# Usage: .ci/package.sh FOLDER
# Needs a release build and its papers (`cargo run --example papers -- target/papers`), jq, dpkg-deb, and objdump (binutils, which a C compiler brings).
set -euo pipefail

target=$(mkdir -p "${1:?usage: .ci/package.sh FOLDER}" && realpath "$1")
readonly target
cd "$(dirname "${BASH_SOURCE[0]}")/.."

work=$(mktemp -d)
readonly work tree=$work/tree
trap 'rm -rf "$work"' EXIT
umask 022
# The same sources give the same packages, byte for byte.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH

cargo metadata --no-deps --format-version 1 --offline | jq '.packages[] | select(.name == "plenair")' >"$work/package.json"

# field JQ-PATH: a field of the package, on one line.
field() {
    jq --raw-output "$1" "$work/package.json" | tr '\n' ' ' | sed 's/ *$//'
}

# Puts the files of the list in their places.
place_files() {
    local from to mode files file
    while IFS=$'\t' read -r from to mode; do
        mapfile -t files < <(compgen -G "$from")
        ((${#files[@]} > 0)) || { echo "package: there is no $from" >&2; exit 1; }
        for file in "${files[@]}"; do
            [[ $to != */ ]] || install -D --mode="$mode" "$file" "$tree/$to$(basename "$file")"
            [[ $to == */ ]] || install -D --mode="$mode" "$file" "$tree/$to"
        done
    done < <(jq --raw-output '.metadata.deb.assets[] | @tsv' "$work/package.json")
}

# As Debian has it: manuals and changes compressed, and the licence under the name that is looked for.
arrange_as_debian() {
    gzip -9 --no-name "$tree"/usr/share/man/man1/*.1 "$tree"/usr/share/doc/plenair/{CHANGELOG.md,licences.txt}
    mv "$tree/usr/share/doc/plenair/CHANGELOG.md.gz" "$tree/usr/share/doc/plenair/changelog.gz"
    mv "$tree/usr/share/doc/plenair/LICENSE" "$tree/usr/share/doc/plenair/copyright"
}

# The libraries that the program is linked with; the rest is named in the list.
linked_libraries() {
    local newest
    newest=$(objdump -T "$tree/usr/bin/plenair" | grep -o 'GLIBC_2[0-9.]*' | sort -uV | tail -n 1)
    echo "libc6 (>= ${newest#GLIBC_}), libgcc-s1"
}

write_control() {
    local depends libraries description size
    depends=$(field .metadata.deb.depends)
    libraries=$(linked_libraries)
    description=$(field '.metadata.deb["extended-description"]' | fold --spaces --width=78 | sed 's/ *$//; s/^/ /')
    size=$(du --summarize --apparent-size --block-size=1024 "$tree/usr" | cut -f 1)
    mkdir "$tree/DEBIAN"
    cat >"$tree/DEBIAN/control" <<END
Package: plenair
Version: $version-1
Architecture: $debian_architecture
Maintainer: $(field .metadata.deb.maintainer)
Section: $(field .metadata.deb.section)
Priority: $(field .metadata.deb.priority)
Installed-Size: $size
Depends: ${depends/\$auto/$libraries}
Recommends: $(field .metadata.deb.recommends)
Description: $(field .description)
$description
END
    (cd "$tree" && find usr -type f -print0 | LC_ALL=C sort --zero-terminated | xargs -0 md5sum) >"$tree/DEBIAN/md5sums"
}

version=$(field .version)
debian_architecture=$(dpkg --print-architecture)
readonly version debian_architecture

place_files
.ci/notices.sh >"$tree/usr/share/doc/plenair/licences.txt"
# To unpack anywhere: bin, share. Run bin/plenair, or copy both into ~/.local.
folder=plenair-$version-linux-$(uname -m)
tar --create --gzip --file "$target/$folder.tar.gz" --directory "$tree" --transform "s,^usr,$folder," --sort=name \
    --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner usr
arrange_as_debian
write_control
dpkg-deb --root-owner-group --build "$tree" "$target/plenair_$version-1_$debian_architecture.deb" >/dev/null
ls -l "$target"
