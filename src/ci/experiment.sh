#!/bin/sh
# Builds what is missing and runs one experiment of src/docs/90-reliability.md, such as: src/ci/experiment.sh Crash 200
set -eu

if [ $# -eq 0 ]; then
    echo "usage: src/ci/experiment.sh Crash|SharedInbox|Stop|Timer|Abandonment|Uploads|Health|Soak|ManyFiles|Rows|Fuzz [arguments]" >&2
    exit 2
fi
cd "$(dirname "$0")/../.."
name=$1
shift
./mvnw -B -q package -Dquick -Dmaven.test.skip=true
./mvnw -B -q test-compile dependency:build-classpath -Dquick -Dmdep.outputFile=target/class-path.txt
exec java -cp "target/test-classes:target/classes:$(cat target/class-path.txt)" \
    "io.quanttradingos.reliability.${name}Experiment" "$@"
