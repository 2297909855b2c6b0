#!/bin/sh
# usage: tools/foreign-package.sh ARCHITECTURE PACKAGE [METAPACKAGE]
# Fetches a Debian package of another architecture, unpacks it into the user's cache once and prints the folder. When
# the archive no longer has it, what the metapackage depends on is fetched instead, and said to be.
# The system's own apt and dpkg are left as they are: lists, archives and the set of architectures are our own.
set -u

if [ $# -lt 2 ] || [ $# -gt 3 ]; then
  echo "usage: tools/foreign-package.sh ARCHITECTURE PACKAGE [METAPACKAGE]" >&2
  exit 2
fi
architecture=$1
package=$2
meta=${3:-}
cache=${XDG_CACHE_HOME:-$HOME/.cache}/unprobed
apt=$cache/apt/$architecture
folder=$cache/packages/$architecture/$package

if [ -e "$folder/.unprobed-package" ]; then
  echo "$folder"
  exit 0
fi
for tool in apt-get apt-cache dpkg-deb; do
  if ! command -v "$tool" > /dev/null; then
    echo "foreign-package: $tool is needed, which Debian and its relatives have" >&2
    exit 2
  fi
done

# apt for this architecture alone. dpkg's own state is not read, hence the empty file.
own_apt() {
  program=$1
  shift
  "$program" -q -o "APT::Architecture=$architecture" -o "APT::Architectures::=$architecture" \
    -o "Dir::State=$apt/state" -o "Dir::State::lists=$apt/lists" -o "Dir::State::status=$apt/status" \
    -o "Dir::Cache=$apt/cache" -o APT::Sandbox::User="$(id -un)" "$@"
}

# The index of one suite may be broken or absent while another has the package.
update() {
  mkdir -p "$apt/state" "$apt/lists/partial" "$apt/cache/archives/partial" || exit 3
  : > "$apt/status"
  own_apt apt-get update > "$apt/update.log" 2>&1 ||
    echo "foreign-package: not every list for $architecture could be fetched; see $apt/update.log" >&2
}

download() {
  (cd "$1" && own_apt apt-get download "$package") > "$apt/download.log" 2>&1
}

# The package is gone: the one that the metapackage depends on now, or none.
succeed() {
  successor=
  if [ -n "$meta" ]; then
    successor=$(own_apt apt-cache depends "$meta" 2> /dev/null | sed -n 's/^ *Depends: //p' | head -n 1)
  fi
  if [ -n "$successor" ] && [ "$successor" != "$package" ]; then
    echo "foreign-package: there is no $package any more; $successor takes its place" >&2
    rm -rf "$beside"
    exec sh "$0" "$architecture" "$successor"
  fi
  cat "$apt/download.log" >&2
  echo "foreign-package: apt cannot fetch $package for $architecture" >&2
  exit 3
}

mkdir -p "$apt" "$cache/packages/$architecture" || exit 3
beside=$(mktemp -d "$cache/packages/$architecture/.$package.XXXXXX") || exit 3
trap 'rm -rf "$beside"' EXIT
if ! { [ -e "$apt/status" ] && download "$beside"; }; then
  update
  download "$beside" || succeed
fi
dpkg-deb -x "$beside"/*.deb "$beside/files" || exit 3
dpkg-deb -f "$beside"/*.deb Version > "$beside/files/.unprobed-package" || exit 3
chmod 755 "$beside/files"
# Somebody else may have been quicker.
mv -T "$beside/files" "$folder" 2> /dev/null || [ -e "$folder/.unprobed-package" ] || exit 3
echo "$folder"
