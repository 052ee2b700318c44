#!/usr/bin/env bash
# Opens the real window on a virtual screen, with a session bus and an accessibility bus of its own, and lets accessible.py
# use it as a screen reader does.
#
# Usage: .ci/accessible.sh BINARY
# Needs Xvfb, openbox, xdotool, dbus, at-spi2-core and python3 with gi and Atspi (gir1.2-atspi-2.0).
set -euo pipefail

readonly BINARY=${1:?usage: .ci/accessible.sh BINARY}

if [[ -z ${PLENAIR_OWN_BUS:-} ]]; then
    # The buses of whoever runs this must not be touched either.
    unset DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS
    PLENAIR_OWN_BUS=yes exec dbus-run-session -- "$0" "$BINARY"
fi

# shellcheck source=.ci/screen.sh
. "$(dirname "${BASH_SOURCE[0]}")/screen.sh"
export PLENAIR_DATA_DIR=$work/data XDG_RUNTIME_DIR=$work/run
mkdir -m 700 "$XDG_RUNTIME_DIR"

open_screen
/usr/libexec/at-spi-bus-launcher --launch-immediately >>"$work/log" 2>&1 &
program=$!
"$BINARY" demo >>"$work/log"
# The system's own Python: gi is not in any other.
/usr/bin/python3 -W ignore::DeprecationWarning .ci/accessible.py "$BINARY" "$work"
