package dev.unprobed.kconfig.oracle;

import dev.unprobed.kconfig.target.Target;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that a run of conf sees. Texts are byte strings.
 *
 * @param files by name, the first Kconfig file is called {@code Kconfig}
 * @param variables the environment
 * @param target what to do; defconfig reads and savedefconfig writes {@link #DEFCONFIG}
 * @param input what is typed
 */
public record Scenario(
    Map<String, String> files, Map<String, String> variables, Target target, String input) {
  /** The file of the targets that take one. */
  public static final String DEFCONFIG = "defconfig";

  public Scenario {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
    variables = Collections.unmodifiableMap(new TreeMap<>(variables));
  }

  /** olddefconfig on one Kconfig file, without a {@code .config}. */
  public static Scenario of(String kconfig) {
    return new Scenario(Map.of("Kconfig", kconfig), Map.of(), Target.OLDDEFCONFIG, "");
  }

  public Scenario file(String name, String text) {
    return new Scenario(with(files, name, text), variables, target, input);
  }

  public Scenario config(String text) {
    return file(".config", text);
  }

  public Scenario variable(String name, String value) {
    return new Scenario(files, with(variables, name, value), target, input);
  }

  public Scenario without(String variable) {
    Map<String, String> fewer = new TreeMap<>(variables);
    fewer.remove(variable);
    return new Scenario(files, fewer, target, input);
  }

  public Scenario target(Target other) {
    return new Scenario(files, variables, other, input);
  }

  public Scenario input(String text) {
    return new Scenario(files, variables, target, text);
  }

  private static Map<String, String> with(Map<String, String> map, String key, String value) {
    Map<String, String> changed = new TreeMap<>(map);
    changed.put(key, value);
    return changed;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("conf --").append(target.text());
    variables.forEach(
        (name, value) -> text.append("\n  with ").append(name).append('=').append(value));
    files.forEach(
        (name, content) -> text.append("\n---- ").append(name).append(" ----\n").append(content));
    return text.append(input.isEmpty() ? "" : "\n---- typed ----\n" + input).toString();
  }
}
