# Before and after the power has gone. Sourced by run.

step_last-words() {
  start; row "something is written at the last moment" \
    "$(in_database "UPDATE wagtailcore_page SET draft_title = 'written at last' WHERE id = 3")" "UPDATE 1"
}

# step_wait MILLISECONDS: when the machine was switched on.
step_wait() {
  began=$1
  row "hard power-off and boot, all is back unattended" \
    "$(wait_for 90 "200 200 200 303" codes /health/ready $ASKED $KEPT /exit/) $(wait_for 60 active systemctl is-active pvpt-clock)" \
    "200 200 200 303 active" 90
  start; row "timers wait for their time" "$(for unit in "$SITE"/deploy/systemd/*.timer; do systemctl is-active "$(basename "$unit")"; done | sort -u)" active
  start; row "no unit has failed after the boot" "$(systemctl --failed --no-legend --plain | cut -d' ' -f1)" ""
  start; row "what was written at the last moment is there" "$(in_database "SELECT draft_title FROM wagtailcore_page WHERE id = 3")" "written at last"
}
