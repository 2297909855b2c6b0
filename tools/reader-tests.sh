#!/bin/sh
# usage: tools/reader-tests.sh BUILD
# Prints the properties, a word each, that give real files to the tests of kernel/'s readers: a build tree of
# tools/small-kernel.sh, and Debian's kernel for arm64. What is not there is said, and is exit status 1 on CI.

here=${0%/*}
status=0

missing() {
  echo "reader-tests: SKIPPED tests of readers on $1" >&2
  [ "${CI:-}" != true ] || status=1
}

if [ -e "${1:-}/vmlinux" ]; then
  build=$(readlink -f "$1")
  folder=${build%/*}
  installed=$(echo "$folder"/installed/lib/modules/*)
  echo "-Dunprobed.kernel=$build -Dunprobed.objects=$build -Dunprobed.built=$build"
  echo "-Dunprobed.kbuild=$folder/source:arm64:$build/.config:$installed"
else
  missing "a build tree"
fi
if sh "$here/board-inputs.sh" 2> /dev/null \
  && package=$(sh "$here/foreign-package.sh" arm64 linux-image-6.1.0-56-arm64 linux-image-arm64); then
  echo "-Dunprobed.package=$package -Dunprobed.devicetrees=$(echo "$package"/usr/lib/linux-image-*)"
else
  missing "a package"
fi
exit $status
