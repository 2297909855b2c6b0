/**
 * Where text comes from and how we talk about it.
 *
 * <p>Kconfig files and {@code .config} files are bytes to {@code conf}, and its answers have to
 * come out byte for byte. So every {@code String} in this library that holds text of such a file
 * holds one byte a character (ISO-8859-1); {@link dev.unprobed.kconfig.source.ByteText} turns it
 * into readable text at the edge of the program.
 *
 * <p>Whatever the user can mend is a {@link dev.unprobed.kconfig.source.Diagnostic}, thrown inside
 * a {@link dev.unprobed.kconfig.source.KconfigException}; every other exception is a bug of ours.
 */
@NullMarked
package dev.unprobed.kconfig.source;

import org.jspecify.annotations.NullMarked;
