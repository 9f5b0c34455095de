#!/bin/bash
# Runs every target of the fuzzer, or those named, for so many seconds or so many executions each, from the seeds beside
# this script; what is found new is kept in the corpus under the build folder. Executions are the same in every run of one
# state (one seed, an empty corpus); seconds are new ground every time. Ends with status 1 when a target found something.
#   Fuzz/fuzz.sh SECONDS|COUNTx [TARGET…]
set -u
cd "$(dirname "$0")/.."
length=${1:?seconds for each target, or a count of executions as 2000x}
shift
build=.build/fuzz
export KGEO_FUZZ_BUILD=1 SWIFT_BACKTRACE=enable=no SWIFT_DETERMINISTIC_HASHING=1
${SWIFT:-swift} build --product Fuzzing --scratch-path "$build" -c release -Xswiftc -sanitize=fuzzer,address \
  -Xswiftc -parse-as-library -Xlinker -lstdc++ >"$build.log" 2>&1 || { tail -20 "$build.log" >&2; exit 2; }
binary=$build/release/Fuzzing
names=("$@")
[ ${#names[@]} = 0 ] && mapfile -t names < <("$binary" | cut -f1)
status=0
printf '%-10s %12s %10s %10s  %s\n' target executions "a second" coverage found
for name in "${names[@]}"; do
  corpus=$build/corpus/$name
  limit=(-max_total_time="$length")
  case $length in
  *x)
    corpus=$build/repeated/$name
    rm -rf "$corpus"
    limit=(-runs="${length%x}" -seed=1)
    ;;
  esac
  mkdir -p "$corpus" "$build/found/$name" "Fuzz/Seeds/$name"
  log=$build/$name.log
  KGEO_FUZZ=$name "$binary" "$corpus" "Fuzz/Seeds/$name" "${limit[@]}" -max_len=4096 -timeout=10 \
    -rss_limit_mb=2048 -detect_leaks=${KGEO_FUZZ_LEAKS:-0} -print_final_stats=1 -artifact_prefix="$build/found/$name/" \
    >"$log" 2>&1
  code=$?
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log" | tail -1)
  speed=$(sed -n 's/^stat::average_exec_per_sec: *//p' "$log" | tail -1)
  cover=$(grep -o 'cov: [0-9]*' "$log" | tail -1 | cut -d' ' -f2)
  found=nothing
  [ $code = 0 ] || { found="$(grep -m1 -E '^WRONG|ERROR: ' "$log" | cut -c1-160), see $log"; status=1; }
  printf '%-10s %12s %10s %10s  %s\n' "$name" "${runs:-?}" "${speed:-?}" "${cover:-?}" "$found"
done
exit $status
