#!/bin/sh
# Runs the shell steps of examples/github/kconfig.yml on the sample tree, as a runner would: ARCHIVE is what
# tools/package.sh wrote.
set -eu

archive=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
root=$(cd "$(dirname "$0")/.." && pwd)
workflow=$root/examples/github/kconfig.yml
trial=$(mktemp -d)
trap 'rm -rf "$trial"' EXIT

fail() {
  echo "ci-example-test: $*" >&2
  exit 1
}

# The text below "run: |" of the step with that id.
step() {
  awk -v id="$1" '
    /^      - name:/ { ours = 0; text = 0 }
    $0 == "        id: " id { ours = 1 }
    text && !/^          / && NF { text = 0 }
    ours && text { print substr($0, 11) }
    ours && $0 == "        run: |" { text = 1 }' "$workflow"
}

run() {
  step "$1" > "$trial/$1.sh"
  [ -s "$trial/$1.sh" ] || fail "there is no step $1"
  (cd "$trial/tree" && env PATH="$(cat "$trial/path" 2> /dev/null):$PATH" ARCH=arm64 CC=no-such-compiler \
    RUNNER_TEMP="$trial/temp" GITHUB_PATH="$trial/path" GITHUB_STEP_SUMMARY="$trial/summary" \
    UNPROBED_URL="file://$archive" UNPROBED_SHA256="$sum" FRAGMENTS="$fragments" RULES="$rules" \
    bash -e "$trial/$1.sh") > "$trial/$1.out" 2>&1
}

if command -v python3 > /dev/null && python3 -c 'import yaml' 2> /dev/null; then
  python3 - "$workflow" << 'end' || fail "the workflow is not YAML, or has other parts than it should"
import sys, yaml
workflow = yaml.safe_load(open(sys.argv[1]))
job = workflow["jobs"]["rules"]
assert workflow["permissions"] == {"contents": "read", "security-events": "write"}
assert all(("run" in step) != ("uses" in step) for step in job["steps"])
end
fi

cp -r "$root/samples/linux" "$trial/tree"
mkdir "$trial/temp"
sum=$(sha256sum "$archive" | cut -d' ' -f1)
echo CONFIG_ARCH_EXYNOS=y > "$trial/tree/good.config"
echo '# CONFIG_PINCTRL_EXYNOS is not set' > "$trial/tree/bad.config"
printf 'when ARCH_EXYNOS\nalways PINCTRL_EXYNOS\n' > "$trial/tree/good.rules"
printf 'when ARCH_EXYNOS\nnever PINCTRL_EXYNOS\n' > "$trial/tree/bad.rules"
fragments=good.config
rules=good.rules

run install || fail "install: $(cat "$trial/install.out")"
run merge || fail "merge: $(cat "$trial/merge.out")"
run prove || fail "prove: $(cat "$trial/prove.out")"
fragments="good.config bad.config"
rules=bad.rules
if run merge; then fail "a fragment that did not survive passed"; fi
grep -q 'PINCTRL_EXYNOS' "$trial/merge.out" || fail "merge does not say why: $(cat "$trial/merge.out")"
if run prove; then fail "a broken rule passed"; fi
grep -q '"2.1.0"' "$trial/tree/unprobed.sarif" || fail "there is no SARIF"
grep -q BROKEN "$trial/summary" || fail "the summary does not tell"
sum=0$(echo "$sum" | cut -c2-)x
if run install; then fail "an archive with another checksum passed"; fi
echo "ci-example-test: passed"
