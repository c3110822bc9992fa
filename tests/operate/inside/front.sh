# What nginx keeps is there without everything behind it. Sourced by run.

step_front() {
  local seen
  start; systemctl start pvpt-warm; figure=$(journalctl -u pvpt-warm -o cat -n 20 | grep 'addresses kept' | tail -n 1)
  row "warming" "$(systemctl show pvpt-warm -p Result --value)" success
  start; python3 /srv/inside/sweep.py list >/srv/addresses; row "the sitemap names pages of all three languages" \
    "$(cut -d/ -f2 /srv/addresses | sort -u | tr '\n' ' ')" "en sq sr-latn "
  # The socket too, which would have readers wait.
  systemctl stop pvpt.socket pvpt.service pvpt-clock.service redis-server postgresql 'postgresql@*'
  start; row "application, database and Redis are stopped" \
    "$(systemctl is-active pvpt.socket pvpt.service pvpt-clock postgresql@15-main redis-server | sort | uniq -c | tr -s ' ')" " 5 inactive"
  sweep "every page of the sitemap comes from what nginx keeps"
  systemctl restart nginx
  sweep "and after a new start of nginx"
  start; seen=$(page '/en/search/?q=help'); row "what is not kept gets the page with the numbers" \
    "$(code '/en/search/?q=help') $(grep -c -m 1 'tel:112\|>112' <<<"$seen")" "503 1"
  start; row "leaving works" "$(code /exit/)" 303
  # As a boot does; nobody starts the rest by hand.
  start; systemctl start postgresql redis-server pvpt.socket pvpt.service pvpt-clock.service
  row "back when they are started" "$(wait_ready) $(wait_for 60 200 code $ASKED)" "200 200" 60
}

sweep() {
  local seen
  start; seen=$(python3 /srv/inside/sweep.py ask </srv/addresses); figure=$seen
  row "$1" "$(cut -d' ' -f1-3 <<<"$seen")" "$(wc -l </srv/addresses) of $(wc -l </srv/addresses)"
}
