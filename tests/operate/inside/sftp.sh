# Backups over SFTP to an account that takes files and nothing else. The other machine is this one. Sourced by run.

step_sftp() {
  local far=sftp:keeper@localhost:/home/keeper/repository keys=/var/lib/pvpt/.ssh
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends openssh-server >/dev/null 2>&1
  systemctl start ssh
  useradd -m -s /usr/sbin/nologin keeper
  make_password
  keep_in "$far"
  start
  row "a backup over SFTP goes to no machine that is not known" "$(backed_up)" "exit-code False"
  # As docs/operating.md says.
  install -d -o pvpt -g pvpt -m 700 $keys
  runuser -u pvpt -- ssh-keygen -q -t ed25519 -N '' -f $keys/id_ed25519
  ssh-keyscan -t ed25519 localhost 2>/dev/null | runuser -u pvpt -- tee $keys/known_hosts >/dev/null
  install -d -o keeper -g keeper -m 700 /home/keeper/.ssh
  (umask 077; echo "restrict,command=\"internal-sftp\" $(cat $keys/id_ed25519.pub)" >/home/keeper/.ssh/authorized_keys)
  chown keeper: /home/keeper/.ssh/authorized_keys
  start; row "the service makes a backup over SFTP, in its sandbox" "$(backed_up)" "success True"
  start; systemctl start pvpt-backup-test; figure="$(told 'test["tables"]') tables, $(told 'test["files"]') files"
  row "the weekly test of it finds no difference" \
    "$(systemctl show pvpt-backup-test -p Result --value) $(told 'test["differences"]')" "success 0"
  systemctl stop ssh
  start; row "while the other machine is away the backup fails" "$(backed_up)" "exit-code False" 60
  figure=$(told 'backup["problem"][:200]'); row "and the site is told why" "$(told 'ok')" False
  systemctl start ssh
  start; row "the next one goes well by itself" "$(backed_up)" "success True"
}

# Makes a backup; prints how the service ended and what the site is told.
backed_up() {
  systemctl start pvpt-backup 2>/dev/null
  echo "$(systemctl show pvpt-backup -p Result --value) $(told 'backup["ok"]')"
}
