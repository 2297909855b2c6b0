package dev.unprobed.kconfig.target;

import dev.unprobed.kconfig.dotconfig.WorkFiles;
import dev.unprobed.kconfig.source.Messages;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a run of conf has around it.
 *
 * @param files the work directory
 * @param environment the value of an environment variable, null when it is unset
 * @param messages what conf prints
 * @param answers the lines of standard input with their newlines, null at its end
 * @param silent whether conf keeps "configuration written" to itself
 */
public record ConfSession(
    WorkFiles files,
    UnaryOperator<@Nullable String> environment,
    Messages messages,
    Answers answers,
    boolean silent) {

  /** Standard input, line by line. */
  @FunctionalInterface
  public interface Answers {
    /** No input at all. */
    Answers NONE = () -> null;

    /** The next line with its newline, null at the end. */
    @Nullable String next();
  }

  /** The same with conf's own remarks switched off. */
  ConfSession silenced() {
    return new ConfSession(files, environment, messages, answers, true);
  }

  /** A variable, or what to take when it is unset. */
  String variable(String name, String otherwise) {
    return Objects.requireNonNullElse(environment.apply(name), otherwise);
  }

  @Nullable String variable(String name) {
    return environment.apply(name);
  }

  /** Whether a variable is set, to whatever. */
  boolean isSet(String name) {
    return environment.apply(name) != null;
  }

  /** Whether a variable is set to something. */
  boolean isFilled(String name) {
    return !variable(name, "").isEmpty();
  }

  /** The name of the configuration. */
  String configName() {
    return variable("KCONFIG_CONFIG", ".config");
  }

  /** The prefix of symbols in files. */
  String prefix() {
    return variable("CONFIG_", "CONFIG_");
  }

  /** A line on standard output, unless that is not wanted. */
  void say(String text) {
    if (!silent) {
      messages.out(text + "\n");
    }
  }

  /** One of conf's own remarks. */
  void remark(String text) {
    if (!silent) {
      messages.out("#\n# " + text + "\n#\n");
    }
  }
}
