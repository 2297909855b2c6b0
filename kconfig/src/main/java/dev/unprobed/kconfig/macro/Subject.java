package dev.unprobed.kconfig.macro;

/**
 * Names of things in the world whose state may decide an answer. A subject is a kind and a name, in
 * one string.
 */
final class Subject {
  /**
   * A file: its identity, or that it is a directory, or that it is absent. A relative path is
   * relative to the working directory, wherever that is.
   */
  static final char FILE = 'f';

  /** A directory whose list of files counts. */
  static final char LIST = 'd';

  /** A program: the file that the search path leads to, or none. */
  static final char PROGRAM = 'p';

  /** A variable that is not part of the key of all answers. */
  static final char VARIABLE = 'e';

  /** The directories of the search path: as long as they are as they were, so are all PROGRAMs. */
  static final String SEARCH_PATH = "P";

  /** The working directory. */
  static final String FOLDER = "c";

  /** Whether one can write to the working directory, as every {@code cc-option} does. */
  static final String WRITABLE = "w";

  /** What uname tells. */
  static final String SYSTEM = "u";

  private Subject() {}

  static String file(String path) {
    return FILE + path;
  }

  static String list(String path) {
    return LIST + path;
  }

  static String program(String name) {
    return PROGRAM + name;
  }

  static String variable(String name) {
    return VARIABLE + name;
  }

  static char kind(String subject) {
    return subject.charAt(0);
  }

  static String name(String subject) {
    return subject.substring(1);
  }
}
