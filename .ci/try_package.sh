#!/usr/bin/env bash
# Installs the .deb, starts the program as the menu does, removes it again, and looks at what is left. As root, on Debian.
#
# Usage: .ci/try_package.sh DEB
# Needs Xvfb, openbox and xdotool; desktop-file-validate and appstreamcli where they are there.
set -euo pipefail

DEB=$(realpath "${1:?usage: .ci/try_package.sh DEB}")
readonly DEB

# shellcheck source=.ci/screen.sh
. "$(dirname "${BASH_SOURCE[0]}")/screen.sh"
export XDG_DATA_HOME=$work/home DEBIAN_FRONTEND=noninteractive

# Also when something went wrong, nothing stays installed that was not.
if dpkg-query --show plenair >/dev/null 2>&1; then
    fail 'Plenair is installed here already; that one is not touched'
fi
remove() {
    apt-get -qq purge --yes plenair >>"$work/log" 2>&1 || true
}
trap 'remove; clean_up' EXIT

# Slim images of Debian leave out manuals and the like when they install, so what should be there is read from the package.
holds() {
    dpkg-deb --fsys-tarfile "$DEB" | tar --extract --to-stdout "./$1"
}

has_days() {
    [[ $(plenair days --json | grep -c '"slug"') == "$1" ]]
}

say 'what is in the package'
holds usr/share/man/man1/plenair.1.gz | gzip --decompress >"$work/plenair.1"
grep -q '^\.SH SYNOPSIS' "$work/plenair.1" || fail 'the manual has no synopsis'
if command -v man >/dev/null; then
    LC_ALL=C.UTF-8 MANWIDTH=100 man --warnings --local-file "$work/plenair.1" >"$work/manual" 2>"$work/last"
    [[ ! -s $work/last ]] || fail 'the manual has warnings'
    grep -q -- '--data-dir' "$work/manual" || fail 'the manual lacks an option'
fi
for place in bash-completion/completions/plenair fish/vendor_completions.d/plenair.fish zsh/vendor-completions/_plenair; do
    holds "usr/share/$place" | grep include-private >"$work/last" || fail "$place completes nothing"
done
holds usr/share/bash-completion/completions/plenair >"$work/plenair.bash"
bash -n "$work/plenair.bash"
holds usr/share/applications/plenair.desktop >"$work/plenair.desktop"
holds usr/share/metainfo/io.github.plenair.Plenair.metainfo.xml >"$work/plenair.metainfo.xml"
if command -v desktop-file-validate >/dev/null; then
    desktop-file-validate "$work/plenair.desktop"
fi
if command -v appstreamcli >/dev/null; then
    cp "$work/plenair.metainfo.xml" "$work/io.github.plenair.Plenair.metainfo.xml"
    appstreamcli validate --no-net "$work/io.github.plenair.Plenair.metainfo.xml" >"$work/last" || fail 'the metainfo is not valid'
fi

say 'installing it'
apt-get -qq install --yes --no-install-recommends "$DEB" >>"$work/log" 2>&1 || fail 'it does not install'
[[ $(command -v plenair) == /usr/bin/plenair ]] || fail 'the program is not on the path'

say 'started from the menu, with a file'
printf 'Teamdag\n16 april 2026\n\n09:30 Welkom\n10:00 Werksessies\n' >"$work/team dag.txt"
mapfile -t words < <(sed -n 's/^Exec=//p' "$work/plenair.desktop" | tr ' ' '\n')
words=("${words[@]/#%f/$work/team dag.txt}")
open_screen
"${words[@]}" </dev/null 2>>"$work/log" &
program=$!
wait_for 'the window' window_is_active
wait_for 'the example day' has_days 1
# The preview is there some frames after the file was read; before that the key does nothing.
is_saved() {
    xdotool key --clearmodifiers ctrl+Return
    sleep 2
    has_days 2
}
wait_for 'the day of the file' is_saved
close_window

say 'removing it'
apt-get -qq purge --yes plenair >>"$work/log" 2>&1 || fail 'it cannot be removed'
left=$(find /usr /etc /var/lib /opt -xdev -name '*plenair*' -not -path '*/dpkg/*' -not -path "$PWD/*" 2>/dev/null || true)
[[ -z $left ]] || fail "something is left: $left"
[[ -s $XDG_DATA_HOME/plenair/plenair.db ]] || fail 'the notes are gone'
say 'all is well'
