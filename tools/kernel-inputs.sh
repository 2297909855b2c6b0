#!/bin/sh
# Whether all is here that tools/small-kernel.sh builds a kernel with; says what is not. With --boot, also what boots it.

status=0
need() {
  if ! command -v "$1" > /dev/null; then
    echo "$1 is not installed (hint: apt install $2)" >&2
    status=1
  fi
}
need make make
need bc bc
need bison bison
need flex flex
need xz xz-utils
need tar tar
need gcc gcc
need aarch64-linux-gnu-gcc gcc-aarch64-linux-gnu
[ "${1:-}" != --boot ] || need qemu-system-aarch64 qemu-system-arm
if ! [ -e /usr/src/linux-source-6.1.tar.xz ]; then
  echo "linux-source-6.1 is not installed (hint: apt install linux-source-6.1)" >&2
  status=1
fi
exit "$status"
