#!/usr/bin/env bash
# A long day, and a long life: eight simulated hours in a store of one day and in one of 200 days, with thirty days of backups.
# Some minutes, and not a test. Ends with 1 when memory grew, keys became slow, or the files are larger than they should be.
#
# Usage: benches/endurance.sh [HOURS]
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
hours=${1:-8}
worst=0
for days in 1 200; do
    cargo bench --quiet --bench endurance -- "$hours" "$days" || worst=1
done
exit "$worst"
