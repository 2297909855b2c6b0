/**
 * The outside world of a Kconfig tree: commands that it runs and variables that it looks up.
 *
 * <p>A kernel's Kconfig files ask the compiler about a hundred questions through {@code
 * $(shell,...)}, and conf runs them one by one, which is most of the time that conf takes. The
 * answers depend on the machine, so they are inputs of a configuration just as its files are. A
 * {@link dev.unprobed.kconfig.macro.Shell} answers one command; shells are stacked:
 *
 * <pre>
 * Map&lt;String, String&gt; environment = KernelEnvironment.of(tree, "arm64", "aarch64-linux-gnu-gcc", System.getenv());
 * try (SystemShell system = new SystemShell(folder, environment);
 *     ParallelShell shells = new ParallelShell(CachingShell.open(MacroCache.standard(environment), system, "main"))) {
 *   if (shells.needsScout()) {
 *     loader.scout(shells.scout());            // a first parse, only to learn which commands there are
 *   }
 *   loader.load(shells.settled(), messages);   // the parse that counts
 *   shells.save();
 * }
 * </pre>
 *
 * <ul>
 *   <li>{@link dev.unprobed.kconfig.macro.SystemShell} really runs commands.
 *   <li>{@link dev.unprobed.kconfig.macro.CachingShell} remembers answers from run to run, as long
 *       as everything that the command names is as it was: tools, scripts, variables.
 *   <li>{@link dev.unprobed.kconfig.macro.ParallelShell} runs what is not known on all processors
 *       at once.
 *   <li>{@link dev.unprobed.kconfig.macro.MacroRecorder} and {@link
 *       dev.unprobed.kconfig.macro.MacroRecord} write all answers to a file and answer from it, on
 *       a machine that has no compiler at all.
 * </ul>
 *
 * <p>Commands, answers and the values of variables are byte strings (one byte a character,
 * ISO-8859-1).
 */
@NullMarked
package dev.unprobed.kconfig.macro;

import org.jspecify.annotations.NullMarked;
