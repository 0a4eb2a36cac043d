#!/usr/bin/env bash
# Builds the static release binary and packs it with completions, manual page and licences, into FOLDER (.build/package):
#
#   scripts/package.sh [FOLDER]
#
#   plantool-VERSION-SYSTEM-MACHINE.tar.gz   one folder with bin and share, as under /usr/local
#   plantool_VERSION_MACHINE.deb             the same under /usr, for Debian and Ubuntu; where dpkg-deb is installed
#   SHA256SUMS                               for sha256sum --check
#
# Order, owners and times in them do not depend on who packs them or when: times are SOURCE_DATE_EPOCH, or that of the commit. The binary says its commit
# ("plantool version"): PLANTOOL_COMMIT, or what Git says. Sources without Git make a binary that says none.
set -euo pipefail
cd "$(dirname "$0")/.."
output="${1:-.build/package}"

commit="" epoch=0
if [ "$(git rev-parse --show-toplevel 2>/dev/null)" = "$(pwd -P)" ]; then
  # With "-modified" where files differ from it.
  commit="$(git describe --always --abbrev=40 --exclude='*' --dirty=-modified)"
  epoch="$(git log -1 --format=%ct)"
fi
export PLANTOOL_COMMIT="${PLANTOOL_COMMIT-$commit}"
export SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH-$epoch}"

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

version="$("$binary" version | sed -n '1s/^plantool //p')"
if ! grep -q "^## $version\b" CHANGELOG.md; then
  echo "CHANGELOG.md says nothing of $version" >&2
  exit 1
fi
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
install -D -m 644 CHANGELOG.md "$doc/CHANGELOG.md"
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

archive="$output/$name.tar.gz"
tar --sort=name --owner=0 --group=0 --numeric-owner --mode=go=rX,u+rw --mtime="@$SOURCE_DATE_EPOCH" --format=gnu -C "$stage" -cf - "$name" | gzip -9n >"$archive"
packages=("$name.tar.gz")

if command -v dpkg-deb >/dev/null; then
  machine="$(dpkg --print-architecture)"
  debian="$stage/debian"
  mkdir -p "$debian/DEBIAN" "$debian/usr"
  cp -r "$root/bin" "$root/share" "$debian/usr/"
  # Where Debian has them: the licences in one file, the history and the manual page compressed, zsh's completions of packages apart from those of the machine.
  share="$debian/usr/share"
  { cat "$doc/LICENSE" && printf '\n\n' && cat "$doc/NOTICE"; } >"$share/doc/plantool/copyright"
  rm "$share/doc/plantool/LICENSE" "$share/doc/plantool/NOTICE"
  mv "$share/doc/plantool/CHANGELOG.md" "$share/doc/plantool/changelog"
  gzip -9n "$share/doc/plantool/changelog" "$share/man/man1/plantool.1"
  mkdir "$share/zsh/vendor-completions"
  mv "$share/zsh/site-functions/_plantool" "$share/zsh/vendor-completions/"
  rmdir "$share/zsh/site-functions"
  (cd "$debian" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) >"$debian/DEBIAN/md5sums"
  cat >"$debian/DEBIAN/control" <<END
Package: plantool
Version: $version
Architecture: $machine
Maintainer: plantool <plantool@example.invalid>
Installed-Size: $(find "$debian/usr" -type f -printf '%s\n' | awk '{ sum += int(($1 + 1023) / 1024) } END { print sum }')
Section: text
Priority: optional
Description: check and print service-quality plans of Taiwanese agencies
 plantool checks the yearly service-quality plans (提升服務品質執行計畫) of
 Taiwanese agencies, as Word, ODF or text files, against the official
 checklists. It says what is wrong, where and what to do, and prints the
 tables that have to be handed in.
END
  chmod -R go=rX,u+rw "$debian"
  # Files that are newer than SOURCE_DATE_EPOCH, as all are here, get its time. With gzip the bytes do not depend on the number of processors.
  package="plantool_${version}_$machine.deb"
  dpkg-deb --root-owner-group -Zgzip -z9 --build "$debian" "$output/$package" >/dev/null
  packages+=("$package")
else
  echo "SKIPPED: dpkg-deb is not installed; no package for Debian is made" >&2
fi

(cd "$output" && sha256sum "${packages[@]}" >SHA256SUMS)
for package in "${packages[@]}"; do echo "$output/$package: $(stat -c %s "$output/$package") bytes"; done
echo "bin/plantool: $(stat -c %s "$root/bin/plantool") bytes"
