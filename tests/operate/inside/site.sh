# How the steps ask and change the site of the machine that they run on. Sourced, not run.

SITE=/srv/pvpt
CURRENT=/opt/pvpt/current
# An address that the application is asked for each time, and one that nginx keeps.
ASKED=/sq/account/login/ KEPT=/sq/

page() { curl -sk --max-time 60 --resolve example.org:443:127.0.0.1 "https://example.org$1"; }
code() { curl -sk --max-time 60 --resolve example.org:443:127.0.0.1 -o /dev/null -w '%{http_code}' "https://example.org$1"; }
codes() { for address in "$@"; do printf '%s ' "$(code "$address")"; done | sed 's/ $//'; }
serves() { basename "$(readlink $CURRENT)"; }
commit() { (cd $SITE && git add -A && git commit -qm "$1" && git rev-parse --short=12 HEAD); }
undo() { (cd $SITE && git reset -q --hard HEAD~1); }
install_it() { $SITE/deploy/install "$@" >>/srv/install.log 2>&1; }
in_database() { runuser -u postgres -- psql -tAc "$1" pvpt; }
has_table() { in_database "SELECT count(*) FROM pg_tables WHERE tablename = '$1'"; }

# wait_for SECONDS WANTED COMMAND …: prints what it prints last.
wait_for() {
  local wanted=$2 end=$(($(date +%s) + $1)) seen
  shift 2
  while seen=$("$@" 2>/dev/null); [ "$seen" != "$wanted" ] && [ "$(date +%s)" -lt "$end" ]; do sleep 0.2; done
  echo "$seen"
}
wait_ready() { wait_for 60 200 code /health/ready; }

# migration NAME FORMER OPERATIONS [atomic]: a migration of the site after the one before.
migration() {
  cat >"$SITE/pvpt/migrations/$1.py" <<PY
from django.db import migrations


class Migration(migrations.Migration):
    atomic = ${4:-True}
    dependencies = [("pvpt", "$2")]
    operations = [$3]
PY
}

# Somebody reads all the time, a page that is kept and one that is not.
readers_come() {
  rm -f /srv/enough /srv/answers
  while [ ! -e /srv/enough ]; do
    for address in $KEPT $ASKED; do
      curl -sk --max-time 60 --resolve example.org:443:127.0.0.1 -o /dev/null \
        -w "%{http_code} %{time_total} $address $(date +%s)\n" "https://example.org$address" >>/srv/answers
    done
    sleep 0.1
  done &
}

# Prints how many were refused, of all pages or of those named.
readers_go() {
  touch /srv/enough
  wait
  awk -v only="${1:-}" '(only == "" || $3 == only) && $1 != 200 { refused++ } END { print refused + 0 }' /srv/answers
}
# For how long the page that is not kept was not answered.
away() { awk -v asked=$ASKED '$3 == asked && $1 != 200 { last = $4; first = first ? first : $4 } END { printf "%d", last - first }' /srv/answers; }
longest() { wc -l </srv/answers | tr '\n' ' '; sort -k2 -n /srv/answers | awk 'END { printf "answers, the longest %.1f s", $2 }'; }
