#!/usr/bin/env bash
# Builds the static release binary and packs it with completions, manual page and licences:
#
#   scripts/package.sh [FOLDER]     FOLDER/plantool-VERSION-SYSTEM-MACHINE.tar.gz and its .sha256 (.build/package)
#
# The archive holds one folder with bin and share, as under /usr/local. Its order, owners and times do not depend on who packs it or when:
# times are SOURCE_DATE_EPOCH, or that of the commit.
set -euo pipefail
cd "$(dirname "$0")/.."
output="${1:-.build/package}"

# Everything is linked in, the C library too: the binary runs on any Linux of its machine type, and starts in half the time because nothing has to be
# found and bound first. Its code is at a fixed address; heap and stack are still placed at random. Without symbols it is less than half as large.
# Functions of one module are seen into by the others, which saves a fortieth of the work. Generic types are put together by their own functions and
# not out of their names, for which the runtime goes through the conformances of the whole program once for each: that saves a twelfth.
# (Package.swift cannot say this: a package with unsafeFlags cannot be depended on.)
swift build -c release --static-swift-stdlib --product plantool -Xswiftc -static-executable -Xswiftc -cross-module-optimization \
  -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors -Xlinker -s >&2
binary=.build/release/plantool
if ldd "$binary" >/dev/null 2>&1; then
  echo "$binary is not static" >&2
  exit 1
fi

version="$("$binary" version | cut -d' ' -f2)"
name="plantool-$version-$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m)"
mkdir -p "$output"
stage="$(mktemp -d)"
trap 'rm -rf "$stage"' EXIT
root="$stage/$name"
umask 022

install -D -m 755 "$binary" "$root/bin/plantool"
mkdir -p "$root/share/bash-completion/completions" "$root/share/zsh/site-functions" "$root/share/fish/vendor_completions.d"
"$binary" completion bash --lang en >"$root/share/bash-completion/completions/plantool"
"$binary" completion zsh --lang en >"$root/share/zsh/site-functions/_plantool"
"$binary" completion fish --lang en >"$root/share/fish/vendor_completions.d/plantool.fish"
install -D -m 644 man/plantool.1 "$root/share/man/man1/plantool.1"

doc="$root/share/doc/plantool"
install -D -m 644 LICENSE "$doc/LICENSE"
install -D -m 644 NOTICE "$doc/NOTICE"
# $1: the name in the archive; the rest: where the text may be. Binaries with parts of others are not given away without their licences.
notice() {
  local name=$1 file
  shift
  for file in "$@"; do
    if [ -f "$file" ]; then
      install -D -m 644 "$file" "$doc/licences/$name"
      return
    fi
  done
  echo "the licence for $name is in none of: $*" >&2
  exit 1
}
shopt -s nullglob
toolchain="$(dirname "$(dirname "$(readlink -f "$(command -v swift)")")")"
notice swift.txt "$toolchain/share/swift/LICENSE.txt" /usr/share/swift/LICENSE.txt
notice glibc.txt /usr/share/doc/libc6-dev/copyright /usr/share/doc/libc6/copyright /usr/share/licenses/glibc/LICENSES
notice libstdc++.txt /usr/share/doc/libstdc++-*-dev/copyright /usr/share/doc/libstdc++6/copyright /usr/share/licenses/libstdc++/COPYING.RUNTIME
notice LGPL-2.1.txt /usr/share/common-licenses/LGPL-2.1 /usr/share/licenses/glibc/COPYING.LIB
cat >"$doc/licences/README" <<'END'
plantool is under the Apache License 2.0 (../LICENSE). Linked into the binary are parts of

* the Swift standard library, Foundation (FoundationEssentials), libdispatch and the collections in them: Apache License 2.0 with Runtime Library Exception
  (swift.txt). By the exception no attribution is owed for what a compiler embeds into a program; the text is here all the same;
* the GNU C Library: GNU Lesser General Public License 2.1 or later and others (glibc.txt, LGPL-2.1.txt). plantool can be linked with another version of it:
  its sources with scripts/package.sh make this archive;
* libstdc++ and libgcc: GNU General Public License 3 or later with GCC Runtime Library Exception (libstdc++.txt).
END

epoch="${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}"
archive="$output/$name.tar.gz"
tar --sort=name --owner=0 --group=0 --numeric-owner --mode=go=rX,u+rw --mtime="@$epoch" --format=gnu -C "$stage" -cf - "$name" | gzip -9n >"$archive"
(cd "$output" && sha256sum "$name.tar.gz" >"$name.tar.gz.sha256")
echo "$archive: $(stat -c %s "$archive") bytes; bin/plantool: $(stat -c %s "$root/bin/plantool") bytes"
