#!/usr/bin/env bash
# Runs a network command (up, down, status, logs) on the JDK 8 that COUNTERSIGN_JDK8 names. Everything must be built.
set -euo pipefail
unset CDPATH

home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
java="${COUNTERSIGN_JDK8:?COUNTERSIGN_JDK8 must name the home of a JDK 8}/jre/bin/java"
[ -x "$java" ] || java="$COUNTERSIGN_JDK8/bin/java"

# What was built, then the unpacked Corda capsule, which is also what nodes run on.
class_path="$home/deploy-nodes/target/classes:$home/deploy-nodes/target/lib/*:$home/deploy-nodes/target/cordapps/*"
class_path="$class_path:$home/deploy-nodes/target/drivers/*:$home/target/corda-capsule/*"

exec "$java" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8 \
  -Dcountersign.home="$home" \
  -Dlog4j.configurationFile=classpath:org/countersign/deploy/command-log4j2.xml \
  -cp "$class_path" org.countersign.deploy.NetworkCommand "$@"
