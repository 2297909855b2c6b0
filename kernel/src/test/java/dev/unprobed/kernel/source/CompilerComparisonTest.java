package dev.unprobed.kernel.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Has a compiler say what tables hold: a program that prints them. */
class CompilerComparisonTest {
  private static final String TYPES =
      """
      struct of_device_id { char name[32]; char type[32]; char compatible[128]; const void *data; };
      struct device_driver { const char *name; const struct of_device_id *of_match_table; };
      struct toy_driver { int flags; struct device_driver driver; };
      """;

  /** The names of the tables, so that the program can print them. */
  private static final List<String> TABLES =
      List.of("plain", "pasted", "nested", "odd", "chosen", "made_ids");

  private static final String SOURCE =
      """
      #define VENDOR "acme,"
      #define ENTRY(id, text) { .compatible = VENDOR text, .data = (void *)(id) }
      #define TEXT(x) #x
      #define STRING(x) TEXT(x)
      #define JOIN(a, b) a##b
      #define NUMBER 42
      #define EMPTY
      #define LIST(first, ...) first, __VA_ARGS__
      #define TABLE(name) static const struct of_device_id JOIN(name, _ids)[] = {
      #define TABLE_END { } };
      static const struct of_device_id plain[] = {
      	{ .compatible = "acme,a" }, /* { .compatible = "acme,no" }, */
      	{ .data = (void *)0, .compatible = "acme," "b" },
      	// { .compatible = "acme,neither" },
      	{ "node", "kind", "acme,c" },
      	{ .type = "only" }, {}
      };
      static const struct of_device_id pasted[] = {
      	ENTRY(1, "d"), ENTRY((sizeof(char[3])), "e" "f"), { .compatible = STRING(NUMBER) },
      	{ .compatible = TEXT(NUMBER) }, { .compatible = "x" EMPTY }, { }
      };
      static const struct of_device_id nested[] = {
      	LIST(ENTRY(1, "g"), ENTRY(2, "h"), ENTRY(3, STRING(JOIN(NUM, BER)))), { }
      };
      static const struct of_device_id odd[4] = {
      	[1] = { .compatible = "acme,\\
      i" },
      	[0] = { "" , "", ("acme,j"), }
      };
      static const struct of_device_id chosen[] = {
      #if defined(ABSENT) && 0
      	ENTRY(1, "k"),
      #elif defined(VENDOR) || !1
      	ENTRY(1, "l"),
      #else
      	ENTRY(1, "m"),
      #endif
      #ifndef NUMBER
      	ENTRY(1, "n"),
      #endif
      	{ }
      };
      TABLE(made)
      	ENTRY(1, "o"),
      TABLE_END
      static struct toy_driver first = { .driver = { .name = VENDOR "first", }, };
      static struct toy_driver second = { 1, .driver.name = STRING(second) };
      """;

  @TempDir Path folder;

  @BeforeAll
  static void demandCompiler() throws InterruptedException {
    boolean there;
    try {
      there = new ProcessBuilder("cc", "--version").start().waitFor() == 0;
    } catch (IOException _) {
      there = false;
    }
    if (!there) {
      System.out.println("skipped: there is no C compiler to compare with");
    }
    assumeTrue(there || "true".equals(System.getenv("CI")));
    assertThat(there).as("a C compiler").isTrue();
  }

  @Test
  void seesWhatTheCompilerSees() throws Exception {
    assertThat(ours()).isEqualTo(compiled());
  }

  private Map<String, List<String>> ours() throws IOException {
    Files.writeString(folder.resolve("x.c"), SOURCE);
    FileFacts facts = new SourceTree(folder, _ -> Truth.UNKNOWN).facts("x.c").orElseThrow();
    Map<String, List<String>> tables = new TreeMap<>();
    facts.tables.forEach((name, table) ->
        tables.put(
            name,
            table.entries().stream()
                .map(e ->
                    e.getOrDefault("name", "")
                        + "|"
                        + e.getOrDefault("type", "")
                        + "|"
                        + e.getOrDefault("compatible", ""))
                .sorted()
                .toList()));
    facts.drivers.forEach((name, driver) ->
        tables.put(name, List.of(driver.texts().getOrDefault("driver.name", ""))));
    return tables;
  }

  private Map<String, List<String>> compiled() throws Exception {
    StringBuilder main = new StringBuilder("#include <stdio.h>\n" + TYPES + SOURCE);
    main.append("int main(void) {\n");
    for (String table : TABLES) {
      main.append(
          "for (unsigned i = 0; i < sizeof(%1$s) / sizeof(*%1$s); i++)".formatted(table)
              + " printf(\"%1$s %%s|%%s|%%s\\n\", %1$s[i].name, %1$s[i].type, %1$s[i].compatible);\n"
                  .formatted(table));
    }
    for (String driver : List.of("first", "second")) {
      main.append("printf(\"%1$s %%s\\n\", %1$s.driver.name);\n".formatted(driver));
    }
    Files.writeString(folder.resolve("main.c"), main.append("}\n"));
    run("cc", "-w", "-o", "main", "main.c");
    Map<String, List<String>> tables = new TreeMap<>();
    run("./main")
        .lines()
        .filter(line -> !line.endsWith(" ||"))
        .sorted()
        .forEach(line -> {
          int space = line.indexOf(' ');
          tables
              .computeIfAbsent(line.substring(0, space), _ -> new ArrayList<>())
              .add(line.substring(space + 1));
        });
    return tables;
  }

  private String run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out;
  }
}
