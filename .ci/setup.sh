#!/usr/bin/env bash
# Make the machine ready: Debian packages that are missing, then .venv with the pinned packages.
#
#   .ci/setup.sh run      what the app needs to run (with a display: the libraries of a window)
#   .ci/setup.sh dev      that, and what tests, linters and packaging need
#   .ci/setup.sh package  what PyInstaller needs beside its own package
#   .ci/setup.sh office   LibreOffice and pandoc, with which exported files are tested
#
# Several levels may be named in one call. A level that stands is passed in a moment.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# ------------------------------------------------------------------ what is missing
LIBRARIES=$(/sbin/ldconfig -p 2>/dev/null || true)

has_library() { # SONAME
  case $LIBRARIES in
    "") return 0 ;; # not a glibc system: nothing can be told
    *"$1 "*) return 0 ;;
    *) return 1 ;;
  esac
}

missing_packages() { # prints the Debian packages whose library or command is not there
  local wanted=$1 thing package
  while read -r thing package; do
    [ -n "$thing" ] || continue
    case $thing in
      /*) [ -e "$thing" ] || printf '%s ' "$package" ;;
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
soffice libreoffice-writer-nogui
pandoc pandoc'
BRIDGE='
/usr/lib/python3/dist-packages/uno.py python3-uno'

has_display() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

# ------------------------------------------------------------------ Debian packages
need_packages() { # PACKAGES; installs them, or names the command and ends
  local packages=$1 root="" log
  [ -n "$packages" ] || return 0
  command -v apt-get >/dev/null 2>&1 \
    || die "These libraries are missing (named as Debian names them): $packages"
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || die "These packages are missing. Install them, then run the same command again:
    sudo apt-get install --no-install-recommends $packages"
    root="sudo -n"
  fi
  say "Installing Debian packages: $packages"
  log=$(mktemp)
  $root apt-get update -qq >"$log" 2>&1 || true # old lists may do; the next step tells
  # shellcheck disable=SC2086 # the list is meant to split
  if ! $root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends $packages >>"$log" 2>&1; then
    cat "$log" >&2
    die "apt-get could not install: $packages"
  fi
  rm -f "$log"
}

# ------------------------------------------------------------------ Python and its packages
has_venv() { .venv/bin/python -c 'import pip' 2>/dev/null; }

find_python() {
  local name
  if has_venv; then
    echo .venv/bin/python
    return 0
  fi
  for name in ${PYTHON:-} python3 python3.13 python3.12 python3.11; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      echo "$name"
      return 0
    fi
  done
  die "Briefing needs Python 3.11 or newer; none was found. Set PYTHON=/path/to/python3 if you have one."
}

missing_venv() { # prints the packages that give Python its module venv
  has_venv && return 0
  "$1" -c 'import ensurepip, venv' 2>/dev/null \
    || "$1" -c 'import sys; print("python3-venv python%d.%d-venv " % sys.version_info[:2])'
}

ensure_venv() { # PYTHON
  has_venv && return 0
  say "Making .venv"
  rm -rf .venv
  "$1" -m venv .venv
}

install_pins() { # LEVEL FILE; a stamp of what was installed makes the second call quick
  local stamp=".venv/installed-$1" sum
  sum=$(cksum <"$2")
  if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$sum" ]; then return 0; fi
  say "Installing Python packages ($2)"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r "$2" >&2
  printf '%s\n' "$sum" >"$stamp"
}

missing_libpython() { # PyInstaller wants it; a distribution has it in a package of its own
  "$1" -c '
import os, sysconfig
v = sysconfig.get_config_var
if v("Py_ENABLE_SHARED") and not os.path.exists(os.path.join(v("LIBDIR"), v("INSTSONAME"))):
    print(v("INSTSONAME"), "libpython" + v("py_version_short"))'
}

# ------------------------------------------------------------------ levels
wanted="" wished=""
pins="run requirements.txt"
python=$(find_python)
for level in "${@:-run}"; do
  case $level in
    run) if has_display; then wanted+=$QT_LIBRARIES$WINDOW_LIBRARIES; fi ;;
    dev) wanted+=$QT_LIBRARIES pins="dev requirements-dev.txt" ;;
    package) wanted+=$PACKAGE_COMMANDS$'\n'$(missing_libpython "$python") ;;
    office) wanted+=$OFFICE_COMMANDS wished+=$BRIDGE ;;
    *) die "usage: .ci/setup.sh [run|dev|package|office]…" ;;
  esac
done

packages=$(missing_venv "$python")
if [ "$(uname -s)" = Linux ]; then packages+=$(missing_packages "$wanted"); fi
need_packages "${packages% }"
if [ "$(uname -s)" = Linux ] && [ -n "$wished" ]; then
  (need_packages "$(missing_packages "$wished")") || say "The tests that edit in LibreOffice will be passed over."
fi
ensure_venv "$python"
# shellcheck disable=SC2086 # two words
install_pins $pins
if [ "${pins%% *}" = dev ]; then cksum <requirements.txt >.venv/installed-run; fi # dev holds run
