# Making, trying and switching releases. Sourced by deploy/install and deploy/rollback.

# Puts a commit of the repository into a folder of its own, which nobody but root can change.
make_release() {
  local release=$RELEASES/$1 draft=$RELEASES/.$1 environment
  if [ -d "$release" ]; then return; fi
  rm -rf "$draft"
  mkdir "$draft"
  git -c safe.directory='*' -C "$SOURCE" archive "$1" | tar -x -C "$draft"
  environment=$(make_environment "$draft")
  ln -s "$environment" "$draft/.venv"
  (cd "$draft" && .venv/bin/python -m pvpt.catalogues >/dev/null)
  (cd "$draft" && .venv/bin/python -m compileall -q -j 0 -s "$draft" -p "$release" -x '/\.venv/' "$draft")
  collect_static "$draft"
  mv "$draft" "$release"
}

# Prints the virtual environment with what the release's lock says, making it if there is none.
make_environment() {
  local lock environment
  lock=$(sha256sum "$1/requirements.txt" | cut -c1-16)
  environment=$ENVIRONMENTS/$lock
  if [ ! -e "$environment/complete" ]; then
    rm -rf "$environment"
    python3 -m venv "$environment" >&2
    "$environment/bin/python" -m pip install --quiet --disable-pip-version-check --no-cache-dir --compile \
      --require-hashes -r "$1/requirements.txt" >&2
    touch "$environment/complete"
  fi
  echo "$environment"
}

# Pages that are kept in front of the site name files of former releases: those stay beside the new ones.
collect_static() {
  install -d -o pvpt -g pvpt "$1/static"
  in_release "$1" manage.py collectstatic --noinput --verbosity 0
  chown -R root:root "$1/static"
  chmod -R u=rwX,go=rX "$1/static"
  install -d -m 755 "$STATE/static"
  cp -an "$1/static/." "$STATE/static/"
}

# Brings the database up to the release. The release that serves meanwhile goes on: migrations only add.
migrate() {
  local release=$1 dump
  if in_release "$release" manage.py migrate --check >/dev/null 2>&1; then return; fi
  if [ -e "$CURRENT" ]; then
    dump=$DUMPS/before-$(basename "$release")-$(date +%Y%m%d%H%M%S).dump
    say "Keeping the database in $dump"
    # A dump that ends early is none.
    (umask 077 && as_postgres pg_dump -Fc pvpt >"$DUMPS/unfinished")
    mv "$DUMPS/unfinished" "$dump"
    echo "$dump" >"$release/.dump"
  fi
  say "Migrating the database"
  in_release "$release" manage.py migrate --verbosity 0
}

# The database that was kept before a release.
dump_before() { cat "$1/.dump" 2>/dev/null || stop "No database was kept before $(basename "$1"): it changed nothing there."; }

# The database that was kept before the first upgrade that failed since the last switch.
dump_before_failure() {
  local found
  found=$(find "$DUMPS" -name 'before-*.dump' -newer "$CURRENT" -printf '%T@ %p\n' | sort -n | cut -d' ' -f2)
  [ -n "$found" ] || stop "No upgrade has changed the database and failed since the last switch."
  head -n 1 <<<"$found"
}

ask() { curl -sS --max-time 20 --unix-socket "$1" -H "X-Forwarded-Proto: https" -H "Host: $(setting PVPT_HOST)" "${@:3}" "http://site$2"; }

status() { ask "$1" "$2" -o /dev/null -w '%{http_code}'; }

