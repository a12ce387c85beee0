#!/bin/sh
# Installs chromium on a fresh Debian or Ubuntu machine, unless it is there.
set -eu
if command -v chromium >/dev/null 2>&1; then
  echo "chromium is installed: $(command -v chromium)"
  exit 0
fi
if [ "$(id -u)" -eq 0 ]; then root=""; else root="sudo"; fi
$root apt-get update -qq
DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends chromium
command -v chromium
