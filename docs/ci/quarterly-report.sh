#!/bin/sh
# Le rapport du trimestre, sans personne devant l'écran. Appelé par github-actions.yml, gitlab-ci.yml et cron.sh.
#
# À lancer dans le dossier du groupement, qui contient :
#   exports/    les registres des membres, coop-plan.yaml et decisions.csv
#   rapports/   un dossier par rapport, nommé par son jour ; le dernier fournit le plan auquel on compare
#
# Écrit le dossier du rapport sur la sortie standard, et sur la sortie d'erreur une ligne par condition remplie.
# Code de retour : celui de « coop-plan report » (0 rien à signaler, 1 données en erreur, 2 mauvais usage,
# 3 une condition est remplie). Le rapport est écrit sauf pour 2 et au-delà de 3.
set -eu

# Ce que l'on peut changer, par des variables d'environnement :
exports=${COOP_PLAN_EXPORTS:-exports}
reports=${COOP_PLAN_REPORTS:-rapports}
# Le jour qui nomme le dossier du rapport.
day=${COOP_PLAN_DAY:-$(date +%Y-%m-%d)}
# Ce qui doit alerter ; vide : rien.
conditions=${COOP_PLAN_FAIL_ON-missed-deadline deadline-within=30d unplanned-expiry data-errors layout-changed}
# « warn » : les conditions remplies sont dites, mais ne font pas échouer (code 0 au lieu de 3).
alerts=${COOP_PLAN_ALERTS:-fail}

tool=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
report=$reports/$day

# Le plan du rapport précédent : celui du dernier jour avant celui-ci. Refaire le rapport du jour ne change pas à quoi
# on le compare.
previous=
for plan in "$reports"/[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]/plan.json; do
  [ -f "$plan" ] || continue
  dated=$(basename -- "$(dirname -- "$plan")")
  if expr "x$dated" \< "x$day" >/dev/null; then previous=$plan; fi
done

set -- report "$exports" --output-dir "$report" --quiet
if [ -n "$previous" ]; then set -- "$@" --previous "$previous"; fi
for condition in $conditions; do set -- "$@" --fail-on "$condition"; done

code=0
node "$tool/bin/coop-plan.js" "$@" >/dev/null || code=$?
case $code in
  0 | 1 | 3) printf '%s\n' "$report" ;;
esac
if [ "$code" -eq 3 ] && [ "$alerts" = warn ]; then code=0; fi
exit "$code"
