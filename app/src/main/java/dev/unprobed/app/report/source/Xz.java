package dev.unprobed.app.report.source;

import dev.unprobed.app.report.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The program xz: the system's, or else one of our own, which small systems need. */
final class Xz {
  private final Tools tools;
  private final Progress progress;
  private final Apt apt;
  private final Path cache;

  Xz(Tools tools, Progress progress, Apt apt, Path cache) {
    this.tools = tools;
    this.progress = progress;
    this.apt = apt;
    this.cache = cache;
  }

  /** Its name or path. */
  String program() throws Unavailable {
    if (tools.has("xz")) {
      return "xz";
    }
    Path own = cache.resolve("tools/usr/bin/xz");
    if (!Files.isExecutable(own)) {
      fetch();
    }
    if (!Files.isExecutable(own)) {
      throw new Unavailable("the program xz is missing; install xz-utils");
    }
    return own.toString();
  }

  private void fetch() throws Unavailable {
    Path folder = Drafts.beside(cache.resolve("xz"));
    apt.demandTools();
    progress.say("fetching xz-utils through apt into " + cache + ", to unpack with");
    try {
      Path file = apt.fetch("xz-utils", 0, folder);
      String target = cache.resolve("tools").toString();
      tools.run(folder, List.of("dpkg-deb", "-x", file.toString(), target));
    } finally {
      Unpacking.delete(folder);
    }
  }
}
