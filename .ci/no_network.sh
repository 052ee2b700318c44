#!/usr/bin/env bash
# Proof: nothing leaves this machine. Programmes come in, notes are searched and go out in every format, and somebody types in the
# window, while strace looks at every socket that is made: not one is of the internet.
#
# Usage: .ci/no_network.sh BINARY
# Needs strace; for the window Xvfb, openbox and xdotool too.
set -euo pipefail

BINARY=$(realpath "${1:?usage: .ci/no_network.sh BINARY}")
readonly BINARY
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly source

# shellcheck source=.ci/screen.sh
. "$source/.ci/screen.sh"
export PLENAIR_DATA_DIR=$work/data
sockets=$work/sockets
: >"$sockets"

# Runs a command, and notes the sockets that it and its children make or use.
watched() {
    strace --follow-forks --seccomp-bpf --quiet=attach,exit,personality --signal=none \
        --trace=socket,connect,sendto,bind --output-append-mode --output="$sockets" "$@"
}

plenair() {
    watched "$BINARY" "$@" </dev/null >>"$work/log" 2>&1 || fail "plenair $* ended with code $?"
}

on_the_internet() {
    grep -E 'AF_INET|AF_PACKET|AF_VSOCK' "$sockets"
}

say 'the control: a program that does use the internet is seen'
watched bash -c 'exec 3<>/dev/udp/127.0.0.1/9' 2>>"$work/log" || true
on_the_internet >"$work/last" || fail 'strace sees no sockets here'
: >"$sockets"

say 'programmes in, search, documents out'
plenair demo
read_in=0
for programme in "$source"/tests/fixtures/import/* "$source"/tests/fixtures/import/text/*.txt; do
    [[ -f $programme ]] || continue
    watched "$BINARY" import "$programme" --dry-run </dev/null >>"$work/log" 2>&1 && read_in=$((read_in + 1))
done
((read_in > 0)) || fail 'no programme was read'
plenair search toezicht
plenair trends --all
for format in markdown markdown-folder report html docx odt csv json; do
    plenair export --format "$format" --output "$work/out.$format"
done
plenair backup "$work/copy.db"
plenair check
say "$read_in programmes, 8 formats: no socket of the internet"

if [[ -n $(command -v Xvfb) && -n $(command -v openbox) && -n $(command -v xdotool) ]]; then
    say 'the window, and somebody who types'
    open_screen
    watched "$BINARY" --lang nl </dev/null 2>>"$work/log" &
    program=$!
    wait_for 'the window' window_is_active
    sleep 3
    type_text 'Niets verlaat deze laptop #toezicht'
    # Search over all days, the preview of an invitation, the help.
    xdotool key --clearmodifiers ctrl+shift+f
    type_text 'toezicht'
    sleep 1
    xdotool key --clearmodifiers Escape ctrl+shift+o
    sleep 1
    type_text 'Teamdag'
    sleep 1
    xdotool key --clearmodifiers Escape Escape F1
    sleep 1
    xdotool key --clearmodifiers Escape
    sleep 1
    close_window
else
    say 'skipped: the window, for want of Xvfb, openbox or xdotool'
fi

if on_the_internet >"$work/last"; then
    fail 'a socket of the internet was made'
fi
families=$(grep -oE 'socket\(AF_[A-Z0-9]+' "$sockets" | sed 's/socket(//' | sort | uniq -c | tr -s ' \n' ' ' || true)
say "sockets made:${families:- none}; of the internet: 0"
