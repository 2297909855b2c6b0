#!/bin/sh
# usage: tools/report-page.sh REPORT.html [OPTION...]
# Checks that the bundled page is what web/ makes, and tries a report in a browser; with options, also what unprobed serve
# serves with them. Exit status 4: something is not installed.
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
report=$(realpath "${1:?usage: tools/report-page.sh REPORT.html [OPTION...]}")
shift
npm ci --prefix web --no-audit --no-fund --loglevel=error || exit 1

if [ $# -eq 0 ]; then
  REPORT=$report npm --prefix web run check
  exit
fi
address=$(mktemp)
./unprobed serve "$@" > "$address" &
server=$!
trap 'kill "$server" 2> /dev/null; rm -f "$address"' EXIT
while [ ! -s "$address" ]; do
  kill -0 "$server" 2> /dev/null || exit 1
  sleep 1
done
REPORT=$report LIVE=$(cat "$address") npm --prefix web run check
