# Debian machines of their own, which boot systemd in a folder with a network of their own. Sourced by machine.

declare -A nspawn=()

leader() { pgrep -P "${nspawn[$1]}" | head -n 1; }

# inside MACHINE COMMAND: runs a command line there, as root.
inside() {
  local machine=$1
  shift
  setsid -w nsenter -t "$(leader "$machine")" -m -u -i -n -p --root --wdns=/root \
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 bash -c "$*"
}

# As when the power goes: all ends with process 1, and nobody is asked. What was written and not yet on the
# disk is not lost by this, as it may be with a real one.
power_off() {
  kill -9 "$(leader "$1")"
  wait "${nspawn[$1]}" || true
  unset "nspawn[$1]"
}

# make_base FOLDER: a Debian 12 that others are copied from; it trusts and reaches what this machine does.
make_base() {
  if [ -d "$1" ]; then return; fi
  rm -rf "$1.new"
  debootstrap --include=ca-certificates,git,iproute2 bookworm "$1.new" >"$FOLDER/debootstrap.log"
  mv "$1.new" "$1"
}

# make_root MACHINE BASE COPY-OF-THE-CODE: an empty Debian with the code in /srv/pvpt.
make_root() {
  local root=$FOLDER/$1
  cp -a --reflink=auto "$2" "$root"
  echo "$1" >"$root/etc/hostname"
  echo "127.0.0.1 localhost $1 example.org" >"$root/etc/hosts"
  cp -L /etc/resolv.conf "$root/etc/resolv.conf"
  cp -r /usr/local/share/ca-certificates/. "$root/usr/local/share/ca-certificates/"
  if [ -e /etc/pip.conf ]; then cp /etc/pip.conf "$root/etc/pip.conf"; fi
  git -c safe.directory='*' clone -q --no-hardlinks "$3" "$root/srv/pvpt"
}

# boot MACHINE NUMBER: switches it on, in a network of that number, with the folder of the backups beside it.
boot() {
  local machine=$1 here=10.77.$2.1 there=10.77.$2.2 _try
  rm -rf "$FOLDER/$machine/srv/inside"
  cp -r tests/operate/inside "$FOLDER/$machine/srv/inside"
  cp tests/operate/rows.sh "$FOLDER/$machine/srv/inside/"
  systemd-nspawn -q --register=no --keep-unit -M "$machine" -D "$FOLDER/$machine" --network-veth --resolv-conf=off \
    --bind="$FOLDER/elsewhere:/mnt/backup" -b </dev/null >>"$FOLDER/$machine.log" 2>&1 8>&- &
  nspawn[$machine]=$!
  for _try in $(seq 300); do
    if inside "$machine" "systemctl is-active -q multi-user.target" 2>/dev/null; then break; fi
    sleep 0.2
  done
  ip addr add "$here/24" dev "ve-$machine"
  ip link set "ve-$machine" up
  inside "$machine" "ip addr add $there/24 dev host0; ip link set host0 up; ip route add default via $here"
}

open_network() {
  forwarding=$(sysctl -n net.ipv4.ip_forward)
  sysctl -qw net.ipv4.ip_forward=1
  nft add table ip pvptmachine
  nft "add chain ip pvptmachine out { type nat hook postrouting priority 100 ; }"
  nft add rule ip pvptmachine out ip saddr 10.77.0.0/16 masquerade
}

close_network() {
  nft delete table ip pvptmachine 2>/dev/null || true
  if [ -n "${forwarding:-}" ]; then sysctl -qw "net.ipv4.ip_forward=$forwarding"; fi
}
