#!/bin/sh
# Installs secaudit from this folder, without Internet and without administrator rights.
# sh install.sh [FOLDER]: into FOLDER, or else into "secaudit" in your home folder.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target=${1:-$HOME/secaudit}
python=${PYTHON:-python3}
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "secaudit needs Python 3.11 or newer; PYTHON=/path/to/python3 names another" >&2
    exit 1
}
"$python" -m venv "$target"
"$target/bin/python" -m pip install --quiet --disable-pip-version-check --no-index \
    --find-links "$here/wheels" --require-hashes --requirement "$here/requirements.txt"
echo "$target/bin/secaudit"
