package dev.unprobed.kernel.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.tool.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives as ar writes and lists them. */
class ArchiveTest {
  @TempDir Path directory;

  @BeforeEach
  void objects() throws IOException {
    Tool assembler = Tool.of("aarch64-linux-gnu-as");
    Files.createDirectories(directory.resolve("sub"));
    for (String name : List.of("a", "odd-one", "a-name-that-does-not-fit-into-a-header", "sub/b")) {
      Path source = directory.resolve(name + ".s");
      String label = name.replaceAll("\\W", "_");
      Files.writeString(source, ".global f_%s, g_%s\nf_%s:\ng_%s: nop\n".replace("%s", label));
      assembler.run(directory, "-o", name + ".o", name + ".s");
    }
    Files.writeString(directory.resolve("odd-one.o"), "odd");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cDPrST", "cDPrsT", "crs", "crS", "cDrs"})
  void sameAsAr(String options) throws IOException {
    Tool ar = Tool.of("aarch64-linux-gnu-ar");
    ar.run(
        directory,
        options,
        "x.a",
        "a.o",
        "a-name-that-does-not-fit-into-a-header.o",
        "sub/b.o",
        "odd-one.o");
    Archive archive = archive("x.a");
    assertThat(archive.thin()).isEqualTo(options.contains("T"));
    String listed = ar.run(directory, "t", "x.a");
    assertThat(archive.members()).map(Archive.Member::name).isEqualTo(listed.lines().toList());
    for (Archive.Member member : archive.members()) {
      byte[] theirs =
          member.isOutside()
              ? Files.readAllBytes(directory.resolve(member.name()))
              : ar.run(directory, "p", "x.a", member.name()).getBytes(StandardCharsets.ISO_8859_1);
      assertThat(member.size()).isEqualTo(theirs.length);
      assertThat(member.content().copy()).isEqualTo(member.isOutside() ? new byte[0] : theirs);
    }
    assertThat(symbols(archive)).isEqualTo(symbols("x.a"));
    assertThat(symbols(archive)).hasSize(options.matches(".*S.*") ? 0 : 6);
  }

  /** As Kbuild collects the archives of folders: thin into thin, which makes them flat. */
  @Test
  void thinOfThin() {
    Tool ar = Tool.of("aarch64-linux-gnu-ar");
    ar.run(directory, "cDPrST", "sub/built-in.a", "sub/b.o");
    ar.run(directory, "cDPrST", "built-in.a", "a.o", "sub/built-in.a");
    assertThat(archive("built-in.a").members())
        .map(Archive.Member::name)
        .containsExactly("a.o", "sub/b.o");
  }

  /** What ar writes of an archive that it makes flat: the slash at the end of the name's field. */
  @Test
  void slashBehindTheSpaces() {
    String header = "%-15s/%-12s%-6s%-6s%-8s%-10s`\n".formatted("/0", "0", "0", "0", "644", "5");
    String names = "%-48s%-10s`\nsub/b.o/\n\n".formatted("//", "10");
    assertThat(Archive.read(bytes("!<thin>\n" + names + header)).members())
        .map(Archive.Member::name)
        .containsExactly("sub/b.o");
  }

  @Test
  void ordinaryInThin() {
    Tool ar = Tool.of("aarch64-linux-gnu-ar");
    ar.run(directory, "crs", "whole.a", "a.o", "sub/b.o");
    ar.run(directory, "cDPrST", "built-in.a", "whole.a");
    List<Archive.Member> inner = archive("whole.a").members();
    assertThat(archive("built-in.a").members())
        .map(m -> m.name() + " " + m.nested())
        .containsExactlyElementsOf(inner.stream().map(m -> "whole.a " + m.header()).toList());
  }

  @Test
  void bsdNames() {
    byte[] name = "a long name.o\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    String header = "%-16s%-12s%-6s%-6s%-8s%-10s`\n".formatted("#1/16", "0", "0", "0", "644", "19");
    String text = "!<arch>\n" + header + new String(name, StandardCharsets.ISO_8859_1) + "abc\n";
    Archive archive = Archive.read(bytes(text));
    assertThat(archive.members())
        .singleElement()
        .satisfies(member -> {
          assertThat(member.name()).isEqualTo("a long name.o");
          assertThat(member.content().copy()).isEqualTo(new byte[] {'a', 'b', 'c'});
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not-an-archive|!<arch>x",
        "truncated|!<arch>\nx",
        "bad-archive-header|!<arch>\na.o/            0           0     0     644     -5        `\n",
        "truncated-archive|!<arch>\na.o/            0           0     0     644     4         `\nabc",
        "bad-archive-header|!<arch>\n/7              0           0     0     644     0         `\n",
        "bad-archive-symbols|!<arch>\n/               0           0     0     644     4         `\n\177xxx",
      })
  void bad(String checkAndText) {
    int bar = checkAndText.indexOf('|');
    assertThatExceptionOfType(MalformedInput.class)
        .isThrownBy(() -> Archive.read(bytes(checkAndText.substring(bar + 1))))
        .extracting(MalformedInput::check)
        .isEqualTo(checkAndText.substring(0, bar));
  }

  /** Names and members as {@code nm -s} tells them: {@code name in member}. */
  private List<String> symbols(String archive) {
    List<String> found = new ArrayList<>();
    boolean index = false;
    String output = Tool.of("aarch64-linux-gnu-nm").run(directory, "-s", archive);
    for (String line : output.lines().toList()) {
      index = line.equals("Archive index:") || index && !line.isEmpty();
      if (index && line.contains(" in ")) {
        found.add(line);
      }
    }
    return found;
  }

  private static List<String> symbols(Archive archive) {
    Map<Long, String> names = new HashMap<>();
    archive.members().forEach(m -> names.put(m.header(), m.name()));
    return archive.symbols().stream().map(s -> s.name() + " in " + names.get(s.header())).toList();
  }

  private Archive archive(String name) {
    try {
      return Archive.read(Bytes.of(directory.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Bytes bytes(String text) {
    return Bytes.of("test.a", text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
