package dev.unprobed.bench.exact;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * One run of a target.
 *
 * @param name what tells it from others of the same target and place
 * @param argument the file that the target wants, or empty
 * @param variables what is in its environment beside the place's
 * @param inputs what lies in the working folder before it
 */
public record Job(
    Place place,
    String target,
    String name,
    String argument,
    SortedMap<String, String> variables,
    Inputs inputs) {

  public static final String CONFIG = ".config";

  /** What tells conf that a build has been in the folder. */
  public static final String AUTO_CONF = "include/config/auto.conf";

  private static final String KCONFIG = "Kconfig";
  private static final String SYNCCONFIG = "syncconfig";

  /**
   * A run in a folder that a build has been in, but without a .config. In a new folder conf makes,
   * beside the .config, an auto.conf and thousands of files for a build; only {@link #unbuilt} and
   * syncconfig are there for that.
   */
  public static Job of(Place place, String target, String name) {
    return new Job(place, target, name, "", new TreeMap<>(), expected -> folder(target));
  }

  /** The place's first defconfig. */
  public static Job defconfig(Place place) throws IOException {
    return Defconfigs.first(place, 1).getFirst();
  }

  private static SortedMap<String, String> folder(String target) {
    return target.equals(SYNCCONFIG) ? new TreeMap<>() : new TreeMap<>(Map.of(AUTO_CONF, ""));
  }

  /** The same run in a folder that no build has been in. */
  Job unbuilt() {
    return inputs(expected -> {
      SortedMap<String, String> files = inputs.files(expected);
      files.remove(AUTO_CONF);
      return files;
    });
  }

  Job named(String other) {
    return new Job(place, target, other, argument, variables, inputs);
  }

  Job argument(String file) {
    return new Job(place, target, name, file, variables, inputs);
  }

  public Job variable(String variable, String value) {
    SortedMap<String, String> more = new TreeMap<>(variables);
    more.put(variable, value);
    return new Job(place, target, name, argument, more, inputs);
  }

  Job inputs(Inputs files) {
    return new Job(place, target, name, argument, variables, files);
  }

  /** A run on the .config that conf left behind after another job. */
  public Job after(Job earlier) {
    return after(earlier, UnaryOperator.identity());
  }

  /** A run on an edited copy of the .config that conf left behind after another job. */
  Job after(Job earlier, UnaryOperator<String> edit) {
    return afterAs(CONFIG, earlier, edit);
  }

  /** The same, under another file name. */
  Job afterAs(String file, Job earlier, UnaryOperator<String> edit) {
    return on(file, expected -> edit.apply(expected.of(earlier).file(CONFIG)));
  }

  /** A run on a file with this text. */
  public Job on(String file, Text text) {
    return inputs(expected -> {
      SortedMap<String, String> files = folder(target);
      files.put(file, text.in(expected));
      return files;
    });
  }

  public Case id() {
    return new Case(place.tree().name(), place.arch().name(), target, name);
  }

  public SortedMap<String, String> environment() {
    return place.environment().with(variables);
  }

  /** The arguments of conf. */
  List<String> confArguments() {
    String option = "--" + target;
    return List.of(argument.isEmpty() ? option : option + "=" + argument, KCONFIG);
  }

  /** The arguments of {@code unprobed config}. */
  List<String> candidateArguments() {
    List<String> words = new ArrayList<>(List.of(target));
    if (!argument.isEmpty()) {
      words.add(argument);
    }
    return words;
  }

  /**
   * The files that lie in the working folder before a run; they may come from what conf did in
   * another job.
   */
  @FunctionalInterface
  public interface Inputs {
    SortedMap<String, String> files(Expected expected) throws IOException;
  }

  /** The text of a file; it may come from what conf did in another job. */
  @FunctionalInterface
  public interface Text {
    String in(Expected expected) throws IOException;
  }
}
