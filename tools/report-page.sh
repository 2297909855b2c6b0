#!/bin/sh
# usage: tools/report-page.sh REPORT.html
# Checks that the bundled page is what web/ makes, and tries a report in a browser. Exit status 4: something is not installed.
set -u

case $0 in
  */*) cd "${0%/*}/.." || exit 2 ;;
esac
missing=0
need() {
  if ! command -v "$1" > /dev/null; then
    echo "$1 is not installed (hint: apt install $2)" >&2
    missing=1
  fi
}
need npm npm
need node nodejs
need chromium chromium
[ "$missing" -eq 0 ] || exit 4
report=${1:?usage: tools/report-page.sh REPORT.html}
npm ci --prefix web --no-audit --no-fund --loglevel=error || exit 1
REPORT=$(realpath "$report") npm --prefix web run check
