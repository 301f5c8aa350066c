#!/usr/bin/env bash
# Make the machine ready: Debian packages that are missing, then .venv with the pinned packages.
#
#   .ci/setup.sh run      what the app needs to run (with a display: the libraries of a window)
#   .ci/setup.sh dev      that, and what tests, linters and packaging need
#   .ci/setup.sh package  what PyInstaller needs beside its own package
#   .ci/setup.sh office   LibreOffice, with which exported files are tested
#
# Several levels may be named in one call. A level that stands is passed in a moment.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# ------------------------------------------------------------------ what is missing
has_library() { # SONAME
  local ldconfig
  ldconfig=$(command -v ldconfig || echo /sbin/ldconfig)
  [ -x "$ldconfig" ] || return 0 # not a glibc system: nothing can be told
  case "$("$ldconfig" -p)" in *"$1 "*) return 0 ;; *) return 1 ;; esac
}

missing_packages() { # prints the Debian packages whose library or command is not there
  local wanted=$1 thing package
  while read -r thing package; do
    [ -n "$thing" ] || continue
    case $thing in
      *.so.*) has_library "$thing" || printf '%s ' "$package" ;;
      *) command -v "$thing" >/dev/null 2>&1 || printf '%s ' "$package" ;;
    esac
  done <<<"$wanted"
}

QT_LIBRARIES='
libGL.so.1 libgl1
libEGL.so.1 libegl1
libxkbcommon.so.0 libxkbcommon0
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libglib-2.0.so.0 libglib2.0-0'
WINDOW_LIBRARIES='
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-keysyms.so.1 libxcb-keysyms1
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxcb-shape.so.0 libxcb-shape0'
PACKAGE_COMMANDS='
objdump binutils'
OFFICE_COMMANDS='
soffice libreoffice-writer-nogui'

has_display() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

# ------------------------------------------------------------------ Debian packages
install_packages() { # PACKAGES; false where this user may not, after naming the command
  local packages=$1 root=""
  if [ "$(id -u)" -ne 0 ]; then
    if ! sudo -n true 2>/dev/null; then
      say "These packages are missing. Install them, then run the same command again:"
      say "    sudo apt-get install --no-install-recommends $packages"
      return 1
    fi
    root="sudo -n"
  fi
  say "Installing Debian packages: $packages"
  $root apt-get update -qq >&2 || say "The package lists could not be refreshed; going on with the old ones."
  # shellcheck disable=SC2086 # the list is meant to split
  $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages \
    >/dev/null || die "apt-get could not install: $packages"
}

need_packages() { # WANTED; installs what is missing of it
  local packages
  [ "$(uname -s)" = Linux ] || return 0
  packages=$(missing_packages "$1")
  packages=${packages% }
  [ -n "$packages" ] || return 0
  if ! command -v apt-get >/dev/null 2>&1; then
    say "These libraries are missing (named as Debian names them): $packages"
    return 1
  fi
  install_packages "$packages"
}

# ------------------------------------------------------------------ Python and its packages
find_python() {
  local name
  for name in ${PYTHON:-} python3 python3.13 python3.12 python3.11; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      echo "$name"
      return 0
    fi
  done
  die "Briefing needs Python 3.11 or newer; none was found. Set PYTHON=/path/to/python3 if you have one."
}

ensure_venv() {
  if .venv/bin/python -m pip --version >/dev/null 2>&1; then return 0; fi
  local python
  python=$(find_python)
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    command -v apt-get >/dev/null 2>&1 || die "This Python lacks the module venv; install it."
    install_packages "$("$python" -c 'import sys; print("python3-venv python%d.%d-venv" % sys.version_info[:2])')" \
      || exit 1
  fi
  say "Making .venv"
  rm -rf .venv
  "$python" -m venv .venv
}

install_pins() { # LEVEL FILE; a stamp of what was installed makes the second call quick
  local stamp=".venv/installed-$1" sum
  sum=$(cksum <"$2")
  if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$sum" ]; then return 0; fi
  say "Installing Python packages ($2)"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r "$2" >&2
  printf '%s\n' "$sum" >"$stamp"
}

# ------------------------------------------------------------------ levels
setup_run() {
  ensure_venv
  install_pins run requirements.txt
  if has_display; then need_packages "$QT_LIBRARIES$WINDOW_LIBRARIES"; fi
}

setup_dev() {
  ensure_venv
  install_pins dev requirements-dev.txt
  cksum <requirements.txt >.venv/installed-run # the pins of dev hold those of run
  need_packages "$QT_LIBRARIES"
}

setup_package() {
  local library # the Python of a distribution has its library in a package of its own
  library=$(.venv/bin/python -c 'import sysconfig as s; v = s.get_config_var
import os
if v("Py_ENABLE_SHARED") and not os.path.exists(os.path.join(v("LIBDIR"), v("INSTSONAME"))):
    print(v("INSTSONAME") + " libpython" + v("py_version_short"))')
  need_packages "$PACKAGE_COMMANDS
$library"
}

setup_office() { need_packages "$OFFICE_COMMANDS"; }

for level in "${@:-run}"; do
  case $level in
    run | dev | package | office) "setup_$level" ;;
    *) die "usage: .ci/setup.sh [run|dev|package|office]…" ;;
  esac
done
