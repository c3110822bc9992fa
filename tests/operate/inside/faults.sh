# Parts end, hang, or are told something wrong. Sourced by run.

step_faults() {
  local redis
  # Whoever was being answered is not; after that nginx leaves the site alone for five seconds at most.
  start; systemctl kill -s KILL --kill-who=main pvpt; row "site killed, the kept page" "$(code $KEPT)" 200
  row "site killed, what is not kept is back" "$(wait_for 30 200 code $ASKED)" 200 15
  start; systemctl kill -s KILL pvpt pvpt-clock; row "everything of the site killed, the kept page" "$(code $KEPT)" 200
  row "everything of the site killed, what is not kept is back" "$(wait_for 30 200 code $ASKED)" 200 15
  start; row "the clock runs again" "$(wait_for 10 active systemctl is-active pvpt-clock)" active
  sed -i 's/^PVPT_HOST=.*/&:443/' /etc/pvpt/environment
  start; systemctl restart pvpt 2>/dev/null
  # Whoever waits at the socket has it tried again, so the last status may be that of a start.
  row "a wrong setting stops the start with status 78" \
    "$(journalctl -u pvpt -o cat --since "@$((began / 1000))" | grep -c -m 1 'status=78') $(systemctl is-active pvpt | sed 's/activating/failed/')" "1 failed"
  start; row "and the kept page is there" "$(code $KEPT)" 200
  sed -i 's/^\(PVPT_HOST=.*\):443/\1/' /etc/pvpt/environment
  systemctl restart pvpt
  systemctl stop redis-server
  start; row "Redis stopped, search, log-in, admin, ready" "$(codes '/sq/search/?q=pvpt' $ASKED /admin/ /health/ready)" "200 200 302 503"
  systemctl start redis-server
  redis=$(systemctl show redis-server -p MainPID --value)
  kill -STOP "$redis"
  start; row "Redis hangs, search" "$(code '/sq/search/?q=pvpt')" 200
  start; row "Redis hangs, log-in" "$(code $ASKED)" 200
  kill -CONT "$redis"
  systemctl stop postgresql 'postgresql@*'
  start; row "PostgreSQL stopped, live, ready" "$(codes /health/live /health/ready)" "200 503"
  systemctl start postgresql
  start; row "and back without a hand" "$(wait_ready) $(code $ASKED)" "200 200" 60
  start; systemctl start pvpt-tidy; row "the nightly tidying" "$(systemctl show pvpt-tidy -p Result --value)" success
}
