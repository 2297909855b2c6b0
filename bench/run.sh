# Builds what is needed and starts a class of the benchmarks. Sourced by the scripts in this folder, which set class.

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd) || exit 3

. "$root/tools/jdk.sh"
require_jdk

stamp=$root/bench/target/bench.stamp

is_bench_stale() {
  [ -f "$stamp" ] || return 0
  [ -n "$(find "$root/pom.xml" "$root"/*/pom.xml "$root"/*/src/main -newer "$stamp" -print -quit)" ]
}

build_bench() {
  echo "$0: building ..." >&2
  mkdir -p "$root/bench/target"
  : > "$stamp.new"
  # The flags are words on purpose: UNPROBED_MVN_FLAGS=-Dwarnings.fail=false is of use in the middle of a change.
  # shellcheck disable=SC2086
  (cd "$root" && JAVA_HOME=$jdk mvn -q -B -ntp -Dmaven.test.skip=true ${UNPROBED_MVN_FLAGS:-} package -pl bench -am) \
    < /dev/null >&2 || exit 3
  mv "$stamp.new" "$stamp"
}

if is_bench_stale; then
  build_bench
fi

terminal=
if [ -t 2 ]; then
  terminal=-Dunprobed.terminal=yes
fi

classes=$root/bench/target/classes:$root/kconfig/target/classes:$root/app/target/classes:$root/app/target/lib/*
# Values and formulas are computed by recursion along dependencies, hence the stack.
# shellcheck disable=SC2086
exec "$jdk/bin/java" -Xss64m $terminal -Dunprobed.root="$root" -cp "$classes" "$class" "$@"
