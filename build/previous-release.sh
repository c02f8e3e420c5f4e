#!/usr/bin/env bash
# Tries that the last release goes on working on the schema of this checkout: its own walk-through, on data that
# this checkout has migrated. While nothing has been released there is nothing to try.
set -euo pipefail
cd "$(dirname "$0")/.."

release=$(git describe --tags --abbrev=0 --match 'v*' 2>/dev/null || true)
if [ -z "$release" ]; then
  echo "No release is tagged yet: there is no older program to try on this schema."
  exit 0
fi
echo "Trying $release on the schema of this checkout ..."
scratch=$(mktemp -d)
trap './salesync down --data "$scratch/data" >/dev/null 2>&1 || true
      git worktree remove --force "$scratch/release" || true
      rm -rf "$scratch"' EXIT
git worktree add --quiet --detach "$scratch/release" "$release"

./salesync up --detach --data "$scratch/data"
./salesync down --data "$scratch/data"
ln -s "$scratch/data" "$scratch/release/.salesync"
cd "$scratch/release"
./mvnw -q -DskipTests package
java build/ReadmeBlocks.java README.md walkthrough
