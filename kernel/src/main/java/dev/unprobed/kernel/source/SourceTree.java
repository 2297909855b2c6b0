package dev.unprobed.kernel.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the files of a tree as far as they tell of drivers; may be asked by many at once. */
final class SourceTree {
  /** Larger ones hold registers. */
  private static final long LARGEST_HEADER = 1 << 20;

  private static final long LARGEST_SOURCE = 16 << 20;
  private static final int MOST_HEADERS = 64;
  private static final List<String> WORDS =
      List.of("_device_id", "_driver", "_DECLARE", "IRQCHIP_", "bus_type", "MODULE_ALIAS", ".c\"");

  private final Path root;
  private final Function<String, Truth> symbols;
  private final Map<String, Macro> kernel;
  private final Map<String, Header> headers = new ConcurrentHashMap<>();

  private record Header(Map<String, Macro> macros, List<String> includes) {}

  SourceTree(Path root, Function<String, Truth> symbols) {
    this.root = root.toAbsolutePath().normalize();
    this.symbols = symbols;
    this.kernel = kernelMacros();
  }

  private Map<String, Macro> kernelMacros() {
    Map<String, Macro> macros = new HashMap<>();
    Path include = root.resolve("include");
    if (!Files.isDirectory(include)) {
      return macros;
    }
    try (Stream<Path> files = Files.walk(include)) {
      List<String> names =
          files
              .map(file -> root.relativize(file).toString())
              .filter(file -> file.endsWith(".h"))
              .filter(file -> !file.startsWith("include/dt-bindings"))
              .filter(file -> !file.startsWith("include/uapi"))
              .sorted()
              .toList();
      Set<String> several = new HashSet<>();
      names.parallelStream()
          .map(file -> header(file, false).macros())
          .toList()
          .forEach(some -> some.forEach((name, macro) -> add(macros, macro, several)));
      several.forEach(macros::remove);
      return macros;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Map<String, Macro> macros, Macro macro, Set<String> several) {
    Macro other = macros.putIfAbsent(macro.name(), macro);
    if (other != null && !macro.function() && !other.equals(macro)) {
      several.add(macro.name());
    }
  }

  /** Empty when the file is not there or tells nothing. */
  Optional<FileFacts> facts(String file) {
    String text = text(file, LARGEST_SOURCE).orElse("");
    if (WORDS.stream().noneMatch(text::contains)) {
      return Optional.empty();
    }
    Lexer lexer = Lexer.read(text, symbols);
    Macros macros = new Macros(lexer.macros(), kernel, () -> beside(file, lexer.includes()));
    FileFacts facts = DeclarationReader.read(lexer, macros);
    return facts.isEmpty() ? Optional.empty() : Optional.of(facts);
  }

  private Optional<String> text(String file, long largest) {
    Path path = root.resolve(file).normalize();
    try {
      if (!path.startsWith(root) || !Files.isRegularFile(path) || Files.size(path) > largest) {
        return Optional.empty();
      }
      return Optional.of(new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The macros of headers that it includes, and of those in quotes that these include. */
  private Map<String, Macro> beside(String file, List<String> includes) {
    Map<String, Macro> macros = new HashMap<>();
    Set<String> seen = new HashSet<>();
    collect(folder(file), includes, macros, seen, true);
    return macros;
  }

  private void collect(
      String folder,
      List<String> includes,
      Map<String, Macro> macros,
      Set<String> seen,
      boolean outermost) {
    for (String include : includes) {
      String name = include.substring(1, include.length() - 1);
      boolean quoted = include.startsWith("\"");
      String path = Path.of(quoted ? folder + name : "include/" + name).normalize().toString();
      if ((quoted || outermost) && seen.size() < MOST_HEADERS && seen.add(path)) {
        Header header = headers.computeIfAbsent(path, p -> header(p, true));
        header.macros().forEach(macros::putIfAbsent);
        collect(folder(path), header.includes(), macros, seen, false);
      }
    }
  }

  private static String folder(String file) {
    return file.substring(0, file.lastIndexOf('/') + 1);
  }

  private Header header(String file, boolean all) {
    Lexer lexer = Lexer.read(text(file, LARGEST_HEADER).orElse(""), symbols);
    Map<String, Macro> macros = new HashMap<>();
    lexer
        .macros()
        .forEach((name, macro) -> {
          if (all || macro.function() || macro.body().contains("\"")) {
            macros.put(name, macro);
          }
        });
    return new Header(macros, List.copyOf(lexer.includes()));
  }
}
