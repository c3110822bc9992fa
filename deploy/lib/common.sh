# Names and small tools of deploy/install, deploy/rollback and deploy/manage. Sourced, not run.

HOME_OF_CODE=/opt/pvpt
RELEASES=$HOME_OF_CODE/releases
# Virtual environments by what their lock says, so that releases with the same lock share one.
ENVIRONMENTS=$HOME_OF_CODE/environments
CURRENT=$HOME_OF_CODE/current
PREVIOUS=$HOME_OF_CODE/previous
STATE=/var/lib/pvpt
DUMPS=/var/backups/pvpt
SETTINGS=/etc/pvpt/environment
TLS=/etc/pvpt/tls
UNITS=/etc/systemd/system
KEPT=3

say() { printf '%s  %s\n' "$(date +%H:%M:%S)" "$*"; }

stop() { printf '%s\n' "$*" >&2; exit 1; }

as_root() { [ "$(id -u)" = 0 ] || stop "Run this as root."; }

# Whether systemd runs this machine; in a container it may not.
booted() { [ -d /run/systemd/system ]; }

# What one variable of the settings says.
setting() { sed -n "s/^$1=//p" "$SETTINGS" | tail -n 1; }

# Writes a variable where there is none yet.
set_once() { grep -q "^$1=" "$SETTINGS" || printf '%s=%s\n' "$1" "$2" >>"$SETTINGS"; }

# Puts the settings into the environment as they are written, as systemd does: no shell reads them.
read_settings() {
  local line
  while IFS= read -r line; do
    if [[ $line =~ ^[A-Z][A-Z0-9_]*= ]]; then export "${line?}"; fi
  done <"$SETTINGS"
}

# Runs a command of a release as the site's user, with the site's settings, in the release's folder.
# The settings are no arguments, which other users could see.
in_release() (
  release=$1
  shift
  cd "$release" || exit 1
  read_settings
  # While there is no nginx yet, nobody has to be told what changes.
  if [ -n "${NO_FRONT:-}" ]; then export PVPT_FRONT=''; fi
  export HOME=$STATE
  umask 027
  exec setpriv --reuid=pvpt --regid=pvpt --init-groups --inh-caps=-all "$release/.venv/bin/python" "$@" 9>&-
)

# Lets a name point somewhere else, at no moment to nowhere.
point() {
  ln -sfn "$2" "$1.new"
  mv -T "$1.new" "$1"
}
