/**
 * The {@code unprobed} command: reads arguments, calls the libraries, prints for people or for
 * programs.
 *
 * <p>{@link dev.unprobed.app.Main} is the root command and the only place that knows what to do
 * with an exception: a {@link dev.unprobed.kconfig.source.KconfigException} is the user's to mend
 * and is shown as it is; everything else is our own fault and is shown with our version and a
 * trace. A command returns an {@link dev.unprobed.app.ExitStatus} number and never ends the process
 * itself. A new command is a class with picocli's {@code @Command}, named in the {@code
 * subcommands} of {@code Main}.
 */
@NullMarked
package dev.unprobed.app;

import org.jspecify.annotations.NullMarked;
