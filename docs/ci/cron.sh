#!/bin/sh
# Le rapport du trimestre sur un serveur, par cron. Une ligne de crontab, à adapter :
#
#   MAILTO=achats@exemple.fr
#   23 5 1 3,6,9,12 *  /opt/coop-plan/docs/ci/cron.sh /srv/groupement
#
# Le 1er mars, juin, septembre et décembre, à 5 h 23. cron envoie à MAILTO tout ce qui est écrit ici : où est le rapport,
# et ce qui demande une décision. Les réglages sont ceux de quarterly-report.sh.
set -eu

if [ $# -ne 1 ] || [ ! -d "$1" ]; then
  echo "Usage : cron.sh DOSSIER (celui qui contient exports/ et rapports/)" >&2
  exit 2
fi
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cd -- "$1"

# cron ne cherche les commandes que dans quelques dossiers.
PATH=$PATH:/usr/local/bin
export PATH
if ! command -v node >/dev/null; then
  echo "Node.js est introuvable : ajoutez son dossier à PATH, dans la crontab." >&2
  exit 127
fi

# Un seul rapport à la fois. Le verrou d'un processus qui n'existe plus est repris.
lock=.coop-plan.lock
if ! mkdir "$lock" 2>/dev/null; then
  owner=$(cat "$lock/pid" 2>/dev/null || true)
  if [ -z "$owner" ] || kill -0 "$owner" 2>/dev/null; then
    echo "Un rapport est déjà en cours (processus ${owner:-inconnu}) ; sinon, supprimez $1/$lock." >&2
    exit 75
  fi
  rm -rf "$lock"
  mkdir "$lock"
fi
trap 'rm -rf "$lock"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
echo $$ >"$lock/pid"

code=0
report=$(sh "$here/quarterly-report.sh") || code=$?
case $code in
  0) echo "Rapport du trimestre : $1/$report/report.md" ;;
  1) echo "Rapport écrit, mais des données sont en erreur : $1/$report/report.md" ;;
  3) echo "Rapport écrit, et quelque chose demande une décision (ci-dessus) : $1/$report/report.md" ;;
  *) echo "Pas de rapport (code $code)." >&2 ;;
esac
exit "$code"
