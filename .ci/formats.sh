#!/usr/bin/env bash
# Opens what Plenair exports with programs that did not write it: Markdown with pandoc, DOCX and ODT with LibreOffice, HTML
# with Chromium, tables and JSON with Python.
#
# Usage: .ci/formats.sh PROGRAM [FOLDER]. Leaves what was exported, and pictures of it, in FOLDER where one is named.
# What a check needs is installed where it is missing, as root; where it cannot be had the check is skipped and said to be.
set -euo pipefail

program=$(realpath "$1")
schema=$(realpath "$(dirname "${BASH_SOURCE[0]}")/../assets/export/plenair-export.schema.json")
readonly program schema
folder=${2:-}
data=$(mktemp -d)
if [[ -z $folder ]]; then
    folder=$(mktemp -d)
    trap 'rm -rf "$data" "$folder"' EXIT
else
    mkdir -p "$folder"
    trap 'rm -rf "$data"' EXIT
fi
readonly folder data

say() {
    printf '%-22s %s\n' "$1" "$2"
}

fail() {
    echo "$1" >&2
    exit 1
}

install_missing() {
    local packages=()
    command -v pandoc >/dev/null || packages+=(pandoc)
    command -v soffice >/dev/null || packages+=(libreoffice-writer-nogui)
    command -v pdftotext >/dev/null || packages+=(poppler-utils)
    command -v chromium >/dev/null || packages+=(chromium)
    command -v xmllint >/dev/null || packages+=(libxml2-utils)
    command -v unzip >/dev/null || packages+=(unzip)
    python3 -c 'import jsonschema' 2>/dev/null || packages+=(python3-jsonschema)
    if ((${#packages[@]} > 0)) && command -v apt-get >/dev/null && [[ $(id -u) == 0 ]]; then
        echo "installing ${packages[*]}"
        export DEBIAN_FRONTEND=noninteractive
        apt-get -qq update >/dev/null
        apt-get -qq install --yes --no-install-recommends "${packages[@]}" >/dev/null || true
    fi
}

# Whether a program does anything here: in a container without its rights, a browser only hangs.
works() {
    case $1 in
    chromium) timeout 60 chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage \
        --user-data-dir="$data/chromium" --dump-dom about:blank >/dev/null 2>&1 ;;
    soffice) timeout 120 soffice "-env:UserInstallation=file://$data/office" --headless --version >/dev/null 2>&1 ;;
    *) command -v "$1" >/dev/null ;;
    esac
}

# Runs a check that needs a program; without it the check is skipped.
with() {
    local needed=$1 name=$2
    shift 2
    if works "$needed"; then
        "$@"
        say "$name" 'well'
    else
        say "$name" "SKIPPED: $needed is not there, or does not run"
    fi
}

plenair() {
    "$program" --lang nl --data-dir "$data" "$@"
}

export_all() {
    plenair demo >/dev/null
    local format ending
    for format in markdown:md markdown-folder: report:html html:html docx:docx odt:odt csv: json:json; do
        ending=${format#*:}
        format=${format%:*}
        plenair export --format "$format" --output "$folder/$format${ending:+.$ending}" --overwrite
    done
    for ending in md docx odt; do
        plenair export --format report --output "$folder/report.$ending" --overwrite
    done
    plenair export --format csv --output "$folder/lines.csv" --overwrite
}

# The words that every document of the example day has.
has_words() {
    local file=$1 word
    for word in 'Netwerkdag grote steden' 'Uitdagingen lokaal veiligheidsbeleid' 'boa’s' '18,2 %'; do
        grep -qF "$word" "$file" || fail "$file lacks: $word"
    done
}

check_markdown() {
    local name
    for name in markdown report; do
        pandoc --from gfm --to plain --wrap none "$folder/$name.md" --output "$folder/$name.md.txt"
        has_words "$folder/$name.md.txt"
    done
    while IFS= read -r -d '' name; do
        pandoc --from markdown+yaml_metadata_block --to html "$name" >/dev/null || fail "$name is no Markdown with front matter"
    done < <(find "$folder/markdown-folder" -name '*.md' -print0)
}

check_xml() {
    local file part
    for file in "$folder"/*.docx "$folder"/*.odt; do
        while IFS= read -r part; do
            # In the name of an archive's file, brackets are patterns.
            unzip -p "$file" "${part//[/\\[}" | xmllint --noout - || fail "$part in $file is no XML"
        done < <(unzip -Z1 "$file" | grep -E '\.(xml|rels)$')
    done
}

check_office() {
    local file
    for file in docx.docx odt.odt report.docx report.odt; do
        timeout 180 soffice "-env:UserInstallation=file://$data/office" --headless --convert-to pdf --outdir "$folder/pdf-of-$file" \
            "$folder/$file" >/dev/null 2>&1
        pdftotext -layout "$folder/pdf-of-$file/${file%.*}.pdf" "$folder/pdf-of-$file/text.txt"
        # A PDF breaks lines where it likes.
        tr -s '\n ' '  ' <"$folder/pdf-of-$file/text.txt" >"$folder/pdf-of-$file/words.txt"
        has_words "$folder/pdf-of-$file/words.txt"
    done
}

check_html() {
    local file
    for file in html report; do
        timeout 90 chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --user-data-dir="$data/chromium" --window-size=900,2400 \
            --enable-logging=stderr --screenshot="$folder/$file.png" "file://$folder/$file.html" 2>"$folder/$file.log"
        timeout 90 chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --user-data-dir="$data/chromium" --window-size=400,2400 \
            --screenshot="$folder/$file-phone.png" "file://$folder/$file.html" 2>/dev/null
        [[ -s $folder/$file.png && -s $folder/$file-phone.png ]] || fail "$file.html shows nothing"
        # As it comes out of the printer.
        timeout 90 chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --user-data-dir="$data/chromium" \
            --no-pdf-header-footer --print-to-pdf="$folder/$file-printed.pdf" "file://$folder/$file.html" 2>/dev/null
        pdftotext "$folder/$file-printed.pdf" - | tr -s '\n ' '  ' >"$folder/$file-printed.txt"
        has_words "$folder/$file-printed.txt"
        if grep -E 'CONSOLE|Refused to' "$folder/$file.log" >&2; then
            fail "$file.html has something to complain about"
        fi
    done
}

check_python() {
    python3 - "$folder" "$schema" <<'PYTHON'
import csv, json, pathlib, re, sys, xml.dom.minidom

folder, schema = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
for path in [*folder.glob("csv/*.csv"), folder / "lines.csv"]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, strict=True))
    assert len({len(row) for row in rows}) == 1, f"{path}: not every row has as many cells"
    assert len(rows) > 1, f"{path} is empty"
    for cell in (cell for row in rows for cell in row):
        assert not re.match(r"[=+@\t\r]|-\D", cell), f"{path}: {cell!r} could be a formula"
document = json.loads((folder / "json.json").read_text(encoding="utf-8"))
try:
    import jsonschema
except ImportError:
    print("SKIPPED: the schema, for want of jsonschema")
else:
    jsonschema.Draft202012Validator.check_schema(json.loads(schema.read_text()))
    jsonschema.validate(document, json.loads(schema.read_text()))
PYTHON
}

install_missing
export_all
with pandoc Markdown check_markdown
with xmllint 'XML' check_xml
with soffice 'DOCX and ODT' check_office
with chromium HTML check_html
with python3 'CSV and JSON' check_python
