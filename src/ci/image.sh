#!/usr/bin/env bash
# Looks at the container image: builds it twice without a base, which needs neither a Docker daemon nor a registry, compares the
# two byte by byte, checks what is in it, and runs the program out of its layers with the Java that is here.
#
#   src/ci/image.sh           what CI runs
#
# What it cannot see without a daemon: the base image, "docker load", and the compose file at work.
set -euo pipefail
cd "$(dirname "$0")/../.."

scratch=$(mktemp -d)
service=
trap '[ -z "$service" ] || kill "$service" 2>/dev/null || true; rm -rf "$scratch"' EXIT

fail() {
    echo "FAILS image: $1" >&2
    exit 1
}

build() {
    rm -f target/qtos-image.tar
    ./mvnw -B -q -ntp -Pimage -Dquick -Dmaven.test.skip=true -Dimage.base=scratch \
        -Djib.applicationCache="$scratch/$1" -Djib.serialize=true package
    cp target/qtos-image.tar "$scratch/$1.tar"
}

build first
build second
cmp "$scratch/first.tar" "$scratch/second.tar" || fail "two builds differ"

mkdir "$scratch/parts" "$scratch/root"
tar -xf "$scratch/first.tar" -C "$scratch/parts"
config=$(cat "$scratch/parts/config.json")
manifest=$(cat "$scratch/parts/manifest.json")
says() {
    case $2 in
    *"$1"*) ;;
    *) fail "$1 is not in $2" ;;
    esac
}
says '"Config":"config.json"' "$manifest"
says '"RepoTags":["qtos-orchestrator:' "$manifest"
says '"User":"10001:0"' "$config"
says '"ExposedPorts":{"8000/tcp":{}}' "$config"
says '"Volumes":{"/data":{},"/state":{}}' "$config"
says '"Cmd":["serve"]' "$config"
says '"-Xmx256m","-XX:+UseParallelGC","-XX:NewRatio=4","-XX:+ExitOnOutOfMemoryError"' "$config"
says '"QTOS_BIND=0.0.0.0"' "$config"
says '"created":"1970-01-01T00:00:00Z"' "$config"
says '"org.opencontainers.image.version":"' "$config"
if printf '%s' "$config" | grep -qiE 'token|_key|password|secret'; then
    fail "the image is configured with something secret"
fi

# The layers in their order, as a daemon would lay them on each other.
for layer in $(printf '%s' "$manifest" | grep -oE '[0-9a-f]{64}\.tar\.gz'); do
    tar -xzf "$scratch/parts/$layer" -C "$scratch/root" --no-same-owner 2>/dev/null
done
for folder in data state; do
    [ "$(stat -c %a "$scratch/root/$folder")" = 775 ] || fail "/$folder cannot be written by its group"
done
if find "$scratch/root" -name '.env' -o -name '*.db' -o -name '*.pem' -o -perm /6000 | grep -q .; then
    fail "there is something in the image that should not be"
fi

# The class path file names places of the image.
sed "s#/app/#$scratch/root/app/#g" "$scratch/root/app/jib-classpath-file" >"$scratch/classpath"
main=$(cat "$scratch/root/app/jib-main-class-file")
run() {
    env -i PATH="$PATH" HOME="$HOME" QTOS_BIND=0.0.0.0 QTOS_PORT=0 QTOS_LOG_FORMAT=json QTOS_DATA_DIR="$scratch/root/data" \
        QTOS_STATE_DIR="$scratch/root/state" "$@" java -XX:+IgnoreUnrecognizedVMOptions -XX:+AutoCreateSharedArchive \
        -XX:SharedArchiveFile="$scratch/root/state/classes.jsa" -Xlog:disable -Dqtos.home="$scratch/root/app" \
        -cp "@$scratch/classpath" "$main" serve
}
if run QTOS_API_TOKEN= >"$scratch/out" 2>"$scratch/err"; then
    fail "it listens to anyone without a token"
fi
says "set QTOS_API_TOKEN" "$(cat "$scratch/err")"
run QTOS_API_TOKEN=a-token-of-this-check >"$scratch/out" 2>"$scratch/err" &
service=$!
for _ in $(seq 300); do
    grep -q '^ready ' "$scratch/out" && break
    kill -0 "$service" 2>/dev/null || break
    sleep 0.2
done
port=$(sed -n 's/^ready .*:\([0-9]*\)$/\1/p' "$scratch/out")
[ -n "$port" ] || fail "it does not start: $(cat "$scratch/err")"
QTOS_PORT=$port java -XX:TieredStopAtLevel=1 -cp "$scratch/root/app/classpath/*" io.quanttradingos.app.Probe ||
    fail "the probe of the compose file says it is not ready"
if QTOS_PORT=1 java -XX:TieredStopAtLevel=1 -cp "$scratch/root/app/classpath/*" io.quanttradingos.app.Probe; then
    fail "the probe says that nothing is ready"
fi
status=$(curl -s -o "$scratch/decision.json" -w '%{http_code}' "http://127.0.0.1:$port/decision")
[ "$status" = 401 ] || fail "a decision without the token is answered $status"
curl -fsS -H 'Authorization: Bearer a-token-of-this-check' "http://127.0.0.1:$port/decision" >"$scratch/decision.json"
says '"run_id"' "$(cat "$scratch/decision.json")"
kill "$service"
wait "$service" || true
service=
echo "ok    container image: $(wc -c <"$scratch/first.tar") bytes, the same twice; it decides"
