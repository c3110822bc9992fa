# A fresh system becomes the site. Sourced by run.

step_install() {
  start; install_it --host example.org --administrator office@example.org
  row "installation on a fresh system" $? 0
  start; row "three languages, log-in, admin, sitemap" \
    "$(codes /sq/ /sr-latn/ /en/ $ASKED /admin/ /sitemap.xml)" "200 200 200 200 302 200"
  start; row "no unit has failed" "$(systemctl --failed --no-legend --plain | cut -d' ' -f1)" ""
  start; row "secrets are for root and the site" "$(stat -c '%a %U:%G' /etc/pvpt/environment)" "640 root:pvpt"
  start; install_it; row "the same command again" $? 0
  start; row "nginx may read no secrets" "$(runuser -u www-data -- cat /etc/pvpt/environment 2>/dev/null | wc -c)" 0
  start; row "and sends the pictures of the home page" \
    "$(code "$(page /sq/ | grep -oE '/media/[^" ,]+' | head -n 1)")" 200
  start; row "one account, and no demo account" "$(in_database "SELECT count(*), min(email) FROM pvpt_user")" "1|office@example.org"
  start; row "every service is shut in, exposure of 10 below 1.6" "$(for unit in "$SITE"/deploy/systemd/*.service; do
    systemd-analyze security --threshold=15 "$(basename "$unit")" >/dev/null || basename "$unit"
  done)" ""
}
