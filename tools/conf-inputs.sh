#!/bin/sh
# Whether all is here that bench/exactness builds conf from; says what is not.

status=0
for version in 6.1 6.12; do
  if ! [ -e "/usr/src/linux-source-$version.tar.xz" ]; then
    echo "linux-source-$version is not installed (hint: apt install linux-source-$version)" >&2
    status=1
  fi
done
for tool in gcc flex bison xz; do
  if ! command -v "$tool" > /dev/null; then
    echo "$tool is not installed (hint: apt install $tool)" >&2
    status=1
  fi
done
exit "$status"
