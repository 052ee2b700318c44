#!/usr/bin/env bash
# Whose work is in the program, and under which terms: the licence texts of all crates that are linked in, each text once, with the
# crates that it is of. Most of these licences ask that their text goes along with the program.
#
# Usage: .ci/notices.sh >FILE
# Needs jq, and the sources of the crates, which a build has fetched.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
host=$(rustc --version --verbose | sed -n 's/^host: //p')

# What is linked, and not what only builds or tests: name, version, licence, manifest.
linked() {
    join -t $'\t' \
        <(cargo tree --offline --target "$host" --edges normal --prefix none --format '{p}' |
            sed -nE 's/^([^ ]+) v([^ ]+).*/\1@\2/p' | LC_ALL=C sort -u) \
        <(cargo metadata --offline --format-version 1 --filter-platform "$host" |
            jq --raw-output '.packages[] | select(.source != null)
                | [.name + "@" + .version, .name, .version, .license // "see its text", .manifest_path] | @tsv' | LC_ALL=C sort -u) |
        cut -f 2-
}

declare -A crates=() texts=()
without_text=()
while IFS=$'\t' read -r name version licence manifest; do
    found=0
    for text in "$(dirname "$manifest")"/{LICEN[CS]E,COPYING,NOTICE,COPYRIGHT}*; do
        [[ -f $text ]] || continue
        found=1
        sum=$(tr -s '[:space:]' ' ' <"$text" | md5sum | cut -d ' ' -f 1)
        texts[$sum]=$text
        crates[$sum]+="$name $version ($licence)"$'\n'
    done
    ((found)) || without_text+=("$name $version ($licence)")
done < <(linked)

echo 'Plenair is under the MIT licence. It consists in part of the following crates, each the work of its authors.'
# In the order of the first crate that each text is of.
in_order() {
    local each
    for each in "${!crates[@]}"; do
        printf '%s\t%s\n' "${crates[$each]%%$'\n'*}" "$each"
    done | LC_ALL=C sort | cut -f 2
}

for sum in $(in_order); do
    printf '\n%s\n\n%s\n' "$(printf '=%.0s' {1..80})" "${crates[$sum]}"
    cat "${texts[$sum]}"
done
if ((${#without_text[@]} > 0)); then
    printf '\n%s\n\nWithout a text of their own:\n\n' "$(printf '=%.0s' {1..80})"
    printf '%s\n' "${without_text[@]}"
fi
