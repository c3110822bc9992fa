# Upgrades that go well and that do not, while somebody reads, and the way back. Sourced by run.

step_upgrades() {
  local last former newer
  git config --global --replace-all safe.directory '*'
  git config --global user.email machine@example.org
  git config --global user.name machine
  former=$(serves)
  last=$(basename "$(find $SITE/pvpt/migrations -name '0*.py' | sort | tail -n 1)" .py)
  migration 9997_adds "$last" 'migrations.RunSQL("CREATE TABLE added (id int)")'
  newer=$(commit adds)
  readers_come
  start; install_it; row "upgrade with a migration, under load" "$? $(serves)" "0 $newer"
  start; refused=$(readers_go); figure=$(longest); row "nobody was refused meanwhile" "$refused" 0
  start; $CURRENT/deploy/rollback >>/srv/install.log 2>&1; row "rollback, the newer database stays" "$? $(serves) $(codes /health/ready $ASKED)" "0 $former 200 200" 120
  start; $CURRENT/deploy/rollback >>/srv/install.log 2>&1; row "and forward again" "$? $(serves)" "0 $newer" 120

  echo 'raise RuntimeError' >>$SITE/home/models.py; commit broken >/dev/null
  start; install_it; row "a release that does not start is refused" "$? $(serves) $(code $ASKED)" "1 $newer 200"; undo
  sed -i 's/^SystemCallFilter=~.*/SystemCallFilter=~@network-io/' $SITE/deploy/systemd/pvpt.service; commit shut >/dev/null
  start; install_it; row "one that works alone but not in its unit is taken back" "$? $(serves) $(code $ASKED)" "1 $newer 200"; undo
  fails_half_way "$newer"
  start; $CURRENT/deploy/rollback --database >>/srv/install.log 2>&1; row "rollback with the database of before" \
    "$? $(serves) $(codes /health/ready $ASKED) $(has_table added)" "0 $former 200 200 0" 120
  undo
}

# The upgrade has two migrations: the second one changes something, then fails.
fails_half_way() {
  local newer=$1 title half
  half='migrations.RunSQL("CREATE TABLE half (id int)"), migrations.RunSQL("SELECT * FROM nowhere")'
  migration 9998_more 9997_adds 'migrations.RunSQL("CREATE TABLE more (id int)")'
  migration 9999_fails 9998_more "$half"
  commit fails >/dev/null
  readers_come
  start; install_it; row "a migration that fails half-way leaves nothing of itself, the old release serves" \
    "$? $(serves) $(codes /health/ready $ASKED) $(has_table half)" "1 $newer 200 200 0"
  # One that PostgreSQL cannot undo, as when it makes an index while others write.
  migration 9999_fails 9998_more "$half" False
  commit "fails more" >/dev/null
  start; install_it; row "a migration that cannot be undone leaves its half, the old release serves" \
    "$? $(serves) $(codes /health/ready $ASKED) $(has_table half)" "1 $newer 200 200 1"
  start; refused=$(readers_go); figure=$(longest); row "nobody was refused during the failed migrations" "$refused" 0
  undo; undo
  in_database "UPDATE wagtailcore_page SET draft_title = 'written since' WHERE id = 3" >/dev/null
  readers_come
  start; $CURRENT/deploy/rollback --failed >>/srv/install.log 2>&1; row "rollback of the failed upgrade, with the database of before it" \
    "$? $(serves) $(codes /health/ready $ASKED) $(has_table half)" "0 $newer 200 200 0" 120
  start; refused=$(readers_go $KEPT); figure="$(longest); what is not kept was away for $(away) s"
  row "the kept page was answered meanwhile" "$refused" 0
  start; row "and nothing is kept of the database that is put aside" "$(find /var/cache/nginx/pvpt -type f ! -newer $CURRENT | wc -l)" 0
  title=$(runuser -u postgres -- psql -tAc "SELECT draft_title FROM wagtailcore_page WHERE id = 3" "$(kept_beside)")
  start; row "what was written since is kept beside it" "$title" "written since"
  start; $CURRENT/deploy/rollback --failed >>/srv/install.log 2>&1; row "a second time there is nothing to take back" "$? $(serves)" "1 $newer"
}

# The newest database that a rollback has put aside.
kept_beside() { in_database "SELECT max(datname) FROM pg_database WHERE datname ~ '^pvpt_[0-9]{14}$'"; }
