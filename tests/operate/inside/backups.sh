# A backup into the folder that stands for another machine, and the way back on an empty one. Sourced by run.

REPOSITORY=/mnt/backup
# What the clock writes as soon as it runs: the step says which of them differ, and no other may.
OWN='^(publishing_beat|pvpt_edition|pvpt_frontchange)$'

told() { python3 -c 'import json, sys; found = json.load(open("/var/lib/pvpt/backup.json")); print(eval(sys.argv[1], found))' "$1" 2>/dev/null; }

# Of every table its rows and a sum over what stands in them; of every file its hash. Not by the backup's own code.
rows_held() {
  in_database "SELECT format('SELECT %L, count(*), md5(coalesce(string_agg(md5(t::text), '''' ORDER BY md5(t::text)), '''')) FROM %s t',
    oid::regclass, oid::regclass) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1" |
    sed 's/$/;/' | runuser -u postgres -- psql -tA pvpt
}
files_held() { (cd /var/lib/pvpt && find media private -type f -print0 | sort -z | xargs -0r sha256sum); }

# As docs/operating.md says.
make_password() {
  (umask 077; openssl rand -base64 32 >/etc/pvpt/backup-password)
  chgrp pvpt /etc/pvpt/backup-password
  chmod 640 /etc/pvpt/backup-password
}

# keep_in REPOSITORY: where the next backup goes.
keep_in() {
  sed -i '/^PVPT_BACKUP_REPOSITORY=/d' /etc/pvpt/environment
  echo "PVPT_BACKUP_REPOSITORY=$1" >>/etc/pvpt/environment
}

step_backups() {
  local first
  # So that nothing is taken for a result of this run that is older.
  rm -f /var/lib/pvpt/backup.json
  make_password
  chown pvpt:pvpt $REPOSITORY
  chmod 700 $REPOSITORY
  keep_in $REPOSITORY
  # The clock of the machine is that of all others here, so the timer is told that it has missed a night.
  mkdir -p /run/systemd/system/pvpt-backup.timer.d
  printf '[Timer]\nRandomizedDelaySec=0\n' >/run/systemd/system/pvpt-backup.timer.d/at-once.conf
  systemctl stop pvpt-backup.timer
  touch -d '2 days ago' /var/lib/systemd/timers/stamp-pvpt-backup.timer
  systemctl daemon-reload
  start; systemctl start pvpt-backup.timer
  row "the timer starts the backup that the night has missed" \
    "$(wait_for 120 True told 'backup["ok"]') $(systemctl show pvpt-backup -p Result --value)" "True success"
  figure="snapshot $(told 'backup["snapshot"][:8]'), $(told 'backup["tables"]') tables, $(told 'backup["files"]') files, $(told 'backup["seconds"]') s, $(du -sh $REPOSITORY | cut -f1)"
  start; row "the repository outside of the machine holds it" "$(snapshots)" 1
  start; systemctl start pvpt-backup-test; figure="$(told 'test["tables"]') tables, $(told 'test["files"]') files"
  row "the weekly test of it finds no difference" "$(systemctl show pvpt-backup-test -p Result --value) $(told 'test["differences"]')" "success 0"
  rm -r /run/systemd/system/pvpt-backup.timer.d
  systemctl daemon-reload
  # The next one is made while nobody writes, so that it can be compared with what is here now.
  in_database "UPDATE wagtailcore_page SET draft_title = 'written before the last backup' WHERE id = 3" >/dev/null
  systemctl stop pvpt.socket pvpt.service pvpt-clock.service
  mkdir -p /srv/held
  rows_held >/srv/held/rows
  files_held >/srv/held/files
  first=$(told 'backup["snapshot"]')
  # The rotation keeps one of each day, so the second of today takes the place of the first.
  start; systemctl start pvpt-backup; figure="$(told 'backup["seconds"]') s in it"
  row "the next backup takes the place of the former one of the day" \
    "$(systemctl show pvpt-backup -p Result --value) $(snapshots) $([ "$first" = "$(told 'backup["snapshot"]')" ] || echo new)" "success 1 new"
  systemctl start pvpt.socket pvpt.service pvpt-clock.service
  start; row "the site is told of it" "$(wait_ready) $(told 'ok')" "200 True"
}

snapshots() { restic -q -r $REPOSITORY --no-cache --password-file /etc/pvpt/backup-password snapshots --json | python3 -c 'import json, sys; print(len(json.load(sys.stdin)))'; }

# differences WHAT: prints the names whose line is not the same as on the other machine.
differences() { "$1_held" | diff "/srv/held/$1" - | sed -n 's/^[<>] //p' | awk -F "$2" "{ print \$$3 }" | sort -u; }

step_restore() {
  local rows status
  start; $SITE/deploy/restore --repository $REPOSITORY --password-file /srv/backup-password >/srv/install.log 2>&1
  status=$?
  figure=$(grep '^0 differences' /srv/install.log)
  row "restore on an empty machine" "$status $(grep -c '^0 differences' /srv/install.log)" "0 1" 900
  if [ $status != 0 ]; then tail -n 5 /srv/install.log >&2; fi
  start; (
    set -e
    for part in common release; do . $CURRENT/deploy/lib/$part.sh; done
    smoke_test "$(readlink -f $CURRENT)"
  ) >>/srv/install.log 2>&1
  row "the smoke test there" $? 0
  start; row "three languages, log-in, admin, sitemap, ready there" \
    "$(codes /sq/ /sr-latn/ /en/ $ASKED /admin/ /sitemap.xml /health/ready)" "200 200 200 200 302 200 200"
  systemctl stop pvpt.socket pvpt.service pvpt-clock.service pvpt-warm.timer pvpt-warm.service
  start; rows=$(differences rows '|' 1)
  figure="$(wc -l </srv/held/rows) tables with $(awk -F '|' '{ sum += $2 } END { print sum }' /srv/held/rows) rows"
  figure+="; written by the running site since: $(grep -E "$OWN" <<<"$rows" | tr '\n' ' ' | sed 's/^ *$/nothing/')"
  row "rows that differ from those of the lost machine" "$(grep -vE "$OWN" <<<"$rows" | tr '\n' ' ' | sed 's/^ *$//')" ""
  start; figure="$(wc -l </srv/held/files) files, $(du -shc /var/lib/pvpt/media /var/lib/pvpt/private | tail -n 1 | cut -f1)"
  row "files that differ from those of the lost machine" "$(differences files ' +' 2 | head -n 5)" ""
  systemctl start pvpt.socket pvpt.service pvpt-clock.service pvpt-warm.timer
  start; systemctl start pvpt-backup; row "the restored machine goes on with the backups" \
    "$(systemctl show pvpt-backup -p Result --value) $(snapshots)" "success 1"
  start; figure=$(page /health/); row "and raises no alarm" "$(wait_for 60 200 code /health/)" 200
  start; $SITE/deploy/restore --repository $REPOSITORY --password-file /srv/backup-password >/dev/null 2>&1
  row "a second restore is refused" "$?" 1
}
