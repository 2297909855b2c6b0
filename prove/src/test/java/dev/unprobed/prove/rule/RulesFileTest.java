package dev.unprobed.prove.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unprobed.kconfig.source.KconfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesFileTest {
  @TempDir Path folder = Path.of("");

  @Test
  void eachSubjectIsARule() throws IOException {
    assertThat(rules("always A B # both\n\nholds A = y || B != \"#\"  # quoted\n"))
        .containsExactly("always A", "always B", "holds A = y || B != \"#\"");
  }

  @Test
  void whenHoldsForWhatFollows() throws IOException {
    assertThat(rules("always A\nwhen X && !Y\nmodular B\nnever C\nwhen\nimplies D\n"))
        .containsExactly("always A", "when X && !Y modular B", "when X && !Y never C", "implies D");
  }

  @Test
  void archAndTreeEndWhatCameBefore() throws IOException {
    write(
        "all.rules", "arch arm64 arm\nwhen X\nalways A\narch\nalways B\ntree \"../t\"\nalways C\n");
    List<Statement> statements = RulesFile.read(folder.resolve("all.rules"));
    assertThat(statements)
        .extracting(statement -> statement.scope().architectures())
        .containsExactly(List.of("arm64", "arm"), List.of(), List.of());
    assertThat(statements)
        .extracting(statement -> statement.when() == null)
        .containsExactly(false, true, true);
    assertThat(statements.getLast().scope().tree())
        .isEqualTo(folder.resolve("../t").normalize().toString());
  }

  @Test
  void anIncludedFileHasTheScopeOfItsPlace() throws IOException {
    write("inner.rules", "always A\nwhen Z\nalways B\n");
    assertThat(rules("when X\ninclude \"inner.rules\"\nalways C\n"))
        .containsExactly("when X always A", "when Z always B", "when X always C");
  }

  @Test
  void errorsNameTheirPlace() throws IOException {
    assertWrong("alway A\n", "1:1: error[unknown-rule]: no rule begins with \"alway\"");
    assertWrong("\n  always\n", "2:3: error[syntax]: expected symbols after \"always\"");
    assertWrong("holds # nothing\n", "1:1: error[syntax]: expected an expression after \"holds\"");
    assertWrong("include none\n", "1:1: error[syntax]: expected a name in quotes");
    assertWrong("include \"none\"\n", "1:1: error[missing-include]: cannot read the file");
    assertWrong(
        "include \"test.rules\"\n", "1:1: error[endless-include]: the file includes itself");
  }

  private void assertWrong(String text, String message) throws IOException {
    write("test.rules", text);
    assertThatThrownBy(() -> RulesFile.read(folder.resolve("test.rules")))
        .isInstanceOf(KconfigException.class)
        .hasMessageContaining("test.rules:" + message);
  }

  @Test
  void aMissingFileIsTold() {
    assertThatThrownBy(() -> RulesFile.read(folder.resolve("none.rules")))
        .isInstanceOf(KconfigException.class)
        .hasMessageContaining("none.rules: error[no-rules]");
  }

  private List<String> rules(String text) throws IOException {
    write("test.rules", text);
    return RulesFile.read(folder.resolve("test.rules")).stream().map(Statement::text).toList();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
