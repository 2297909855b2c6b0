#!/bin/sh
# Builds a small arm64 kernel from Debian's linux-source-6.1 into the user's cache, once, and prints the build tree:
# the objects, their .cmd files, vmlinux, the image and some modules; beside it are the sources, and the modules as they
# are installed. Takes a few minutes on two cores and 2 GB of disk.
# The configuration is small-kernel.config; a change of it, of the source or of the compiler makes another tree. What
# is broken off goes on where it was.
#
#   small-kernel.sh [--reclaim] [--off] [--drivers DIR] [--archive FILE] [FRAGMENT]...
#
#   --reclaim      with the kernel's side of "unprobed reclaim", applied by it, and its option on
#   --off          before that vmlinux is made without it, then with it and the option off: beside the build tree
#                  plain.sum and off.sum have the sums
#   --drivers DIR  with the C files and the Makefile of a folder, as drivers/DIR
#   --archive FILE sources of another kernel
#   FRAGMENT       more lines of configuration
set -u

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 3
cache=${XDG_CACHE_HOME:-$HOME/.cache}/unprobed/kernels
cross=aarch64-linux-gnu-
archive=/usr/src/linux-source-6.1.tar.xz

sh "$here/kernel-inputs.sh" || exit 2

reclaim=no
off=no
drivers=
fragments=$here/small-kernel.config
while [ $# -gt 0 ]; do
  case $1 in
    --reclaim) reclaim=yes ;;
    --off) off=yes ;;
    --archive) archive=$2 && shift ;;
    --drivers) drivers=${2%/} && shift ;;
    *) fragments="$fragments $1" ;;
  esac
  shift
done

# What decides what is built. The names have no spaces.
# shellcheck disable=SC2086
key=$({
  cat $fragments
  ls -l --time-style=+%s $archive
  ${cross}gcc --version
  [ -z "$drivers" ] || (cd "$drivers" && find . -type f -exec sha256sum {} + | sort)
  [ $off = no ] || echo off
  [ $reclaim = no ] || (cd "$here/../reclaim/src/main/resources/dev/unprobed/reclaim/patch" && find . -type f -exec sha256sum {} + | sort)
} | sha256sum | cut -c 1-16)
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

# After unpacking: what is added would be another tree.
add() {
  if [ -n "$drivers" ]; then
    name=${drivers##*/}
    cp -r "$drivers" "$folder/source/drivers/$name" || exit 3
    echo "obj-y += $name/" >> "$folder/source/drivers/Makefile"
  fi
}

# Names, times and folders of this machine stay out of the image.
build() {
  make -C "$folder/source" O="$tree" ARCH=arm64 CROSS_COMPILE=$cross -j"$(nproc)" \
    KBUILD_BUILD_USER=unprobed KBUILD_BUILD_HOST=unprobed KBUILD_BUILD_TIMESTAMP=@1 KBUILD_BUILD_VERSION=1 \
    "$@" >> "$log" 2>&1
}

# What the fragments ask for and do not get is a mistake in them. A later line of a symbol takes the place of an earlier one.
configure() {
  # shellcheck disable=SC2086
  { cat $fragments; [ $# -eq 0 ] || printf '%s\n' "$@"; } \
    | sed -E 's/^# (CONFIG_[A-Z0-9_]+) is not set$/\1=n/' \
    | awk -F= '/^CONFIG/ { if (!($1 in line)) name[++n] = $1; line[$1] = $0 } END { for (i = 1; i <= n; i++) print line[name[i]] }' \
      > "$folder/wanted.config"
  build KCONFIG_ALLCONFIG="$folder/wanted.config" allnoconfig || fail "configure"
  lost=$(grep '^CONFIG.*=[^n]' "$folder/wanted.config" | grep -v -x -F -f "$tree/.config")
  if [ -n "$lost" ]; then
    echo "small-kernel: not in the configuration: $lost" >&2
    exit 3
  fi
  build syncconfig || fail "configure"
}

# The sum of what the sources make as they are now.
sum() {
  if [ $off = yes ] && [ ! -f "$folder/$1.sum" ]; then
    configure
    build vmlinux || fail "build"
    sha256sum < "$tree/vmlinux" > "$folder/$1.sum"
  fi
}

apply() {
  sum plain
  "$here/../unprobed" reclaim apply --tree "$folder/source" >> "$log" 2>&1 || fail "apply the kernel's side"
  sum off
}

mkdir -p "$folder" || exit 3
# One builds, the others wait.
exec 9> "$folder/lock"
if command -v flock > /dev/null; then
  flock 9
fi
if [ ! -f "$folder/finished" ]; then
  : >> "$log"
  echo "small-kernel: building, which takes a few minutes; see $log" >&2
  if [ ! -f "$folder/unpacked" ]; then
    unpack
    add
    : > "$folder/unpacked"
  fi
  if [ $reclaim = yes ]; then
    apply
    configure CONFIG_UNPROBED=y
  else
    configure
  fi
  if grep -q -x CONFIG_MODULES=y "$tree/.config"; then
    build Image modules || fail "build"
    build modules_install INSTALL_MOD_PATH="$folder/installed" || fail "install modules"
  else
    build Image || fail "build"
  fi
  : > "$folder/finished"
fi
echo "$tree"
