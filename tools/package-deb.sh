# Makes the .deb of the image. Sourced by package.sh, whose variables it uses.

architecture=$(dpkg --print-architecture)
deb=$work/deb
usr=$deb/usr
mkdir -p "$deb/DEBIAN" "$usr/bin" "$usr/lib" "$usr/share/man/man1" "$usr/share/bash-completion/completions" \
  "$usr/share/zsh/vendor-completions" "$usr/share/doc/unprobed"
cp -a "$image" "$usr/lib/unprobed"
ln -s ../lib/unprobed/bin/unprobed "$usr/bin/unprobed"

cp "$image/share/man1"/*.1 "$usr/share/man/man1/"
gzip -9n "$usr/share/man/man1"/*.1
sed '1{/^#!/d}' "$image/share/unprobed.bash" > "$usr/share/bash-completion/completions/unprobed"
cat > "$usr/share/zsh/vendor-completions/_unprobed" << 'end'
#compdef unprobed
autoload -Uz bashcompinit && bashcompinit
source /usr/share/bash-completion/completions/unprobed
end
rm -rf "$usr/lib/unprobed/share"
mv "$usr/lib/unprobed/README.md" "$usr/lib/unprobed/docs" "$usr/share/doc/unprobed/"
rm "$usr/lib/unprobed/LICENSE"
cp "$root/packaging/copyright" "$usr/share/doc/unprobed/copyright"
mkdir -p "$usr/share/lintian/overrides"
cp "$root/packaging/lintian-overrides" "$usr/share/lintian/overrides/unprobed"
maintainer="${DEBFULLNAME:-The Unprobed authors} <${DEBEMAIL:-unprobed@localhost}>"
cat << end | gzip -9n > "$usr/share/doc/unprobed/changelog.gz"
unprobed ($debian_version) unstable; urgency=medium

  * Built from the sources of version $version.

 -- $maintainer  $(date -u -R -d "@$SOURCE_DATE_EPOCH")
end
chmod 644 "$usr/share/doc/unprobed/copyright" "$usr/share/lintian/overrides/unprobed" "$usr/share/doc/unprobed/changelog.gz"

cat > "$deb/DEBIAN/control" << end
Package: unprobed
Version: $debian_version
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $(du -sk --apparent-size "$usr" | cut -f1)
Depends: libc6, zlib1g
Recommends: bash-completion, man-db
Section: kernel
Priority: optional
Description: which drivers a kernel cannot live without, and which never probe
 Unprobed reads a Linux kernel's Kconfig files exactly as the kernel's own conf
 does, proves over all configurations which drivers can never be switched off,
 and tells from a kernel and a device tree which drivers bind on a board, which
 are missing, and which are dead weight.
end
(cd "$deb" && find usr -type f | sort | xargs -d '\n' md5sum) > "$deb/DEBIAN/md5sums"
find "$deb" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Z"$deb_compression" --build "$deb" "$out/unprobed_${debian_version}_$architecture.deb" > /dev/null
echo "wrote $out/unprobed_${debian_version}_$architecture.deb"
