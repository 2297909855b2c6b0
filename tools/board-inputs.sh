#!/bin/sh
# Whether all is here that bench/boards boots kernels with; says what is not.

status=0
need() {
  if ! command -v "$1" > /dev/null; then
    echo "$1 is not installed (hint: apt install $2)" >&2
    status=1
  fi
}
need qemu-system-arm qemu-system-arm
need qemu-system-aarch64 qemu-system-arm
need apt-get apt
need dpkg-deb dpkg
PATH=$PATH:/sbin
need depmod kmod
exit "$status"
