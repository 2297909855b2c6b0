package dev.unprobed.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What documentation shows of the samples is what comes out. Blocks about kernels are not run here:
 * they are too large.
 */
class DocsTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^```\\n\\$ (?:\\./)?unprobed ([^\\n]*)\\n(.*?)^```$");
  private static final Pattern LINK =
      Pattern.compile("`((?:\\.\\./|docs/)?[a-z-]+(?:/[a-z-]+)*\\.md)`");

  static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void showsWhatComesOut(Path page) throws IOException {
    Matcher blocks = BLOCK.matcher(Files.readString(page));
    while (blocks.find()) {
      if (blocks.group(1).contains("--tree samples/")) {
        List<String> arguments =
            List.of(blocks.group(1).replace("samples/", "../samples/").split(" ", -1));
        assertThat(CommandRun.of(arguments).out()).as(blocks.group(1)).isEqualTo(blocks.group(2));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void namesOnlyPagesThatAreThere(Path page) throws IOException {
    Matcher links = LINK.matcher(Files.readString(page));
    while (links.find()) {
      Path named = Path.of(links.group(1));
      assertThat(
              Stream.of(
                  page.resolveSibling(named),
                  ROOT.resolve(named),
                  ROOT.resolve("docs").resolve(named)))
          .as(page + " names " + named)
          .anyMatch(Files::exists);
    }
  }

  @Test
  void theReadmeIsShort() throws IOException {
    assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThanOrEqualTo(120);
  }

  /** A tutorial that shows nothing that is run would rot unseen. */
  @Test
  void someBlocksAreRun() throws IOException {
    int run = 0;
    for (Path page : pages()) {
      Matcher blocks = BLOCK.matcher(Files.readString(page));
      while (blocks.find()) {
        run += blocks.group(1).contains("--tree samples/") ? 1 : 0;
      }
    }
    assertThat(run).isGreaterThanOrEqualTo(3);
  }
}
