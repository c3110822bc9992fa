# A certificate of an authority that speaks ACME as Let's Encrypt does: Debian's pebble, on this machine. Sourced by run.

step_certificate() {
  local before
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends certbot pebble >/dev/null 2>&1
  mkdir -p /srv/pebble
  openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=localhost -addext subjectAltName=DNS:localhost \
    -keyout /srv/pebble/key.pem -out /srv/pebble/cert.pem 2>/dev/null
  cat >/srv/pebble/config.json <<JSON
{"pebble": {"listenAddress": "127.0.0.1:14000", "managementListenAddress": "127.0.0.1:15000",
  "certificate": "/srv/pebble/cert.pem", "privateKey": "/srv/pebble/key.pem", "httpPort": 80, "tlsPort": 443}}
JSON
  printf 'server = https://localhost:14000/dir\nno-verify-ssl = true\n' >>/etc/letsencrypt/cli.ini
  start; install_it --certbot office@example.org
  row "installation while the authority does not answer" "$? $(grep -c '^There is no certificate for example.org: ' /srv/install.log)" "1 1"
  row "the former certificate serves on" "$(code /sq/) $(sent issuer)" "200 issuer=CN = example.org"
  systemd-run -q --unit pebble --setenv PEBBLE_VA_NOSLEEP=1 pebble -config /srv/pebble/config.json
  start; install_it --certbot office@example.org; row "installation with a certificate by certbot" $? 0
  start; row "visitors get it" "$(code /sq/) $(sent issuer | grep -o Pebble)" "200 Pebble"
  before=$(sent serial)
  start; certbot renew --quiet --force-renewal --no-random-sleep-on-renew 2>/dev/null
  row "a renewed one is sent without a hand" "$? $(wait_for 10 "" same "$before") $(sent issuer | grep -o Pebble)" "0  Pebble"
  start; row "it is renewed by a timer" "$(systemctl is-active certbot.timer)" active
  start; install_it --certbot office@example.org; row "the same installation again keeps it" $? 0
}

# What stands in the certificate that visitors get.
sent() { openssl s_client -connect 127.0.0.1:443 -servername example.org </dev/null 2>/dev/null | openssl x509 -noout "-$1"; }
same() { sent serial | grep -xF "$1"; }
