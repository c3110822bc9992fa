# One line for each thing that was tried: `NAME: ok, FIGURE` or `NAME: FAILED, why`. Sourced, not run.

began=0
# More that was measured, for the next row.
figure=''

now() { date +%s%3N; }
start() { began=$(now); }
since() { awk "BEGIN { printf \"%.1f\", ($(now) - $began) / 1000 }"; }

# row NAME SEEN WANTED [SECONDS]: whether what was seen is what was wanted, within so many seconds since start.
row() {
  local seconds verdict
  seconds=$(since)
  if [ "$2" != "$3" ]; then
    verdict="FAILED, “$2”, not “$3”"
  elif [ -n "${4:-}" ] && awk "BEGIN { exit !($seconds > $4) }"; then
    verdict="FAILED, $seconds s, not within $4 s"
  else
    verdict="ok, $seconds s${4:+ of $4}"
  fi
  printf '%s: %s%s\n' "$1" "${verdict//$'\n'/ }" "${figure:+, ${figure//$'\n'/ }}"
  figure=''
}
