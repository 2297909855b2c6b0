# Finds a JDK of version 25 or newer. To be sourced by a POSIX shell; starts a process only when JAVA_HOME and
# /usr/lib/jvm have none.
#
#   find_jdk    sets jdk (its folder) and jdk_version, or returns 1
#   require_jdk the same, but says what to install and exits 2

# Reads the version from the file "release" that every JDK has: starting java to ask it would cost more than it runs.
is_new_jdk() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  jdk_version=
  while IFS='="' read -r jdk_key jdk_skip jdk_value jdk_rest; do
    if [ "$jdk_key" = JAVA_VERSION ]; then
      jdk_version=$jdk_value
      break
    fi
  done < "$1/release"
  jdk_major=${jdk_version%%[!0-9]*}
  [ -n "$jdk_major" ] && [ "$jdk_major" -ge 25 ] && jdk=$1
}

find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && is_new_jdk "$JAVA_HOME"; then
    return 0
  fi
  for jdk_folder in /usr/lib/jvm/*; do
    if is_new_jdk "$jdk_folder"; then
      return 0
    fi
  done
  jdk_javac=$(command -v javac) && jdk_javac=$(readlink -f -- "$jdk_javac") && is_new_jdk "${jdk_javac%/bin/javac}"
}

require_jdk() {
  find_jdk && return 0
  {
    echo "unprobed needs a JDK, version 25 or newer; neither JAVA_HOME nor /usr/lib/jvm nor PATH has one."
    echo
    echo "  hint: apt install openjdk-25-jdk-headless"
    echo "        or: apt install temurin-25-jdk, once https://adoptium.net is among apt's sources"
  } >&2
  exit 2
}
