#!/usr/bin/env bash
# Build dist/Briefing with PyInstaller, then prove that it works: the sample job, and the window.
set -euo pipefail
cd "$(dirname "$0")/.."

.venv/bin/python -m PyInstaller --noconfirm --log-level WARN \
  --distpath dist --workpath build/pyinstaller .ci/briefing.spec

trial=$(mktemp -d)
trap 'rm -rf "$trial"' EXIT
export BRIEFING_HOME=$trial/home XDG_CONFIG_HOME=$trial/config

echo "Trying the packaged app: the sample job"
(cd "$trial" && "$OLDPWD/dist/Briefing/Briefing" --headless)

echo "Trying the packaged app: the window stays open"
QT_QPA_PLATFORM=offscreen dist/Briefing/Briefing 2>"$trial/stderr" &
window=$!
sleep 5
if ! kill -0 "$window" 2>/dev/null || [ -s "$trial/stderr" ]; then
  cat "$trial/stderr" >&2
  echo "The packaged window did not start." >&2
  exit 1
fi
kill "$window"
wait "$window" 2>/dev/null || true
du -sh dist/Briefing | awk '{ print "dist/Briefing: " $1 }'
