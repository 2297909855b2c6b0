#!/bin/sh
# Builds a small arm64 kernel from Debian's linux-source-6.1 into the user's cache, once, and prints the build tree:
# the objects, their .cmd files, vmlinux, the image and some modules. Takes a few minutes on two cores and 2 GB of disk.
# The configuration is small-kernel.config; a change of it, of the source or of the compiler makes another tree.
set -u

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 3
cache=${XDG_CACHE_HOME:-$HOME/.cache}/unprobed/kernels
cross=aarch64-linux-gnu-
archive=/usr/src/linux-source-6.1.tar.xz

status=0
for tool in make bc bison flex xz tar gcc ${cross}gcc; do
  if ! command -v $tool > /dev/null; then
    echo "small-kernel: $tool is needed" >&2
    status=2
  fi
done
if [ ! -f $archive ]; then
  echo "small-kernel: $archive is needed (hint: apt install linux-source-6.1)" >&2
  status=2
fi
[ $status -eq 0 ] || exit $status

# What decides what is built.
key=$({ cat "$here/small-kernel.config"; ls -l --time-style=+%s $archive; ${cross}gcc --version; } | sha256sum |
  cut -c 1-16)
folder=$cache/small-$key
tree=$folder/build
log=$folder/build.log
if [ -f "$folder/finished" ]; then
  echo "$tree"
  exit 0
fi

fail() {
  tail -n 30 "$log" >&2
  echo "small-kernel: could not $1; see $log" >&2
  exit 3
}

# What the build does not read is left out: other architectures, documentation, the largest folder of headers. Their
# Kconfig files and makefiles are read, though.
unpack() {
  rm -rf "$folder/source"
  mkdir -p "$folder/source" || exit 3
  tar -C "$folder/source" --strip-components=1 -xf $archive --wildcards \
    --exclude='linux-source-*/Documentation/[a-jl-z]*/*' --exclude='*/drivers/gpu/drm/amd/include/*' \
    --exclude='*/tools/testing/*.c' --exclude='*/arch/[!a]*/*.[chS]' --exclude='*/arch/*/boot/dts/*.dts*' \
    >> "$log" 2>&1 || fail "unpack $archive"
}

# Names, times and folders of this machine stay out of the image.
build() {
  make -C "$folder/source" O="$tree" ARCH=arm64 CROSS_COMPILE=$cross -j"$(nproc)" \
    KBUILD_BUILD_USER=unprobed KBUILD_BUILD_HOST=unprobed KBUILD_BUILD_TIMESTAMP=@1 "$@" >> "$log" 2>&1
}

mkdir -p "$folder" || exit 3
# One builds, the others wait.
exec 9> "$folder/lock"
if command -v flock > /dev/null; then
  flock 9
fi
if [ ! -f "$folder/finished" ]; then
  : > "$log"
  echo "small-kernel: building, which takes a few minutes; see $log" >&2
  unpack
  build KCONFIG_ALLCONFIG="$here/small-kernel.config" allnoconfig || fail "configure"
  # What the fragment asks for and does not get is a mistake in it.
  lost=$(grep '^CONFIG' "$here/small-kernel.config" | grep -v -x -F -f "$tree/.config")
  if [ -n "$lost" ]; then
    echo "small-kernel: not in the configuration: $lost" >&2
    exit 3
  fi
  build Image modules || fail "build"
  : > "$folder/finished"
fi
echo "$tree"
