#!/usr/bin/env bash
# Opens the real window on a virtual screen, with a session bus and an accessibility bus of its own, and lets accessible.py
# use it as a screen reader does.
#
# Usage: .ci/accessible.sh BINARY
# Needs Xvfb, openbox, xdotool, dbus, at-spi2-core and python3 with gi and Atspi (gir1.2-atspi-2.0).
set -euo pipefail

readonly BINARY=${1:?usage: .ci/accessible.sh BINARY}
readonly PATIENCE=60

if [[ -z ${PLENAIR_OWN_BUS:-} ]]; then
    # The display and the buses of whoever runs this must not be touched.
    unset DISPLAY WAYLAND_DISPLAY WAYLAND_SOCKET DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS
    work=$(mktemp -d)
    mkdir -m 700 "$work/run"
    export PLENAIR_OWN_BUS=$work XDG_RUNTIME_DIR=$work/run
    code=0
    dbus-run-session -- "$0" "$BINARY" || code=$?
    rm -rf "$work"
    exit "$code"
fi

readonly work=$PLENAIR_OWN_BUS
export PLENAIR_DATA_DIR=$work/data LIBGL_ALWAYS_SOFTWARE=1
screen='' manager='' bus=''

clean_up() {
    local pid
    for pid in "$bus" "$manager" "$screen"; do
        if [[ -n $pid ]]; then
            kill "$pid" 2>>"$work/log" || true
            wait "$pid" 2>>"$work/log" || true
        fi
    done
}
trap clean_up EXIT

# wait_for WHAT COMMAND…: until the command succeeds.
wait_for() {
    local what=$1 deadline=$((SECONDS + PATIENCE))
    shift
    until "$@" >"$work/last" 2>&1; do
        if ((SECONDS >= deadline)); then
            echo "accessible: FAILED: waited $PATIENCE s in vain for $what" >&2
            cat "$work/log" "$work/last" >&2
            exit 1
        fi
        sleep 0.1
    done
}

: >"$work/log"
Xvfb -displayfd 6 -screen 0 1280x800x24 -nolisten tcp 6>"$work/display" 2>>"$work/log" &
screen=$!
wait_for 'the virtual screen' test -s "$work/display"
DISPLAY=:$(<"$work/display")
export DISPLAY
openbox --sm-disable >>"$work/log" 2>&1 &
manager=$!
wait_for 'the window manager' xdotool get_num_desktops
/usr/libexec/at-spi-bus-launcher --launch-immediately >>"$work/log" 2>&1 &
bus=$!
"$BINARY" demo >>"$work/log"
# The system's own Python: gi is not in any other.
/usr/bin/python3 -W ignore::DeprecationWarning .ci/accessible.py "$BINARY" "$work"
