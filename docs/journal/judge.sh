#!/bin/bash
# Judges an exported journal without any of our code: jq, sha256sum and openssl do the work.
#   judge.sh FILE.ndjson
# Says "sound: N rows" and exits 0, or names the first row that does not hold and exits 1. Slow: for samples and disputes.
set -euo pipefail
export LC_ALL=C
file=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

bytes() { tr a-f A-F | basenc --base16 -d; }
sha256() { sha256sum | cut -c-64; }
fail() {
  echo "row $pos: $1"
  exit 1
}

# Every key any clerk was ever given: "clerk key", one a line.
jq -r '(.header | fromjson) as $h | select(.payload != null) | (.payload | fromjson) as $p
  | if $h.type == "officeFounded" then "\($p.founder.id) \($p.founder.publicKey)"
    elif $h.type == "clerkEnrolled" then "\($p.clerk.id) \($p.clerk.publicKey)"
    elif $h.type == "clerkKeyReplaced" then "\($p.clerk) \($p.publicKey)"
    else empty end' "$file" > "$work/keys"

count=0
epoch=
while IFS= read -r line; do
  count=$((count + 1))
  # One value a line: header and payload are JSON themselves, so none has a line end of its own.
  { read -r pos; read -r hash; read -r commitment; read -r signature; read -r salt; read -r clerk; read -r its_epoch; read -r its_seq
    read -r type; IFS= read -r header; IFS= read -r payload; } < <(jq -r '(.header | fromjson) as $h
    | .pos, .hash, .commitment, .signature, (.salt // ""), $h.clerk, $h.epoch, $h.seq, $h.type, .header, (.payload // "")' <<< "$line")

  # Order: positions and, within an epoch, seq without a gap.
  [ "$pos" = "$count" ] || fail "is not number $count"
  if [ "$its_epoch" = "$epoch" ]; then
    [ "$its_seq" = "$((seq + 1))" ] || fail "is not the next of its epoch"
    previous=$last
  else
    # A new epoch names its parent: the row before, or nobody for the very first.
    [ "$type $its_seq" = "epochOpened 1" ] || fail "opens no epoch"
    previous=$(jq -r '.parent.hash // empty' <<< "$payload")
    [ "$previous" = "${last:-}" ] || fail "names another parent"
    [ -n "$previous" ] || previous=$(printf '0%.0s' {1..64})
  fi
  epoch=$its_epoch seq=$its_seq

  # commitment = SHA-256( salt ‖ payload ), unless both were erased by law
  if [ -n "$salt$payload" ]; then
    [ "$( (bytes <<< "$salt"; printf %s "$payload") | sha256)" = "$commitment" ] || fail "has other content than it was given"
  fi

  # hash = SHA-256( "quay-row-1\n" ‖ previous hash ‖ length of the header, 4 bytes, big-endian ‖ header ‖ commitment )
  length=$(printf %08x "$(printf %s "$header" | wc -c)")
  computed=$( (
    printf 'quay-row-1\n'
    bytes <<< "$previous"
    bytes <<< "$length"
    printf %s "$header"
    bytes <<< "$commitment"
  ) | sha256)
  [ "$computed" = "$hash" ] || fail "has another hash"
  last=$hash

  # signature = Ed25519 over "quay-signature-1\n" ‖ hash; the DER head makes a raw key one that openssl reads (RFC 8410)
  (printf 'quay-signature-1\n'; bytes <<< "$hash") > "$work/message"
  bytes <<< "$signature" > "$work/signature"
  signed=no
  while read -r owner key; do
    [ "$owner" = "$clerk" ] || continue
    bytes <<< "302a300506032b6570032100$key" > "$work/key.der"
    if openssl pkeyutl -verify -pubin -keyform DER -inkey "$work/key.der" -rawin \
      -in "$work/message" -sigfile "$work/signature" > /dev/null 2>&1; then signed=yes; fi
  done < "$work/keys"
  [ "$signed" = yes ] || fail "is not signed by $clerk"
done < "$file"
echo "sound: $count rows, head ${last:-none}"
