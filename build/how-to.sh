#!/usr/bin/env bash
# Runs the command lines of docs/how-to, or of the pages named. A page that adds code does so in a scratch worktree of the last
# commit, which is thrown away.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
if [ $# = 0 ]; then set -- docs/how-to/*.md; fi

scratch=$(mktemp -d)
trap 'cd "$root"; git worktree remove --force "$scratch/salesync" 2>/dev/null || true; rm -rf "$scratch"' EXIT
git worktree add --quiet --detach "$scratch/salesync"

for page in "$@"; do
  echo "== $page"
  if grep -q '^git apply' "$page"; then
    cd "$scratch/salesync"
    java "$root/build/ReadmeBlocks.java" "$root/$page" how-to
    git reset --quiet --hard
    git clean --quiet -fd
  else
    java build/ReadmeBlocks.java "$page" how-to
  fi
  cd "$root"
done
