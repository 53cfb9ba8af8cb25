@echo off
rem Le rapport du trimestre sous Windows, lance par le Planificateur de taches : voir README.fr.md.
rem Usage : windows-task.cmd DOSSIER   (celui qui contient exports\ ; rapports\ y est ecrit)
rem Sans accents ici : l'invite de commandes lit ce fichier dans une autre page de codes. L'outil, lui, ecrit en UTF-8.
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul
set "TOOL=%~dp0..\.."
if "%~1"=="" (
  echo Usage : windows-task.cmd DOSSIER 1>&2
  exit /b 2
)
cd /d "%~1" || exit /b 2
if not exist rapports mkdir rapports

rem Le jour, ecrit de la meme facon quels que soient les reglages regionaux.
for /f "delims=" %%d in ('powershell -NoProfile -Command "Get-Date -Format yyyy-MM-dd"') do set "DAY=%%d"

rem Le plan du rapport precedent : celui du dernier jour avant celui-ci.
set "PREVIOUS="
for /f "delims=" %%p in ('dir /b /ad /on rapports\????-??-?? 2^>nul') do (
  if "%%p" lss "%DAY%" if exist "rapports\%%p\plan.json" set "PREVIOUS=--previous rapports\%%p\plan.json"
)

node "%TOOL%\bin\coop-plan.js" report exports --output-dir "rapports\%DAY%" --quiet %PREVIOUS% --fail-on missed-deadline --fail-on deadline-within=30d --fail-on unplanned-expiry --fail-on data-errors --fail-on layout-changed 2>rapports\alertes.txt
set "CODE=%ERRORLEVEL%"

rem 0 rien a signaler, 1 donnees en erreur, 3 une condition est remplie (rapports\alertes.txt) ; autrement, pas de rapport.
type rapports\alertes.txt 1>&2
exit /b %CODE%
