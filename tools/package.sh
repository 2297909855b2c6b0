#!/bin/sh
# Builds what one installs, into target/package/:
#
#   unprobed-VERSION-ARCH.tar.gz   unpack it anywhere, run bin/unprobed
#   unprobed_VERSION_ARCH.deb      the same below /usr/lib/unprobed, with manual pages and completion where shells look
#
# Both carry the Java that they need, so nothing else has to be installed. The same sources, JDK and SOURCE_DATE_EPOCH
# give the same bytes. PACKAGE_QUICK=true packs loosely: the same content in larger files.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/tools/jdk.sh"
require_jdk

# What the program and its libraries use. Jackson and picocli also know java.sql and java.desktop, and live without.
modules=java.base,java.logging,java.xml,jdk.httpserver,jdk.unsupported,jdk.zipfs

: "${SOURCE_DATE_EPOCH:=$(git -C "$root" log -1 --format=%ct 2> /dev/null || date +%s)}"
export SOURCE_DATE_EPOCH LC_ALL=C TZ=UTC
umask 022

if [ "${PACKAGE_QUICK:-}" = true ]; then
  gzip_level=1
  deb_compression=none
else
  gzip_level=9
  deb_compression=xz
fi
version=$(sed -n 's|.*<version>\(.*\)</version>.*|\1|p' "$root/pom.xml" | sed -n 1p)
debian_version=$(echo "$version" | sed 's/-SNAPSHOT$/~snapshot/')
machine=$(uname -m)
target=$root/app/target
out=${1:-$root/target/package}
mkdir -p "$out"
out=$(cd "$out" && pwd)
work=$out/work
rm -rf "$work"
mkdir -p "$work"

"$root/unprobed" --version > /dev/null

# The folder that both have in common.
image=$work/unprobed-$version
mkdir -p "$image/bin" "$image/lib/lib" "$image/share"
"$jdk/bin/jlink" --add-modules "$modules" --strip-java-debug-attributes --no-header-files --no-man-pages \
  --compress zip-6 --generate-cds-archive --output "$image/runtime"
# The JDK comes with symbols for debuggers.
if command -v strip > /dev/null; then
  find "$image/runtime/bin" "$image/runtime/lib" -type f \( -perm -u=x -o -name '*.so' \) -exec strip --strip-unneeded {} +
fi
cp "$root/packaging/unprobed" "$image/bin/unprobed"
cp "$target/unprobed.jar" "$image/lib/"
cp "$target"/lib/*.jar "$image/lib/lib/"
cp -r "$root/samples" "$root/policies" "$root/docs" "$image/"
cp "$root/README.md" "$root/LICENSE" "$image/"
"$image/runtime/bin/java" -cp "$image/lib/unprobed.jar" dev.unprobed.app.HelpFiles "$image/share" "$SOURCE_DATE_EPOCH"

chmod -R u+w,go=rX "$image"
find "$image" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner --format=gnu -C "$work" \
  -c "unprobed-$version" | gzip -n"$gzip_level" > "$out/unprobed-$version-$machine.tar.gz"
echo "wrote $out/unprobed-$version-$machine.tar.gz"

if command -v dpkg-deb > /dev/null; then
  . "$root/tools/package-deb.sh"
fi
rm -rf "$work"
