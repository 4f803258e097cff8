#!/bin/sh
# Runs a command beside a real Neo4j 5 with an empty database, on loopback, with a random password:
#
#     tests/neo4j/server.sh .venv/bin/python -m pytest -m neo4j tests
#
# The command finds the server by NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD. Needs Java 17 or newer and, the first time,
# Maven and 140 MB in build/neo4j (or $NEO4J_LIB). The server ends with the command, whose exit status this returns.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
lib=${NEO4J_LIB:-$here/../../build/neo4j}
[ $# -gt 0 ] || { echo "usage: $0 COMMAND..." >&2; exit 2; }

missing() {
    echo "tests on a real Neo4j need java (17 or newer) and, the first time, mvn; missing here: $1" >&2
    exit 1
}
# asked for its version: where macOS has no Java, a command of that name only says so
version=$(java -version 2>&1) || missing java
version=$(echo "$version" | sed -n 's/.* version "\([0-9]*\).*/\1/p')
[ "${version:-0}" -ge 17 ] || missing "java 17 or newer (this one is $version)"
[ -d "$lib" ] || command -v mvn > /dev/null || missing mvn

# the copy is complete or not there: a half of it would start and fail in odd ways
if [ ! -d "$lib" ]; then
    mvn --batch-mode --quiet -Dstyle.color=never --file "$here/pom.xml" dependency:copy-dependencies \
        -DoutputDirectory="$lib.part" >&2
    mv "$lib.part" "$lib"
fi
lib=$(cd "$lib" && pwd)

home=$(mktemp -d)
server=
trap '[ -z "$server" ] || { kill "$server" 2>/dev/null && wait "$server" 2>/dev/null; }; rm -rf "$home"' EXIT
trap 'exit 1' INT TERM

free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}
port=$(free_port)
http=$(free_port)
mkdir "$home/conf"
cat > "$home/conf/neo4j.conf" <<CONF
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:$port
server.http.listen_address=127.0.0.1:$http
server.https.enabled=false
dbms.usage_report.enabled=false
server.memory.pagecache.size=128m
CONF

# for minutes of small statements: the compiler for servers would cost more than it gives
java="java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
NEO4J_PASSWORD=$(python3 -c 'import secrets; print(secrets.token_urlsafe(24))')
NEO4J_HOME=$home NEO4J_CONF=$home/conf $java -Dbasedir="$home" -cp "$lib/*" \
    org.neo4j.server.startup.Neo4jAdminCommand dbms set-initial-password -- "$NEO4J_PASSWORD" > "$home/log" 2>&1 ||
    { cat "$home/log" >&2; exit 1; }
$java -Xmx1g -cp "$lib/*" org.neo4j.server.CommunityEntryPoint \
    --home-dir="$home" --config-dir="$home/conf" --console-mode >> "$home/log" 2>&1 &
server=$!
until grep -q ' Started\.$' "$home/log"; do
    kill -0 "$server" 2>/dev/null || { cat "$home/log" >&2; exit 1; }
    sleep 0.5
done

export NEO4J_URI="bolt://127.0.0.1:$port" NEO4J_USER=neo4j NEO4J_PASSWORD
"$@"
