# What the commands in this folder share: names of folders, and how a device tree is had. Sourced by them.

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 3
root=${here%/bench/reclaim}
unprobed=$root/unprobed
cross=aarch64-linux-gnu-
me=${0##*/}

# As tools/small-kernel.sh has them: with others make would build more than what is to be linked again.
export KBUILD_BUILD_USER=unprobed KBUILD_BUILD_HOST=unprobed KBUILD_BUILD_TIMESTAMP=@1 KBUILD_BUILD_VERSION=1

step() {
  echo "$me: $*" >&2
}

give_up() {
  echo "$me: $*" >&2
  exit 3
}

# The small kernel with good and bad units of our own in it, given back to by nobody yet.
small_kernel() {
  sh "$root/tools/small-kernel.sh" --reclaim --drivers "$here/faults" "$@" "$root/tools/reclaim-kernel.config"
}

# device_tree BUILD BOARD FILE: what QEMU's board hands to the kernel.
device_tree() {
  [ -s "$3" ] || "$unprobed" reclaim run --kernel "$1" --board "$2" --dump-dtb "$3" || give_up "no device tree of $2"
}

# predicted FILE BOARD BYTES: pages of so many bytes that come back, of what reclaim build printed.
predicted() {
  awk -v board="$2" -v size="$3" \
    '$1 ~ board && /grouped by boards/ { gsub(",", ""); print $(NF - 1) / size; exit }' "$1"
}

# Builds again what is newer, with what it says in the folder $work.
make_image() {
  make -C "$kernel" ARCH=arm64 CROSS_COMPILE=$cross -j"$(nproc)" Image > "$work/make.log" 2>&1 \
    || give_up "could not build; see $work/make.log"
}
