#!/usr/bin/env bash
# Makes the pictures of the icon from plenair.svg: one of 256 for the window, the sizes of an icon theme, and the one of Windows.
#
# Usage: assets/icon/make.sh
# Needs rsvg-convert (librsvg2-bin) and convert (ImageMagick).
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")"

draw() {
    mkdir -p "$(dirname "$2")"
    rsvg-convert --width "$1" --height "$1" --output "$2" plenair.svg
}

for size in 16 24 32 48 64 128 256 512; do
    draw "$size" "hicolor/$size/plenair.png"
done
cp hicolor/256/plenair.png plenair.png
convert hicolor/{16,24,32,48,256}/plenair.png plenair.ico
