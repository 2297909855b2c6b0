package dev.unprobed.app.report.source;

import dev.unprobed.app.report.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Fetches packages without installing them and without being root. */
final class Apt {
  private final Tools tools;
  private final Progress progress;
  private final Path cache;
  private final List<String> options = new ArrayList<>();

  /**
   * @param cache where everything goes
   */
  Apt(Tools tools, Progress progress, Path cache) {
    this.tools = tools;
    this.progress = progress;
    this.cache = cache;
    if ("root".equals(System.getProperty("user.name"))) {
      // Root's apt downloads as another user, who cannot write into root's cache.
      options.addAll(List.of("-o", "APT::Sandbox::User=root"));
    }
  }

  /**
   * A package that apt can fetch.
   *
   * @param size in bytes, 0 when it is not known
   */
  record Candidate(String name, String version, long size) {}

  /** The newest kernel source that apt knows. */
  Candidate newestSource() throws Unavailable {
    demandTools();
    Optional<String> name = newestName();
    if (name.isEmpty()) {
      fetchLists();
      name = newestName();
    }
    return candidate(
        name.orElseThrow(() -> new Unavailable("apt knows no package linux-source-*")));
  }

  /** Says so when this system has no apt. */
  void demandTools() throws Unavailable {
    for (String tool : List.of("apt-get", "apt-cache", "dpkg-deb", "tar")) {
      if (!tools.has(tool)) {
        throw new Unavailable("there is no " + tool + " here");
      }
    }
  }

  private Optional<String> newestName() {
    return run("apt-cache", "search", "--names-only", "^linux-source-[0-9.]+$")
        .text()
        .lines()
        .map(line -> line.split(" ", 2)[0])
        .filter(Versions::has)
        .max(Versions.ORDER);
  }

  /** Fresh systems have no lists, and only root may fetch them for all; so we have our own. */
  private void fetchLists() throws Unavailable {
    Path lists = cache.resolve("apt");
    makeFolder(lists.resolve("lists/partial"));
    makeFolder(lists.resolve("archives/partial"));
    options.addAll(
        List.of(
            "-o", "Dir::State::lists=" + lists.resolve("lists"),
            "-o", "Dir::Cache=" + lists,
            "-o", "Dir::Cache::archives=" + lists.resolve("archives")));
    progress.say("apt has no kernel source in its lists; fetching lists of our own into " + lists);
    progress.step("fetching apt's lists");
    Tools.Output output = run("apt-get", "-q", "update");
    if (!output.well()) {
      throw new Unavailable("apt cannot fetch its lists: " + output.complaint());
    }
  }

  Candidate candidate(String name) {
    String text = run("apt-cache", "show", "--no-all-versions", name).text();
    String size = field(text, "Size");
    boolean number = !size.isEmpty() && size.chars().allMatch(Character::isDigit);
    return new Candidate(name, field(text, "Version"), number ? Long.parseLong(size) : 0);
  }

  private static String field(String text, String name) {
    return text.lines()
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2).strip())
        .findFirst()
        .orElse("");
  }

  /** Fetches a package into a folder; returns its file. */
  Path fetch(Candidate candidate, Path folder) throws Unavailable {
    makeFolder(folder);
    progress.step("fetching " + candidate.name(), candidate.size());
    Thread watch = Thread.ofVirtual().start(() -> watch(folder));
    Tools.Output output =
        tools.run(folder, command("apt-get", "-qq", "download", candidate.name()));
    watch.interrupt();
    Optional<Path> file = file(folder);
    if (!output.well() || file.isEmpty()) {
      throw new Unavailable("apt cannot fetch " + candidate.name() + ": " + output.complaint());
    }
    return file.get();
  }

  private void watch(Path folder) {
    try {
      while (true) {
        Thread.sleep(200);
        file(folder).ifPresent(file -> progress.done(file.toFile().length()));
      }
    } catch (InterruptedException _) {
      // It has arrived.
    }
  }

  private static Optional<Path> file(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().contains(".deb")).findFirst();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static void makeFolder(Path folder) throws Unavailable {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Unavailable("cannot make the folder " + e.getMessage());
    }
  }

  private Tools.Output run(String... command) {
    return tools.run(Path.of("/"), command(command));
  }

  private List<String> command(String... words) {
    List<String> command = new ArrayList<>(List.of(words));
    command.addAll(1, options);
    return command;
  }
}
