package dev.unprobed.app.report.source;

import dev.unprobed.app.report.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Debian in a temporary folder, where apt and its kin are shell scripts. Archives are made, and
 * unpacked, by the real tar and xz.
 *
 * @param top of everything
 * @param said what progress said
 */
record FakeSystem(Path top, Map<String, String> environment, ByteArrayOutputStream said) {

  /** With a shell, tar and xz, but no apt yet, and no kernel source. */
  static FakeSystem in(Path top) throws IOException {
    Files.createDirectories(top.resolve("bin"));
    Files.createDirectories(top.resolve("usr-src"));
    Files.createDirectories(top.resolve("pool"));
    Files.createDirectories(top.resolve("home/samples/linux"));
    Files.writeString(top.resolve("home/samples/linux/Kconfig"), "config SAMPLE\n");
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", top.resolve("bin").toString());
    environment.put("HOME", top.resolve("user").toString());
    FakeSystem system = new FakeSystem(top, environment, new ByteArrayOutputStream());
    system.link("tar");
    system.link("xz");
    return system;
  }

  private void link(String program) throws IOException {
    for (String folder : List.of("/usr/bin", "/bin")) {
      if (Files.isExecutable(Path.of(folder, program))) {
        script(program, "exec %s/%s \"$@\"".formatted(folder, program));
        return;
      }
    }
    throw new IOException("these tests need " + program);
  }

  /** Takes a program away. */
  void lacks(String program) throws IOException {
    Files.delete(top.resolve("bin").resolve(program));
  }

  /** A script with {@code $pool} for the packages and {@code $log} for what it wants to tell. */
  void script(String name, String body) throws IOException {
    Path file = top.resolve("bin").resolve(name);
    String text = "#!/bin/sh\npool=%s\nlog=%s\n%s\n".formatted(pool(), log(), body);
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Path pool() {
    return top.resolve("pool");
  }

  private Path log() {
    return top.resolve("log");
  }

  /** What the scripts told. */
  String told() throws IOException {
    return Files.exists(log()) ? Files.readString(log()) : "";
  }

  /** apt with the packages that lie in the pool as {@code NAME.deb}, all of version 1. */
  void installApt() throws IOException {
    script(
        "apt-cache",
        """
        for last; do :; done
        case " $* " in
          *" search "*) for deb in "$pool"/linux-source-*.deb; do
              [ -e "$deb" ] && name=${deb##*/} && echo "${name%.deb} - Linux kernel source"; done ;;
          *) printf 'Package: %s\\nVersion: 1\\nSize: 5000000\\nFilename: pool/x\\n' "$last" ;;
        esac
        """);
    script(
        "apt-get",
        """
        for last; do :; done
        echo "apt-get $last" >> "$log"
        case $last in
          update) exit 0 ;;
          *) [ -e "$pool/$last.deb" ] || { echo "E: no $last in the pool"; exit 100; }
             /bin/cp "$pool/$last.deb" "${last}_1_all.deb" ;;
        esac
        """);
    // A package is just a tar here.
    script(
        "dpkg-deb",
        """
        case $1 in
          --fsys-tarfile) exec /bin/cat "$2" ;;
          -x) /bin/mkdir -p "$3" && exec tar -xf "$2" -C "$3" ;;
        esac
        """);
  }

  /** A kernel's source in /usr/src. */
  Path installSource(String version) throws IOException {
    return archive(version, top.resolve("usr-src"));
  }

  /** A package with a kernel's source, for apt to fetch. */
  void offerSource(String version) throws IOException {
    Path root = top.resolve("root-" + version);
    archive(version, Files.createDirectories(root.resolve("usr/src")));
    run(
        "tar",
        "-cf",
        pool().resolve("linux-source-" + version + ".deb").toString(),
        "-C",
        root.toString(),
        "./usr");
  }

  private Path archive(String version, Path folder) throws IOException {
    String root = "linux-source-" + version;
    Path tree = top.resolve("make").resolve(root);
    Files.createDirectories(tree.resolve("arch/arm64/configs"));
    Files.createDirectories(tree.resolve("drivers"));
    Files.writeString(tree.resolve("Kconfig"), "config VERSION_" + version + "\n");
    Files.writeString(tree.resolve("Makefile"), "VERSION = 6\n");
    Files.writeString(tree.resolve("arch/arm64/configs/defconfig"), "CONFIG_A=y\n");
    Files.writeString(tree.resolve("drivers/Kconfig"), "config B\n");
    Files.writeString(tree.resolve("drivers/large.c"), "int unwanted;\n");
    for (String name : List.of("Kbuild", "scripts/cc-version.sh", "arch/arm64/tools/list")) {
      Files.createDirectories(parent(tree.resolve(name)));
      Files.writeString(tree.resolve(name), "\n");
    }
    Path file = folder.resolve(root + ".tar.xz");
    run("tar", "-cJf", file.toString(), "-C", top.resolve("make").toString(), root);
    return file;
  }

  private static Path parent(Path file) {
    return Objects.requireNonNull(file.getParent());
  }

  void run(String... command) throws IOException {
    Tools.Output output = new Tools(System.getenv()).run(top, List.of(command));
    if (!output.well()) {
      throw new IOException(String.join(" ", command) + ": " + output.text());
    }
  }

  /** What is found in this system. */
  Optional<KernelSource.Found> find() {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new KernelSource(
            new Progress(out, false),
            environment,
            new Tools(environment),
            top.resolve("usr-src"),
            top.resolve("home"))
        .find();
  }

  /** What progress said. */
  String messages() {
    return said.toString(StandardCharsets.UTF_8);
  }

  Path cache() {
    return top.resolve("user/.cache/unprobed/debian");
  }

  /** The names in the cache. */
  List<String> cached() throws IOException {
    if (!Files.isDirectory(cache())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(cache())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
