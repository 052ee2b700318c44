#!/usr/bin/env bash
# Makes Plenair.app, in a .zip. On macOS only.
#
# Usage: .ci/bundle_macos.sh FOLDER BINARY…     one binary per kind of processor
set -euo pipefail

folder=${1:?usage: .ci/bundle_macos.sh FOLDER BINARY…}
shift
(($# > 0)) || { echo 'usage: .ci/bundle_macos.sh FOLDER BINARY…' >&2; exit 2; }
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
version=$(sed -n 's/^version = "\(.*\)"/\1/p' "$source/Cargo.toml" | head -n 1)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
app=$work/Plenair.app/Contents
mkdir -p "$app/MacOS" "$app/Resources" "$work/plenair.iconset" "$folder"

lipo -create -output "$app/MacOS/plenair" "$@"
chmod 755 "$app/MacOS/plenair"
sed "s/@VERSION@/$version/" "$source/assets/macos/Info.plist" >"$app/Info.plist"
plutil -lint "$app/Info.plist"
for size in 16 32 128 256 512; do
    cp "$source/assets/icon/hicolor/$size/plenair.png" "$work/plenair.iconset/icon_${size}x$size.png"
done
iconutil --convert icns --output "$app/Resources/plenair.icns" "$work/plenair.iconset"
cp "$source/LICENSE" "$app/Resources/"

# Signed by nobody: Apple's processors start nothing that has no signature at all.
codesign --force --sign - "$work/Plenair.app"
codesign --verify --strict "$work/Plenair.app"
ditto -c -k --keepParent "$work/Plenair.app" "$folder/plenair-$version-macos.zip"
