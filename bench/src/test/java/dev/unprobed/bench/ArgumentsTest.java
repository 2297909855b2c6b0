package dev.unprobed.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unprobed.bench.Arguments.UsageException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ArgumentsTest {

  private static final Path FOLDER = Path.of("folder");

  @Test
  void withoutAnyAllIsCompared() {
    ExactnessOptions options = ExactnessOptions.parse(List.of(), FOLDER);

    assertThat(options.trees()).containsExactly("6.1", "6.12");
    assertThat(options.architectures()).isEmpty();
    assertThat(options.sample()).isEmpty();
    assertThat(options.replaying()).isTrue();
    assertThat(options.inProcess()).isTrue();
  }

  @Test
  void readsNamesWithValuesAndFlags() {
    List<String> words =
        List.of(
            "--tree", "7.0", "--only", "arm,arm64", "--only", "x86", "--fresh", "--sample", "9");

    ExactnessOptions options = ExactnessOptions.parse(words, FOLDER);

    assertThat(options.trees()).containsExactly("7.0");
    assertThat(options.architectures()).containsExactlyInAnyOrder("arm", "arm64", "x86");
    assertThat(options.fresh()).isTrue();
    assertThat(options.sample()).contains(9);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    refuses("unknown option: --no-such", "--no-such");
    refuses("unknown option: arm64", "arm64");
    refuses("--seed needs a value", "--seed");
    refuses("--jobs: not a number: many", "--jobs", "many");
    refuses("--shell is replay or run, not bash", "--shell", "bash");
  }

  private static void refuses(String message, String... words) {
    assertThatThrownBy(() -> ExactnessOptions.parse(List.of(words), FOLDER))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }
}