# Starts the release on a socket of its own and asks for what must work; ends it again in any case.
smoke_test() (
  release=$1
  folder=$(mktemp -d /run/pvpt-smoke.XXXXXX)
  chown pvpt: "$folder"
  socket=$folder/site.sock
  in_release "$release" -m gunicorn pvpt.wsgi --preload --workers 1 --threads 4 --bind "unix:$socket" \
    --logger-class pvpt.logs.LinesServerLogger --log-level warning --no-control-socket --pid "$folder/pid" &
  server=$!
  # shellcheck disable=SC2317
  end() {
    if [ -e "$folder/pid" ]; then kill "$(cat "$folder/pid")" || true; fi
    wait "$server" || true
    rm -rf "$folder"
  }
  trap end EXIT
  for _try in $(seq 150); do
    kill -0 "$server" 2>/dev/null || stop "The new release does not start."
    if [ -S "$socket" ] && [ "$(status "$socket" /health/live)" = 200 ]; then break; fi
    sleep 0.2
  done
  failed=0
  check() {
    local got
    got=$(status "$socket" "$1")
    [[ $got =~ ^($2)$ ]] || { echo "  $1 answers $got, not $2: $(ask "$socket" "$1" | head -c 80)" >&2; failed=1; }
  }
  check /health/ready 200
  for language in sq sr-latn en; do
    check "/$language/" 200
    check "/$language/search/?q=pvpt" 200
    check "/$language/account/login/" 200
    check "/$language/no-such-page/" 404
  done
  check /sitemap.xml 200
  check /admin/ 302
  # What the first language's home page links to, and its style sheet.
  for address in $(ask "$socket" /sq/ | grep -oE 'href="/(sq|static)/[^"#?]*"' | cut -d'"' -f2 | sort -u | head -n 40); do
    # Some lead to a log-in, or on to another page.
    check "$address" '200|302'
  done
  [ "$failed" = 0 ] || stop "The smoke test of $(basename "$release") failed; nothing was switched."
)

# Has systemd know the units of the release, and no others of ours.
use_units() {
  local unit
  for unit in "$UNITS"/pvpt*; do
    if [ -f "$unit" ] && [ ! -e "$1/deploy/systemd/$(basename "$unit")" ]; then
      systemctl disable -q --now "$(basename "$unit")" || true
      rm "$unit"
    fi
  done
  install -m 644 "$1"/deploy/systemd/pvpt* "$UNITS/"
  systemctl daemon-reload
}

# Lets the release serve. The socket stays open, so whoever asks meanwhile waits and is not refused.
switch() {
  local former=''
  if [ -e "$CURRENT" ]; then former=$(readlink -f "$CURRENT"); fi
  point "$CURRENT" "$1"
  if [ -n "$former" ] && [ "$former" != "$1" ]; then point "$PREVIOUS" "$former"; fi
  if ! booted; then
    say "systemd does not run here: start the units of $1/deploy/systemd in your own way."
    return
  fi
  use_units "$1"
  local unit
  for unit in "$1"/deploy/systemd/pvpt*; do
    if grep -q '^\[Install\]' "$unit"; then systemctl enable -q "$(basename "$unit")"; fi
    if [[ $unit == *.timer || $unit == *.socket ]]; then systemctl start "$(basename "$unit")"; fi
  done
  systemctl restart pvpt.service pvpt-clock.service && ready
}

# Whether the site answers at its real socket, within half a minute.
ready() {
  local _try
  for _try in $(seq 60); do
    if [ "$(status /run/pvpt/site.sock /health/ready 2>/dev/null)" = 200 ]; then return 0; fi
    sleep 0.5
  done
  return 1
}

# The paths in a folder that go by the name, without the newest ones.
old() { find "$1" -mindepth 1 -maxdepth 1 -name "$2" -printf '%T@ %p\n' | sort -rn | cut -d' ' -f2 | tail -n +$((KEPT + 1)); }

# Removes releases, environments and dumps that no rollback goes back to any more.
forget_old() {
  local used path
  rm -rf "$RELEASES"/.[!.]*
  used=$(readlink -f "$CURRENT" "$PREVIOUS" || true)
  for path in $(old "$RELEASES" '[!.]*'); do
    grep -qxF "$path" <<<"$used" || rm -rf "$path"
  done
  used=$(readlink -f "$RELEASES"/*/.venv)
  for path in "$ENVIRONMENTS"/*; do
    grep -qxF "$path" <<<"$used" || rm -rf "$path"
  done
  old "$DUMPS" 'before-*.dump' | xargs -r rm --
}
