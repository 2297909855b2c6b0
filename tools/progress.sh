# Tells on standard error that something takes long. To be sourced by a POSIX shell.
#
#   start_progress TEXT [COMMAND]   from the third second on: TEXT, what COMMAND prints, and the seconds
#   stop_progress

# A line that changes on a terminal, a line every ten seconds elsewhere.
tick() {
  tick_start=$(date +%s)
  tick_told=0
  while sleep 1 > /dev/null 2>&1; do
    tick_taken=$(($(date +%s) - tick_start))
    if [ "$tick_taken" -lt 2 ]; then
      continue
    fi
    if [ -t 2 ] && [ "${TERM:-dumb}" != dumb ]; then
      printf '\r\033[K%s ... %s%s s' "$1" "$(${2:-:})" "$tick_taken" >&2
    elif [ $((tick_taken - tick_told)) -ge 10 ]; then
      tick_told=$tick_taken
      printf '%s ... %s%s s\n' "$1" "$(${2:-:})" "$tick_taken" >&2
    fi
  done
}

start_progress() {
  # Descriptor 9 is the lock of the build, which must not outlive us in a child.
  tick "$@" 9>&- < /dev/null > /dev/null &
  ticker=$!
  trap stop_progress EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
}

stop_progress() {
  trap - EXIT INT TERM
  kill "$ticker" 2> /dev/null
  wait "$ticker" 2> /dev/null
  if [ -t 2 ] && [ "${TERM:-dumb}" != dumb ]; then
    printf '\r\033[K' >&2
  fi
}
