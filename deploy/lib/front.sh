# nginx and its certificate. Sourced by deploy/install and deploy/rollback.

KEPT_PAGES=/var/cache/nginx/pvpt

make_front() {
  if [ ! -e "$TLS/fullchain.pem" ]; then
    # Browsers warn of it; it serves until there is a real one.
    openssl req -x509 -newkey rsa:2048 -nodes -days 90 -subj "/CN=$HOST" -addext "subjectAltName=DNS:$HOST" \
      -keyout "$TLS/privkey.pem" -out "$TLS/fullchain.pem" 2>/dev/null
  fi
  # What certbot shows, and what nginx keeps.
  install -d -m 755 "$STATE/acme"
  install -d -m 755 -o www-data /var/cache/nginx
  write_configuration
  ln -sfn ../sites-available/pvpt /etc/nginx/sites-enabled/pvpt
  rm -f /etc/nginx/sites-enabled/default
  nginx -t -q || stop "nginx does not accept /etc/nginx/sites-available/pvpt; the site itself is running."
  if booted; then
    systemctl enable -q nginx
    systemctl reload-or-restart nginx
  fi
}

write_configuration() {
  local folder=/etc/nginx/pvpt
  python3 "$CURRENT/deploy/nginx/fill.py" "$folder" "PVPT_HOST=$HOST" PVPT_SCHEME=https "PVPT_LISTEN=$folder/tls.conf" \
    "PVPT_CERTIFICATE=$TLS" PVPT_UPSTREAM=unix:/run/pvpt/site.sock "PVPT_VAR=$STATE" \
    "PVPT_CACHE=$KEPT_PAGES" PVPT_LOGS=/var/log/nginx PVPT_FRONT_LISTEN=127.0.0.1:8090
  printf 'include %s/%s.conf;\n' "$folder" site "$folder" redirect >/etc/nginx/sites-available/pvpt
}

make_certificate() {
  if [ -z "$CERTBOT" ]; then return; fi
  say "Asking for a certificate for $HOST"
  certbot certonly --quiet --non-interactive --agree-tos --keep-until-expiring -m "$CERTBOT" \
    --webroot -w "$STATE/acme" -d "$HOST" --deploy-hook 'systemctl reload nginx' ||
    stop "There is no certificate for $HOST: its name must lead here, and port 80 be reachable. Run this again then."
  ln -sfn "/etc/letsencrypt/live/$HOST/fullchain.pem" "$TLS/fullchain.pem"
  ln -sfn "/etc/letsencrypt/live/$HOST/privkey.pem" "$TLS/privkey.pem"
  systemctl reload nginx
}
