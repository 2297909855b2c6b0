# Builds unprobed and its start-up cache. Sourced by ../unprobed, whose variables it uses, when either is out of date.

log=$target/build.log

. "$root/tools/progress.sh"

fail_build() {
  stop_progress
  echo "unprobed: could not build; $log says:" >&2
  tail -n 40 "$log" >&2
  exit 3
}

# The part that Maven is at, such as "compile kconfig, ".
build_stage() {
  sed -n -E 's/^\[INFO\] --- [a-z.-]+:[0-9.]+:([A-Za-z-]+) .* @ unprobed-([a-z]+) ---$/\1 \2, /p' "$log" \
    | tail -n 1 | tr -d '\n'
}

build() {
  if ! command -v mvn > /dev/null; then
    echo "unprobed: Maven is needed to build (hint: apt install maven)" >&2
    exit 2
  fi
  echo "unprobed: building, which happens once and takes a minute or two" >&2
  : > "$log"
  start_progress "unprobed: building" build_stage
  # The stamp is as old as the start of the build, so that an edit in the meantime counts.
  : > "$stamp.new"
  (cd "$root" && JAVA_HOME=$jdk mvn -B -ntp -Dstyle.color=never \
    -Dmaven.test.skip=true package -pl app -am) > "$log" 2>&1 \
    < /dev/null || fail_build
  for picocli in "$target"/lib/picocli-*.jar; do
    "$jdk/bin/java" "$root/tools/ModernClasses.java" "$picocli" >> "$log" 2>&1 || fail_build
  done
  stop_progress
  mv "$stamp.new" "$stamp"
  rm -f "$cache" "$cache.for"
}

# What the start-up cache learns from: the classes that this loads, and the methods that it makes hot.
training_run() {
  lesson=$target/training
  rm -rf "$lesson" && mkdir -p "$lesson" || return 1
  # shellcheck disable=SC2086
  (cd "$lesson" && "$jdk/bin/java" $java_flags "$@" -jar "$jar" config olddefconfig \
    --tree "$root/samples/linux" --arch arm64)
}

# Without a cache everything still works, only slower, so a failure is no error.
train() {
  rm -f "$cache.new"
  start_progress "unprobed: teaching Java to start quickly"
  if training_run -XX:AOTCacheOutput="$cache.new" > "$target/training.log" 2>&1 < /dev/null; then
    mv "$cache.new" "$cache" && echo "$jdk $jdk_version $java_flags" > "$cache.for"
  fi
  stop_progress
}

if [ -w "$root/app" ] && mkdir -p "$target"; then
  # One builds, the others wait for it and find that there is nothing left to do.
  exec 9> "$target/.lock"
  if command -v flock > /dev/null; then
    flock 9
  fi
  if is_stale; then
    build
  fi
  if ! is_trained; then
    train
  fi
  exec 9>&-
elif [ ! -f "$jar" ]; then
  echo "unprobed: not built yet, and $root/app cannot be written" >&2
  exit 2
fi
