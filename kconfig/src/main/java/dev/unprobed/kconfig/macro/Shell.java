package dev.unprobed.kconfig.macro;

/** Answers the {@code $(shell,command)} function of the Kconfig preprocessor. */
@FunctionalInterface
public interface Shell {
  /**
   * Runs a command and returns what it printed, as conf's do_shell (preprocess.c) does: at most
   * 4,095 bytes, without the newlines at the end, with a space for every other newline. The exit
   * status does not matter.
   *
   * @param command a byte string
   * @return a byte string
   */
  String run(String command);
}
