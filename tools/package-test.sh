#!/bin/sh
# Builds the packages twice, the second time without packing them tightly, compares what is in them, unpacks them into a folder of its own, and runs what is in there as a user would.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
first=$root/target/package
again=$root/target/package-again
trial=$root/target/package-trial
rm -rf "$first" "$again" "$trial"
mkdir -p "$trial/cache" "$trial/home"

# Nothing of the machine's Java, and nothing of its user's.
clean() {
  env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 HOME="$trial/home" XDG_CACHE_HOME="$trial/cache" "$@"
}
fail() {
  echo "package-test: $*" >&2
  exit 1
}
says() {
  expected=$1
  shift
  clean "$@" > "$trial/out" 2>&1 || fail "$* ended with $?: $(cat "$trial/out")"
  grep -q -e "$expected" "$trial/out" || fail "$* does not say \"$expected\": $(cat "$trial/out")"
}

: "${SOURCE_DATE_EPOCH:=1790000000}"
export SOURCE_DATE_EPOCH
"$root/tools/package.sh" "$first"
PACKAGE_QUICK=true "$root/tools/package.sh" "$again"
# $1 and what follows: a command that writes the content of a file
same() {
  file=$1
  shift
  ("$@" "$again/${file##*/}" > "$trial/content" && "$@" "$file" | cmp - "$trial/content") || fail "a second build gave another ${file##*/}"
  rm "$trial/content"
}
same "$(echo "$first"/*.tar.gz)" gzip -dc
if command -v dpkg-deb > /dev/null; then
  same "$(echo "$first"/*.deb)" dpkg-deb --fsys-tarfile
  same "$(echo "$first"/*.deb)" dpkg-deb --ctrl-tarfile
fi

tar -xzf "$first"/*.tar.gz -C "$trial"
run() {
  program=$1
  sample=$2/samples/linux
  says '^unprobed [0-9]' "$program" --version
  says 'cannot be' sh -c '"$0" why PINCTRL_EXYNOS=n --tree "$1" --arch arm64 --cc none; [ $? = 1 ]' "$program" "$sample"
  says 'PINCTRL_EXYNOS' "$program" prove --when ARCH_EXYNOS --values PINCTRL_EXYNOS --tree "$sample" --arch arm64 --cc none
  says '"format"' "$program" why PINCTRL_EXYNOS --json --tree "$sample" --arch arm64 --cc none
  (cd "$trial" && clean "$program" config defconfig --tree "$sample" --arch arm64 --cc none > /dev/null)
  [ -s "$trial/.config" ] || fail "$program wrote no .config"
  rm -f "$trial/.config"
}
run "$trial"/unprobed-*/bin/unprobed "$(echo "$trial"/unprobed-*)"

if command -v dpkg-deb > /dev/null; then
  dpkg-deb -x "$first"/*.deb "$trial/root"
  (cd "$trial/root" && dpkg-deb -e "$first"/*.deb "$trial/control" && md5sum --quiet -c "$trial/control/md5sums")
  run "$trial/root/usr/bin/unprobed" "$trial/root/usr/lib/unprobed"
  completion=$trial/root/usr/share/bash-completion/completions/unprobed
  says '^config$' bash -c '. "$0"; COMP_WORDS=(unprobed con); COMP_CWORD=1; _complete_unprobed; printf "%s\n" "${COMPREPLY[@]}"' "$completion"
  says '^--sarif$' bash -c '. "$0"; COMP_WORDS=(unprobed prove --sa); COMP_CWORD=2; _complete_unprobed; printf "%s\n" "${COMPREPLY[@]}"' "$completion"
  if command -v zsh > /dev/null; then
    says '_complete_unprobed' zsh -fc 'autoload -Uz compinit && compinit -u -d "$1" && . "$0" && print $_comps[unprobed]' "$completion" "$trial/zdump"
  fi
fi
if command -v lintian > /dev/null; then
  lintian --fail-on error,warning --tag-display-limit 0 "$first"/*.deb || fail "lintian complains"
fi
if command -v man > /dev/null; then
  for page in "$trial"/unprobed-*/share/man1/*.1; do
    complaints=$(man --warnings -E UTF-8 -l "$page" 2>&1 > /dev/null)
    [ -z "$complaints" ] || fail "$page: $complaints"
  done
fi
"$root/tools/ci-example-test.sh" "$first"/*.tar.gz
rm -rf "$again" "$trial"
(cd "$first" && ls -l)
echo "package-test: passed"
