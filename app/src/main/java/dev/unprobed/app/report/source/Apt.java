package dev.unprobed.app.report.source;

import dev.unprobed.app.report.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Fetches packages without installing them and without being root. */
final class Apt {
  private final Tools tools;
  private final Progress progress;
  private final Path cache;
  private final List<String> options = new ArrayList<>();
  private boolean ownLists;
  private String trouble = "";

  /**
   * @param cache where everything goes
   */
  Apt(Tools tools, Progress progress, Path cache) {
    this.tools = tools;
    this.progress = progress;
    this.cache = cache;
    if ("root".equals(System.getProperty("user.name"))) {
      // Root's apt downloads as another user, who cannot write into root's cache.
      addOption("APT::Sandbox::User=root");
    }
  }

  /** For packages of another architecture than this machine's; the system is left as it is. */
  static Apt foreign(Tools tools, Progress progress, Path cache, String architecture)
      throws Unavailable {
    Path own = cache.resolve("apt-" + architecture);
    Apt apt = new Apt(tools, progress, own);
    apt.demandTools();
    makeFolder(own);
    try {
      // dpkg's own state is not read.
      Files.write(own.resolve("status"), new byte[0]);
    } catch (IOException e) {
      throw new Unavailable("cannot write into " + own + ": " + Unavailable.reason(e));
    }
    apt.addOption("APT::Architecture=" + architecture);
    apt.addOption("APT::Architectures::=" + architecture);
    apt.addOption("Dir::State::status=" + own.resolve("status"));
    apt.fetchLists("packages are for " + architecture);
    return apt;
  }

  /** The newest package of such a name that apt can fetch. */
  Candidate newest(String search, Pattern name) throws Unavailable {
    return run("apt-cache", "search", "--names-only", search)
        .text()
        .lines()
        .map(line -> line.split(" ", 2)[0])
        .filter(name.asMatchPredicate())
        .sorted(Versions.ORDER.reversed())
        .map(this::candidate)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () -> new Unavailable(trouble.isEmpty() ? "apt knows no package " + search : trouble));
  }

  /**
   * A package that apt can fetch.
   *
   * @param size in bytes, 0 when it is not known
   */
  record Candidate(String name, String version, long size) {}

  /** Says so when this system has no apt. */
  void demandTools() throws Unavailable {
    for (String tool : List.of("apt-get", "apt-cache", "dpkg-deb", "tar")) {
      if (!tools.has(tool)) {
        throw new Unavailable("there is no " + tool + " here");
      }
    }
  }

  /** The newest kernel source that apt can fetch. */
  Candidate newestSource() throws Unavailable {
    demandTools();
    Optional<Candidate> known = newestKnown();
    if (known.isPresent()) {
      return known.get();
    }
    fetchLists("apt knows no package linux-source-*");
    return newestKnown()
        .orElseThrow(() ->
            new Unavailable(trouble.isEmpty() ? "apt knows no package linux-source-*" : trouble));
  }

  private Optional<Candidate> newestKnown() {
    return run("apt-cache", "search", "--names-only", "^linux-source-[0-9.]+$")
        .text()
        .lines()
        .map(line -> line.split(" ", 2)[0])
        .filter(Versions::has)
        .sorted(Versions.ORDER.reversed())
        .map(this::candidate)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Fresh systems have no lists, and only root may fetch them for all; so we have our own. */
  private void fetchLists(String why) throws Unavailable {
    Path own = cache.resolve("apt");
    makeFolder(own.resolve("lists/partial"));
    makeFolder(own.resolve("archives/partial"));
    addOption("Dir::State::lists=" + own.resolve("lists"));
    addOption("Dir::Cache=" + own);
    addOption("Dir::Cache::archives=" + own.resolve("archives"));
    ownLists = true;
    progress.say(why + "; fetching our own lists of packages into " + own);
    progress.step("fetching lists of packages");
    trouble = run("apt-get", "-q", "update").complaint();
  }

  private void addOption(String option) {
    options.add("-o");
    options.add(option);
  }

  /** What apt knows of a package; empty when it knows nowhere to fetch it from. */
  private Optional<Candidate> candidate(String name) {
    String text = run("apt-cache", "show", "--no-all-versions", name).text();
    String size = field(text, "Size");
    boolean number = !size.isEmpty() && size.chars().allMatch(Character::isDigit);
    long bytes = number ? Long.parseLong(size) : 0;
    return field(text, "Filename").isEmpty()
        ? Optional.empty()
        : Optional.of(new Candidate(name, field(text, "Version"), bytes));
  }

  private static String field(String text, String name) {
    return text.lines()
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2).strip())
        .findFirst()
        .orElse("");
  }

  /** Fetches a package into a folder; returns its file. */
  Path fetch(String name, long size, Path folder) throws Unavailable {
    makeFolder(folder);
    Tools.Output output = download(name, size, folder);
    if (!output.well() && !ownLists) {
      // Old lists name versions that are no longer there.
      fetchLists("apt cannot fetch " + name + " with the lists that it has");
      output = download(name, size, folder);
    }
    Optional<Path> file = file(folder);
    if (!output.well() || file.isEmpty()) {
      String reason = trouble.isEmpty() ? output.complaint() : trouble;
      throw new Unavailable("apt cannot fetch " + name + ": " + reason);
    }
    return file.get();
  }

  private Tools.Output download(String name, long size, Path folder) {
    progress.step("fetching " + name, size);
    Thread watch = Thread.ofVirtual().start(() -> watch(folder));
    Tools.Output output = tools.run(folder, command("apt-get", "-qq", "download", name));
    watch.interrupt();
    return output;
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
      throw new Unavailable("cannot make the folder " + folder + ": " + Unavailable.reason(e));
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
