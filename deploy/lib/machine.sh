# What a server has once: packages, user, folders, database, cache, secrets. Sourced by deploy/install.

install_packages() {
  local wanted missing=() package
  mapfile -t wanted < <(sed 's/ *#.*//; /^$/d' "$SOURCE/deploy/packages")
  if [ -n "$CERTBOT" ]; then wanted+=(certbot); fi
  for package in "${wanted[@]}"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  if [ ${#missing[@]} = 0 ]; then return; fi
  say "Installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

make_user() {
  getent passwd pvpt >/dev/null ||
    useradd --system --user-group --home-dir "$STATE" --shell /usr/sbin/nologin pvpt
  # For the socket of the cache.
  usermod -aG redis pvpt
  install -d -m 755 "$HOME_OF_CODE" "$RELEASES" "$ENVIRONMENTS"
  # What the site writes is of the group of nginx, which so reads files there and no secrets.
  install -d -m 2750 -o pvpt -g www-data "$STATE"
  install -d -m 750 -o root -g pvpt /etc/pvpt
  install -d -m 700 "$DUMPS" "$TLS"
  # A repository of backups on this machine; one elsewhere is better.
  install -d -m 700 -o pvpt -g pvpt /var/backups/pvpt-repository
  # nginx's files name these.
  point "$HOME_OF_CODE/var" "$STATE"
  point "$HOME_OF_CODE/deploy" "$CURRENT/deploy"
}

as_postgres() { (cd / && runuser -u postgres -- "$@"); }

make_database() {
  if booted; then systemctl enable -q --now postgresql; else service postgresql start; fi
  local _try
  for _try in $(seq 50); do
    if as_postgres psql -qc '' 2>/dev/null; then break; fi
    sleep 0.2
  done
  # No password: the socket tells the server which user of this machine asks.
  as_postgres psql -tAc "SELECT 1 FROM pg_roles WHERE rolname = 'pvpt'" | grep -q 1 ||
    as_postgres createuser --no-superuser --no-createdb --no-createrole pvpt
  as_postgres psql -tAc "SELECT 1 FROM pg_database WHERE datname = 'pvpt'" | grep -q 1 ||
    as_postgres createdb -O pvpt -E UTF8 -T template0 --locale=C.UTF-8 pvpt
  # Where the weekly test of the backup restores to; empty at all other times.
  as_postgres psql -tAc "SELECT 1 FROM pg_database WHERE datname = 'pvpt_restore_test'" | grep -q 1 ||
    as_postgres createdb -O pvpt -E UTF8 -T template0 --locale=C.UTF-8 pvpt_restore_test
}

make_cache() {
  cat >/etc/redis/pvpt.conf <<'REDIS'
# The cache of the website of PVPT, written by deploy/install: no network, nothing on the disk.
port 0
unixsocket /run/redis/redis-server.sock
unixsocketperm 770
save ""
appendonly no
maxmemory 96mb
maxmemory-policy allkeys-lru
REDIS
  chown root:redis /etc/redis/pvpt.conf
  chmod 640 /etc/redis/pvpt.conf
  grep -qx 'include /etc/redis/pvpt.conf' /etc/redis/redis.conf || {
    echo 'include /etc/redis/pvpt.conf' >>/etc/redis/redis.conf
    if booted; then systemctl restart redis-server; fi
  }
  if booted; then systemctl enable -q --now redis-server; else service redis-server start; fi
}

make_settings() {
  local before
  before=$(umask)
  umask 077
  touch "$SETTINGS"
  set_once DJANGO_SETTINGS_MODULE pvpt.settings.production
  set_once PVPT_HOST "${HOST:?}"
  set_once PVPT_SECRET_KEY "$(openssl rand -hex 32)"
  set_once PVPT_MESSAGE_KEYS "$(openssl rand -base64 32 | tr '+/' '-_')"
  set_once PVPT_REDIS unix:///run/redis/redis-server.sock
  set_once PVPT_FRONT http://127.0.0.1:8090
  set_once PVPT_BACKUP_STATE "$STATE/backup.json"
  umask "$before"
  chown root:pvpt "$SETTINGS"
  chmod 640 "$SETTINGS"
}
