#!/usr/bin/env bash
# Runs the commands the documents show: every ```sh fence, in order, in a scratch copy of this checkout.
#
#   src/ci/readme-commands.sh                    the README and the documents below
#   src/ci/readme-commands.sh README.md          only some
#   src/ci/readme-commands.sh --without-verify   leaves out ./mvnw -B verify, where that has just been run
#
# Each fence runs in a shell of its own and must end with exit code 0. Port 8000 in them stands for a free port. A
# document that says <!-- with a running service --> finds one at that port.
set -euo pipefail

home=$(cd "$(dirname "$0")/../.." && pwd -P)
verify=yes
documents=()
for argument in "$@"; do
    case $argument in
    --without-verify) verify=no ;;
    *) documents+=("$argument") ;;
    esac
done
if [ ${#documents[@]} -eq 0 ]; then
    documents=(README.md src/docs/10-quickstart.md src/docs/40-operations.md src/docs/50-api.md
        src/examples/own-strategy/README.md src/examples/own-agent/README.md)
fi

scratch=$(mktemp -d)
service=
stop_service() {
    if [ -n "$service" ]; then
        kill "$service" 2>/dev/null || true
        wait "$service" 2>/dev/null || true
        service=
    fi
}
trap 'stop_service; rm -rf "$scratch"' EXIT

mkdir "$scratch/qtos" "$scratch/fences"
# What git knows and does not ignore; where this is no repository that git will read, everything but what a build makes.
if git -C "$home" rev-parse --is-inside-work-tree >/dev/null 2>&1; then
    (cd "$home" && git ls-files -z --cached --others --exclude-standard |
        tar -c --null --ignore-failed-read -T - 2>/dev/null) | tar -x -C "$scratch/qtos"
else
    tar -c -C "$home" --exclude=./target --exclude=./.git . | tar -x -C "$scratch/qtos"
fi
cd "$scratch/qtos"

free_port() {
    local port
    for _ in $(seq 100); do
        # Below the ports that outgoing connections take.
        port=$((20000 + RANDOM % 10000))
        if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
            echo "$port"
            return
        fi
    done
    echo "no free port was found" >&2
    return 1
}

# Writes each sh fence of a document to a file of its own, named by the line it begins on.
fences_of() {
    awk -v folder="$2" '
        !inside && /^ *```sh *$/ { inside = 1; indent = index($0, "`") - 1; file = sprintf("%s/%05d", folder, NR); next }
        inside && /^ *``` *$/    { inside = 0; close(file); next }
        inside                   { print substr($0, indent + 1) > file }
    ' "$1"
}

start_service() {
    ./qtos serve --port "$QTOS_PORT" >"$scratch/service.out" 2>"$scratch/service.err" &
    service=$!
    for _ in $(seq 600); do
        grep -q '^ready ' "$scratch/service.out" && return
        kill -0 "$service" 2>/dev/null || break
        sleep 0.2
    done
    echo "the service did not start:" >&2
    cat "$scratch/service.err" >&2
    return 1
}

failed=0
ran=0
for document in "${documents[@]}"; do
    folder=$scratch/fences/${document//\//_}
    mkdir -p "$folder"
    fences_of "$document" "$folder"
    QTOS_PORT=$(free_port)
    export QTOS_PORT
    if grep -q '<!-- with a running service -->' "$document"; then
        start_service
    fi
    for fence in "$folder"/*; do
        [ -f "$fence" ] || continue
        line=$((10#$(basename "$fence")))
        sed -i "s/:8000\b/:$QTOS_PORT/g; s/--port 8000\b/--port $QTOS_PORT/g" "$fence"
        if [ "$verify" = no ]; then
            sed -i 's/^\.\/mvnw -B verify$/: left out/' "$fence"
        fi
        ran=$((ran + 1))
        if bash -euo pipefail "$fence" >"$fence.out" 2>&1 </dev/null; then
            echo "ok    $document:$line"
        else
            echo "FAILS $document:$line"
            sed 's/^/      | /' "$fence"
            tail -n 40 "$fence.out" | cut -c1-400 | sed 's/^/      > /'
            failed=$((failed + 1))
        fi
    done
    stop_service
done

if [ "$ran" -eq 0 ]; then
    echo "no commands were found in ${documents[*]}" >&2
    exit 1
fi
echo "$ran fences of commands, $failed failed"
[ "$failed" -eq 0 ]
